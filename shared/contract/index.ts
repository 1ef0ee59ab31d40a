// The whole contract: one line per group. From it the client, the handlers, the wire names and the audit actions are derived.
import { sessionOperations } from '../records/session.ts';
import { staffMemberOperations } from '../records/staff-member.ts';

export const contract = {
  session: sessionOperations,
  staffMember: staffMemberOperations,
};
export type AppContract = typeof contract;
