// Who works here, as far as the bodies that are left tell it: before there are any facts to ask.
import { StaffMember } from '#shared/records/staff-member';
import { staffMemberKind } from '../records/staff-member.ts';
import type { JoinedBody } from './join-bodies.ts';

/** Colleagues by the newest word of their records that is left. */
export const staffIn = (bodies: readonly JoinedBody[]): ReadonlyMap<string | null, StaffMember> =>
  new Map(
    bodies
      .filter(({ row, body }) => row.record_kind === staffMemberKind.kind && body !== null)
      .map(({ row, body }) => [row.record_id, StaffMember.parse(JSON.parse(body ?? ''))]),
  );

/** Whose each key slot is: the number of the slot in lower-case hex, and the colleague. */
export const peopleOf = (bodies: readonly JoinedBody[]): ReadonlyMap<string, string> =>
  new Map([...staffIn(bodies)].flatMap(([id, { slotId }]) => (id === null ? [] : [[slotId, id] as const])));
