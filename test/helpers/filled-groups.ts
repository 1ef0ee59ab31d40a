// The groups of the filled vault: one with people, somebody who waits and meetings; one in which somebody must not be; a mentor.
import type { CaseFileId, RecordId, StaffMemberId } from '#shared/ids';
import { aGroup, beginGroup, takePlace } from './groups.ts';
import { passphraseOf } from './passphrases.ts';
import type { TestVault } from './vault.ts';

/** She leads the groups and does nothing else here. */
export const NOOR = { signInName: 'noor', passphrase: passphraseOf('noor') };

export interface FilledPeople {
  readonly maya: CaseFileId;
  /** Kept apart from Maya. */
  readonly wren: CaseFileId;
  readonly tomas: CaseFileId;
}

/** Returns the group that shows most. */
export async function meet(vault: TestVault, { maya, wren, tomas }: FilledPeople): Promise<RecordId> {
  const { id: noor } = await vault.ask('staffMember.add', { name: 'Noor', role: 'group-facilitator', ...NOOR });
  const tea = await beginGroup(vault, teaOf(noor));
  const hers = await takePlace(vault, maya, tea, 'YES');
  await takePlace(vault, tomas, tea, 'NO');
  await vault.ask('groupPlace.invite', { caseFileId: wren, groupId: tea, waits: true });
  const garden = await beginGroup(vault, aGroup(noor, { name: 'Garden on Fridays', type: 'SKILLS' }));
  await vault.ask('groupPlace.invite', { caseFileId: wren, groupId: garden, waits: false });
  const meeting = { topic: 'TRUST', headcount: 6, newCount: 1, debriefed: true, safetyFollowUps: 1 } as const;
  const of = { groupId: tea, sessionId: null, basedOn: 0 };
  await vault.ask('groupSession.save', { ...of, session: { ...meeting, on: '2026-04-24' }, named: [] });
  await vault.ask('groupSession.save', { ...of, session: { ...meeting, on: '2026-05-01' }, named: [hers] });
  await vault.ask('mentorPair.add', {
    caseFileId: maya,
    otherCaseFileId: tomas,
    isMentor: false,
    bothSaidYes: true,
    limits: 'Thursdays after lunch, in the garden. No phone numbers, and home stays out of it.',
  });
  return tea;
}

/** Two rooms on the day that the records are opened on. */
export async function bookRooms(vault: TestVault, maya: CaseFileId): Promise<void> {
  const { rooms } = await vault.ask('booking.day', { on: '2026-05-02' });
  const roomId = rooms[0]!.id;
  const of = { on: '2026-05-02', roomId, interpreterId: null };
  const talk = { caseFileId: maya, isEscorted: true, words: 'To look at the plan together' };
  await vault.ask('booking.add', { ...of, ...talk, from: '10:00', to: '11:00' });
  const call = { caseFileId: null, isEscorted: false, words: 'A call to the clinic' };
  await vault.ask('booking.add', { ...of, ...call, from: '14:00', to: '14:30' });
}

const teaOf = (noor: StaffMemberId) =>
  aGroup(noor, {
    name: 'Tuesday tea',
    peerLeader: 'PAID',
    language: 'spa',
    access: 'Step-free, a break every half hour',
    hasChildcare: true,
    agreements: 'We eat together first.\nThe door stays open a little.',
  });
