// Where a case stands, and which way it may go (domain §1, §18). Nothing here ends help: a closed case opens again.
import { z } from 'zod';
import { type CalendarDate, addDays } from '../time.ts';

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

/** Every way a case may go. Into INQUIRY leads none: whoever was taken in is never only an enquiry again. */
export const caseMoves: Readonly<Record<CaseStatus, readonly CaseStatus[]>> = {
  INQUIRY: ['INTAKE', 'ACTIVE', 'TRANSFERRED', 'CLOSED'],
  INTAKE: ['ACTIVE', 'FOLLOW_UP', 'TRANSFERRED', 'CLOSED'],
  ACTIVE: ['FOLLOW_UP', 'TRANSFERRED', 'CLOSED'],
  FOLLOW_UP: ['ACTIVE', 'TRANSFERRED', 'CLOSED'],
  CLOSED: ['REOPENED'],
  REOPENED: ['ACTIVE', 'FOLLOW_UP', 'TRANSFERRED', 'CLOSED'],
  TRANSFERRED: ['REOPENED', 'CLOSED'],
};

export const mayBecome = (from: CaseStatus, to: CaseStatus): boolean => caseMoves[from].includes(to);

/** Still in the house's care: shown in the ordinary list and on Today. */
export const isOpen = (status: CaseStatus): boolean => status !== 'CLOSED' && status !== 'TRANSFERRED';

/** The person may be in the house: what house staff see. Who only asked or has moved on is not theirs to see. */
export const isHere = (status: CaseStatus): boolean => ['INTAKE', 'ACTIVE', 'REOPENED'].includes(status);

/** Days an enquiry is kept when it does not become a case (domain §1 [P]). */
export const INQUIRY_DAYS = 30;

/** The day on which an enquiry goes away; null for a case. People who only asked are protected as well (domain §1). */
export const goesAwayOn = (caseFile: {
  readonly status: CaseStatus;
  readonly openedOn: CalendarDate;
}): CalendarDate | null => (caseFile.status === 'INQUIRY' ? addDays(caseFile.openedOn, INQUIRY_DAYS) : null);
