// Where a case stands, and which way it may go (domain §1, §18). Nothing here ends help: a closed case opens again.
import { z } from 'zod';

export const CaseStatus = z.enum(['INQUIRY', 'INTAKE', 'ACTIVE', 'FOLLOW_UP', 'CLOSED', 'REOPENED', 'TRANSFERRED']);
export type CaseStatus = z.output<typeof CaseStatus>;

/** domain §18: there is no reason that blames. */
export const ClosingReason = z.enum([
  'GOALS_MET',
  'MOVED_ON_BY_CHOICE',
  'OTHER_PROGRAM',
  'REUNITED',
  'RELOCATED_SAFETY',
  'RETURNED_COUNTRY_VOLUNTARY',
  'NEEDS_BEYOND_US',
  'LOST_CONTACT',
  'DETAINED',
  'DIED',
  'ASKED_TO_LEAVE',
  'NOT_ELIGIBLE',
  'UNKNOWN',
]);
export type ClosingReason = z.output<typeof ClosingReason>;

const next: Readonly<Record<CaseStatus, readonly CaseStatus[]>> = {
  INQUIRY: ['INTAKE', 'ACTIVE', 'TRANSFERRED', 'CLOSED'],
  INTAKE: ['ACTIVE', 'FOLLOW_UP', 'TRANSFERRED', 'CLOSED'],
  ACTIVE: ['FOLLOW_UP', 'TRANSFERRED', 'CLOSED'],
  FOLLOW_UP: ['ACTIVE', 'TRANSFERRED', 'CLOSED'],
  CLOSED: ['REOPENED'],
  REOPENED: ['ACTIVE', 'FOLLOW_UP', 'TRANSFERRED', 'CLOSED'],
  TRANSFERRED: ['REOPENED', 'CLOSED'],
};

export const mayBecome = (from: CaseStatus, to: CaseStatus): boolean => next[from].includes(to);

/** Still in the house's care: shown in the ordinary list and on Today. */
export const isOpen = (status: CaseStatus): boolean => status !== 'CLOSED' && status !== 'TRANSFERRED';
