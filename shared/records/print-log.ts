// Prints: what was put on paper, when, and by when that paper is to be destroyed. The words on it are not kept a second time.
import { z } from 'zod';
import { caseWorkers, ofWeight, read, write } from '../contract/operation.ts';
import { CaseFileId, RecordId } from '../ids.ts';
import { addDays, CalendarDate } from '../time.ts';
import { OfCase, RevisionMark } from './revision-mark.ts';

/** The sheets there are; each has one purpose. `SEALED_WORDS` is a paper of its own, so that no other sheet ever holds T4. */
export const SheetKind = z.enum([
  'NEEDS_LIST',
  'SAFETY_CARD',
  'SAFETY_PICTURES',
  'SAFETY_PLAN',
  'SUPPORT_PLAN',
  'SEALED_WORDS',
  'REFERRAL_LETTER',
  'WITHDRAWAL_LETTER',
  'OWN_COPY',
  'DISCLOSURE_LOG',
]);
export type SheetKind = z.output<typeof SheetKind>;

/** Sheets for the person they are about, prepared from the case alone; a letter is prepared from what it is about. */
const OwnSheet = SheetKind.exclude(['REFERRAL_LETTER', 'WITHDRAWAL_LETTER']);
export type OwnSheet = z.output<typeof OwnSheet>;
export const OWN_SHEETS = OwnSheet.options;

/**
 * What a person is given because she asked about her own record, and the letter that ends a use of it: a restriction of hers does
 * not stand in their way.
 */
export const isHerRight = (sheet: SheetKind): boolean =>
  sheet === 'OWN_COPY' || sheet === 'DISCLOSURE_LOG' || sheet === 'WITHDRAWAL_LETTER';

/** domain §7: a card for a pocket holds what fits into one. */
export const CARD_LINES = 8;
/** Days until the paper should be gone: the choices on screen, and the most that may be chosen. */
export const SHRED_AFTER = [7, 30, 90] as const;
const LONGEST = 365;

export const Print = z.strictObject({
  caseFileId: CaseFileId,
  sheet: SheetKind,
  lines: z.int().min(1).max(100_000),
  /** Whether the name she uses stands on it. */
  withName: z.boolean(),
  shredOn: CalendarDate,
  /** For the letter of a referral: whose permission is asked before the printer is. */
  referralId: RecordId.nullable().default(null),
  /** For the letter that asks an agency to stop: the permission that was taken back. */
  releaseId: RecordId.nullable().default(null),
});
export type Print = z.output<typeof Print>;

export const StoredPrint = z.strictObject({ ...Print.shape, ...RevisionMark.shape, id: RecordId });
export type StoredPrint = z.output<typeof StoredPrint>;

export type PrintRefusal = 'print-card-lines' | 'print-shred' | 'print-letter' | 'print-not-taken-back';

/** Why this may not be printed so, or null. */
export function printRefusal(print: Print, today: CalendarDate): PrintRefusal | null {
  if (print.sheet === 'SAFETY_CARD' && print.lines > CARD_LINES) return 'print-card-lines';
  if ((print.sheet === 'REFERRAL_LETTER') !== (print.referralId !== null)) return 'print-letter';
  if ((print.sheet === 'WITHDRAWAL_LETTER') !== (print.releaseId !== null)) return 'print-letter';
  const isInReach = print.shredOn >= today && print.shredOn <= addDays(today, LONGEST);
  return isInReach ? null : 'print-shred';
}

export const printLogOperations = {
  /**
   * Written down before the printer is asked: a sheet that came out is always in the log. The letter of a
   * referral passes the five checks again; one that asks to stop needs a permission that was taken back.
   * Errors: rule-broken {rule: PrintRefusal}, release-blocked {checks}.
   */
  add: ofWeight(write(caseWorkers, ['printLog', 'caseFile'], Print, StoredPrint)),
  /** Newest first. */
  list: read(caseWorkers, OfCase, z.array(StoredPrint)),
};
