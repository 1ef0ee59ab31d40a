// What every case of a bent disk begins with: a vault with a note, a file, a colleague and a release, and a stick with a backup.
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeCsv } from '../../build/workbooks/write-workbook.mjs';
import { backUp } from './backups.ts';
import { aNote } from './casework.ts';
import { type Before, JO, PEOPLE, placeIn, sha256Of, WORDS } from './fault-acts.ts';
import { Office } from './office.ts';

/** Makes it in `folder`, which every case copies. */
export async function makeBefore(folder: string): Promise<void> {
  const place = placeIn(folder);
  for (const path of [place.stick, place.outside]) mkdirSync(path, { recursive: true });
  writeFileSync(join(place.outside, 'letter.txt'), `Dear Maya, ${WORDS.file}.\n`.repeat(9_000));
  const person = (at: number) => [`Ana${at}`, `${WORDS.imported} ${at}`, `19${80 + at}-03-04`];
  const rows = [['First Name', 'Second Name', 'Birthdate'], ...Array.from({ length: PEOPLE }, (_, at) => person(at))];
  const numbered = rows.map((cells, at) => ({ number: at + 1, cells }));
  writeFileSync(join(place.outside, 'people.csv'), writeCsv({ rows: numbered }));

  const office = await Office.open('2026-05-01T09:00', folder);
  const { vault } = office;
  const planned = await office.planned(['NAME', 'HEALTH']);
  const { caseFileId } = planned;
  await vault.ask('caseNote.add', aNote(caseFileId, { happenedOn: '2026-04-30', body: `First words: ${WORDS.old}.` }));
  const file = vault.grant(join(place.outside, 'letter.txt'));
  await vault.ask('attachment.add', { caseFileId, file, title: 'Old letter', sealed: false });
  const { id: jo } = await vault.ask('staffMember.add', { name: 'Jo', role: 'case-manager', ...JO });
  const { name: backup } = await backUp(vault, place.stick);
  const before: Before = {
    ...{ now: vault.clock.now, maya: caseFileId, jo, planned, identity: office.identity },
    ...{ backup, backupSha256: sha256Of(join(place.stick, backup)) },
    cases: (await vault.ask('caseFile.list', { show: 'all' })).total,
  };
  vault.vault.close();
  cpSync(vault.dataDir, place.data, { recursive: true });
  writeFileSync(join(folder, 'before.json'), JSON.stringify(before));
  await vault.remove();
}
