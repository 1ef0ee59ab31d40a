// Peer group (domain §10): what it is called, for whom it is, and who leads it. Its name says nothing about what its people went
// through, and there is no field for what is said in it.
import { z } from 'zod';
import { groupInviters, groupReaders, groupWorkers, read, write } from '../contract/operation.ts';
import { RecordId, StaffMemberId } from '../ids.ts';
import { CalendarDate } from '../time.ts';
import { BasedOn, RevisionMark, StaffRef } from './revision-mark.ts';

export const GroupType = z.enum(['PEER_LED', 'FACILITATED', 'PSYCHOEDUCATION', 'SKILLS', 'ALUMNI']);
export type GroupType = z.output<typeof GroupType>;

/** Whether whoever leads it from among the peers is paid; there need not be one. */
export const PeerLeader = z.enum(['NONE', 'PAID', 'UNPAID']);
export type PeerLeader = z.output<typeof PeerLeader>;

export const GroupWritten = z.strictObject({
  name: z.string().trim().min(1).max(60),
  type: GroupType,
  /** ISO 639-2, or empty when it is open which. */
  language: z.string().max(3),
  /** New people may come in at any time. */
  isOpen: z.boolean(),
  capacity: z.int().min(2).max(40),
  /** Colleagues who lead it. */
  facilitatorIds: z.array(StaffMemberId).min(1).max(6),
  peerLeader: PeerLeader,
  /** How everybody can take part: a step-free room, signs, a break. */
  access: z.string().trim().max(200),
  hasChildcare: z.boolean(),
  /** What the group agreed on beside what is on every paper, one a line. */
  agreements: z.string().trim().max(1_500),
});
export type GroupWritten = z.output<typeof GroupWritten>;

export const PeerGroup = z.strictObject({
  ...GroupWritten.shape,
  since: CalendarDate,
  endedOn: CalendarDate.nullable(),
});
export type PeerGroup = z.output<typeof PeerGroup>;

export const StoredGroup = z.strictObject({
  ...PeerGroup.shape,
  ...RevisionMark.shape,
  id: RecordId,
  facilitators: z.array(StaffRef),
  /** Places that nobody has and nobody is asked to take. */
  free: z.int().min(0),
  /** People who wait for one. */
  waiting: z.int().min(0),
});
export type StoredGroup = z.output<typeof StoredGroup>;

export type GroupRefusal = 'group-over' | 'group-small';

const touched = ['peerGroup', 'groupPlace'];
const seers = [...new Set([...groupReaders, ...groupInviters])];

export const peerGroupOperations = {
  /** Those that go on first, by name. */
  list: read(seers, z.strictObject({}), z.array(StoredGroup)),
  /** Errors: rule-broken {rule: 'group-over' | 'group-small'}, not-found for an unknown facilitator, conflict. */
  save: write(
    groupWorkers,
    touched,
    z.strictObject({ groupId: RecordId.nullable(), basedOn: BasedOn, group: GroupWritten }),
    StoredGroup,
  ),
  /** Every place ends with it. */
  end: write(groupWorkers, touched, z.strictObject({ groupId: RecordId, basedOn: BasedOn }), z.strictObject({})),
};
