// domain §16: packages that agencies were given about a case that is erased since. They stand among the copies that still hold it, are
// asked back by number, and go from a stick that comes by, known by their hash alone.
import { copyFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { PlannedPackage } from '#shared/records/export-package';
import { addMira, erase } from '../helpers/erasing.ts';
import { Office } from '../helpers/office.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { outcome } from '../helpers/vault.ts';

let office: Office;
let planned: PlannedPackage;
let sent: { readonly fileName: string; readonly sha256: string };
beforeEach(async () => {
  office = await Office.open('2026-05-01T10:00');
  await addMira(office.vault);
  planned = await office.planned(['NAME', 'HEALTH']);
  sent = await office.create(planned);
});
afterEach(() => office.vault.remove());

const holders = async () => {
  const all = await office.vault.ask('retention.holders', {});
  return all.filter((one) => one.kind === 'agency');
};
const clear = (folder: string) => office.vault.ask('retention.clearMedium', { folder: office.vault.grant(folder) });

it('are listed by agency, day and number from the erasure on, and name nobody; nothing is listed of a case that is here', async () => {
  expect(await holders()).toEqual([]);
  const { caseNumber } = await office.vault.ask('caseFile.get', { caseFileId: planned.caseFileId });
  await erase(office.vault, [planned.caseFileId], 'WISH');
  const listed = await holders();
  expect(listed).toMatchObject([{ agency: 'Clinic A', on: '2026-05-01', packageSha256: sent.sha256, askedOn: null }]);
  for (const word of ['Finch', caseNumber, planned.caseFileId]) expect(JSON.stringify(listed)).not.toContain(word);
});

it('stay listed after the agency was asked, until it says that they are destroyed', async () => {
  await erase(office.vault, [planned.caseFileId], 'WISH');
  const [one] = await holders();
  if (one?.kind !== 'agency') throw new Error('an agency is listed');
  const of = { id: one.id, packageSha256: one.packageSha256 };
  await office.vault.ask('retention.noteAgency', { ...of, basedOn: one.revision, what: 'ASKED' });
  const [asked] = await holders();
  expect(asked).toMatchObject({ askedOn: '2026-05-01' });
  expect(await outcome(office.vault.ask('retention.noteAgency', { ...of, basedOn: one.revision, what: 'GONE' }))).toBe(
    'conflict',
  );
  await office.lockAndUnlock();
  await office.vault.ask('retention.noteAgency', { ...of, basedOn: one.revision + 1, what: 'GONE' });
  expect(await holders()).toEqual([]);
  await office.vault.ask('session.checkVault', {});
});

it('go from a stick by their hash, whatever they are called; another package, and what only looks like one, stay', async () => {
  const stick = tempFolder();
  copyFileSync(join(office.place, sent.fileName), join(stick, 'r-abcdefgh.age'));
  writeFileSync(join(stick, 'r-bcdefghi.age'), 'somebody else’s');
  writeFileSync(join(stick, 'letter.age'), 'a letter');
  expect(await clear(stick)).toMatchObject({ packages: 0 });
  await erase(office.vault, [planned.caseFileId], 'WISH');
  expect(await clear(stick)).toEqual({ removed: 0, kept: 0, packages: 1, unknown: 0 });
  expect(readdirSync(stick).sort()).toEqual(['letter.age', 'r-bcdefghi.age']);
});

it('a backup that this vault’s keys do not vouch for is counted and left', async () => {
  const stick = tempFolder();
  await office.vault.ask('backup.create', { folder: office.vault.grant(stick) });
  const [name = ''] = readdirSync(stick).filter((one) => !one.includes('list'));
  writeFileSync(join(stick, name, 'manifest.json'), '{}');
  await erase(office.vault, [planned.caseFileId], 'WISH');
  expect(await clear(stick)).toMatchObject({ removed: 0, unknown: 1 });
  expect(readdirSync(stick)).toContain(name);
});
