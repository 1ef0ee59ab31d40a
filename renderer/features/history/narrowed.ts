// What of the history is asked for, as it stands in the fields above the list, and as the vault is asked.
import type { ActGroup } from '#shared/records/audit-entry';
import type { StaffMemberId } from '#shared/ids';
import { readCaseNumber } from '#shared/records/case-number';
import { addDays, CalendarDate } from '#shared/time';
import { instantAt } from '../../dates.ts';

export interface Narrowed {
  readonly staffMemberId: StaffMemberId | null;
  readonly group: ActGroup | null;
  /** yyyy-mm-dd, or empty. */
  readonly from: string;
  readonly to: string;
  /** As it was typed. */
  readonly caseNumber: string;
}

export const everything: Narrowed = { staffMemberId: null, group: null, from: '', to: '', caseNumber: '' };

export const isNarrowed = (of: Narrowed): boolean =>
  of.staffMemberId !== null || of.group !== null || of.from !== '' || of.to !== '' || of.caseNumber.trim() !== '';

/** Why nothing can be asked yet, or null. */
export const slipIn = ({ from, to, caseNumber }: Narrowed): 'caseNumberSlip' | 'daysSwapped' | null => {
  if (caseNumber.trim() !== '' && readCaseNumber(caseNumber) === null) return 'caseNumberSlip';
  return from !== '' && to !== '' && from > to ? 'daysSwapped' : null;
};

const midnight = (day: string): number | null => (day === '' ? null : instantAt(day, '00:00'));

/** Days are those of this computer's calendar; the last one counts whole. */
export const timeOf = ({ from, to }: Narrowed) => ({
  from: midnight(from),
  until: to === '' ? null : midnight(addDays(CalendarDate.parse(to), 1)),
});
