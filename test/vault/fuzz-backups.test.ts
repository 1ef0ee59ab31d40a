// G31, backups: whatever a stick brings back, the drill refuses it with a code, or it is the backup that was made, whole.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { backUp, chosen, openCases } from '../helpers/backups.ts';
import { bendBackup } from '../helpers/bent-backups.ts';
import { openCase } from '../helpers/casework.ts';
import { fuzz, NOTHING_WRONG, type Verdict } from '../helpers/fuzz.ts';
import { proofSize, tellControl } from '../helpers/proof.ts';
import { newVault, type TestVault } from '../helpers/vault.ts';

let vault: TestVault;
let neighbour: TestVault;
let folder: string;
let backup: string;
let others: readonly string[];
let whole: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fuzz-backups-'));
  [vault, neighbour] = [await newVault('2026-11-23T20:10'), await newVault('2026-11-23T20:10')];
  const caseFileId = await openCase(vault);
  for (const title of ['Letter', 'Answer']) {
    const path = join(folder, `${title}.txt`);
    writeFileSync(path, `${title}, as it came.\n`.repeat(400));
    await vault.ask('attachment.add', { caseFileId, file: vault.grant(path), title, sealed: false });
  }
  const older = await backUp(vault, folder);
  await openCases(vault, ['Heron', 'Ines']);
  const theirs = await backUp(neighbour, folder);
  ({ name: backup } = await backUp(vault, folder));
  others = [older.name, theirs.name].map((name) => join(folder, name));
  whole = await drill(folder);
}, 120_000);
afterAll(async () => {
  await vault.remove();
  await neighbour.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** What the drill counted. A guess at a damaged backup makes nobody wait: only a wrong passphrase does. */
const drill = async (place: string): Promise<string> => {
  vault.clock.advance(60_000);
  return JSON.stringify(await vault.ask('backup.drill', chosen(vault, place, backup)));
};

async function bent(below: (n: number) => number): Promise<Verdict> {
  const place = mkdtempSync(join(tmpdir(), 'bent-backup-'));
  try {
    cpSync(join(folder, backup), join(place, backup), { recursive: true });
    bendBackup(join(place, backup), others, below);
    const counted = await drill(place);
    return counted === whole ? 'as it was' : { wrong: counted };
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

describe('backups', () => {
  test('the control: the one that was made passes its drill', () => {
    expect(whole).toContain('"missing":[]');
    tellControl('G31', { accepted: 1 });
  });

  test('bent in any way it is refused with a code, or it is the same', { timeout: 20 * 60_000 }, async () => {
    const found = await fuzz('backups', proofSize({ test: 60, full: 2_000 }), bent);
    expect(found).toMatchObject(NOTHING_WRONG);
    expect(found.refused).toBeGreaterThan(found.tried / 2);
  });
});
