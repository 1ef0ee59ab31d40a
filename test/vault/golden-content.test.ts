// The next golden vault is made of golden-content.ts: it must hold every kind of record, and read back as the others do.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { allKinds } from '../../electron/vault/records/record-kind.ts';
import { copyOf } from '../helpers/backups.ts';
import { makeGoldenVault } from '../helpers/golden-content.ts';
import { DATA, everyRecord, everySealedNote, EXPECTED, type Golden, goldenVaultOn } from '../helpers/golden-vault.ts';
import { tempFolder } from '../helpers/temp-folder.ts';

it('has every kind of record, is read as a whole, and tells the same when it is opened again', async () => {
  const folder = join(tempFolder(), '0000');
  await makeGoldenVault(folder);
  const golden = JSON.parse(readFileSync(join(folder, EXPECTED), 'utf8')) as Golden;
  expect(allKinds().length).toBeGreaterThan(50);
  expect(allKinds().flatMap(({ kind }) => ((golden.counts[kind] ?? 0) > 0 ? [] : [kind]))).toEqual([]);
  const vault = goldenVaultOn(copyOf(join(folder, DATA)), golden.readAt);
  await vault.unlock(golden.director);
  expect(await everyRecord(vault)).toMatchObject(golden.records as object);
  vault.vault.close();
  await vault.unlock(golden.sealed!.counsellor);
  expect(JSON.stringify(golden.sealed!.notes)).toContain('the quiet room helped');
  expect(await everySealedNote(vault)).toEqual(golden.sealed!.notes);
  await vault.remove();
}, 240_000);
