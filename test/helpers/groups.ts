// Invented groups, made through the router.
import type { CaseFileId, RecordId, StaffMemberId } from '#shared/ids';
import { emptyExit, ExitItem } from '#shared/records/case-exit';
import type { GroupWritten } from '#shared/records/peer-group';
import { addDays } from '#shared/time';
import type { TestVault } from './vault.ts';

export const aGroup = (facilitatorId: StaffMemberId, change: Partial<GroupWritten> = {}): GroupWritten => ({
  name: 'Tuesday tea',
  type: 'FACILITATED',
  language: '',
  isOpen: true,
  capacity: 8,
  facilitatorIds: [facilitatorId],
  peerLeader: 'NONE',
  access: '',
  hasChildcare: false,
  agreements: '',
  ...change,
});

export async function beginGroup(vault: Pick<TestVault, 'ask'>, group: GroupWritten): Promise<RecordId> {
  return (await vault.ask('peerGroup.save', { groupId: null, basedOn: 0, group })).id;
}

/** Asked, said yes, and asked whether her own file may say that she came. */
export async function takePlace(
  vault: Pick<TestVault, 'ask'>,
  caseFileId: CaseFileId,
  groupId: RecordId,
  attendance: 'NOT_ASKED' | 'YES' | 'NO' = 'NOT_ASKED',
): Promise<RecordId> {
  await vault.ask('groupPlace.invite', { caseFileId, groupId, waits: false });
  const { places } = await vault.ask('groupPlace.ofCase', { caseFileId });
  const { placeId } = places.find((one) => one.groupId === groupId)!;
  await vault.ask('groupPlace.move', { placeId, basedOn: 1, to: 'MEMBER' });
  if (attendance !== 'NOT_ASKED') await vault.ask('groupPlace.attend', { placeId, basedOn: 2, attendance });
  return placeId;
}

/** Moves out on this day, and would like to hear from the house for half a year. */
export async function moveOut(vault: Pick<TestVault, 'ask'>, caseFileId: CaseFileId, on: string): Promise<void> {
  const tick = { state: 'DONE' as const, why: '' };
  const checklist = Object.fromEntries(ExitItem.options.map((item) => [item, tick]));
  const followUp = { answer: 'YES' as const, rules: 'Text only', until: addDays(on, 180) };
  const exit = { ...emptyExit, on, reason: 'REUNITED' as const, destination: '422' as const, checklist, followUp };
  const { revision } = await vault.ask('caseExit.save', { caseFileId, basedOn: 0, exit });
  await vault.ask('caseExit.finish', { caseFileId, basedOn: revision });
}
