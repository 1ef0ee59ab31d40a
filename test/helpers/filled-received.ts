// What another house sent, in the filled vault: one package kept beside the case with a letter of theirs and answered, and one that is
// still on the stick, to be read through, sealed to a key of ours that was changed since.
import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type CaseFileId, ChoiceHandle } from '#shared/ids';
import { OtherHouse } from './other-house.ts';
import type { TestVault } from './vault.ts';

/** The package on the stick. */
export const STILL_TO_READ = 'r-harbour0.age';

/** Returns the id of the one that was kept. */
export async function comesFromOthers(vault: TestVault, caseFileId: CaseFileId, sticks: string): Promise<string> {
  vault.clock.set('2026-05-01T19:40');
  const { recipient } = await vault.ask('receivingKey.make', {});
  const folder = join(sticks, 'other-house');
  const house = await OtherHouse.open(recipient, '2026-05-01T09:00', folder);
  const letter = await house.add(
    'The dental nurse writes: upper left, on the twelfth.\n',
    'Letter of the dental nurse',
  );
  const path = await house.send(letter);
  const chosen = () => ({ file: ChoiceHandle.parse(vault.grant(path)), openWith: { by: 'our-key' as const } });
  const { sha256 } = await vault.ask('receivedPackage.open', chosen());
  const { id } = await vault.ask('receivedPackage.keep', {
    ...{ ...chosen(), sha256, wordsCompared: true, into: { as: 'case', caseFileId } },
    files: [{ name: 'file-1.txt', title: 'Letter of their dental nurse' }],
  });
  await vault.ask('sentReply.write', {
    ...{ receivedPackageId: id, answer: 'RECEIVED', note: 'We call on Monday.', asked: true },
    folder: ChoiceHandle.parse(vault.grant(folder)),
  });
  copyFileSync(await house.send(letter), join(sticks, STILL_TO_READ));
  await vault.ask('receivingKey.change', { replaces: recipient });
  await house.office.vault.remove();
  rmSync(folder, { recursive: true });
  return id;
}
