// Mandated report: that a law asked for a report, to whom it went, and how the person it is about was told (domain §14). This program
// never sends anything: the report is made by telephone or on the form of the authority, and written down here.
import { z } from 'zod';
import { caseWorkers, ofWeight, read, write } from '../contract/operation.ts';
import { CaseFileId, RecordId } from '../ids.ts';
import { CalendarDate, TimeOfDay } from '../time.ts';
import { ReleaseCategory } from './release-categories.ts';
import { OfCase, RevisionMark } from './revision-mark.ts';

/** What a law may ask to report; which of them do is a question of the place (domain §14). */
export const ReportTrigger = z.enum([
  'CHILD_ABUSE',
  'CHILD_TRAFFICKING',
  'VULNERABLE_ADULT',
  'IMMINENT_HARM',
  'WOUND',
  'FOREIGN_MINOR_US',
  'OTHER',
]);
export type ReportTrigger = z.output<typeof ReportTrigger>;

const Line = z.string().trim().max(300);

const written = {
  caseFileId: CaseFileId,
  trigger: ReportTrigger,
  /** The law, as it is cited. */
  law: Line.min(2),
  reportedTo: Line.min(2),
  reportedOn: CalendarDate,
  /** On the clock of the house; null when nobody noted it. */
  reportedTime: TimeOfDay.nullable(),
  /** The least that the law asks for, as it was said. */
  content: z.string().trim().min(2).max(4_000),
  categories: z.array(ReleaseCategory).min(1).max(ReleaseCategory.options.length),
  /** Number or name that the authority gave. */
  reference: Line,
  told: z.enum(['BEFORE', 'AFTER', 'NOT_SAFE']),
  /** How and by whom; of NOT_SAFE: why not. */
  toldHow: Line,
  wishes: z.string().trim().max(2_000),
  /** Who was with her, what was offered. */
  support: z.string().trim().max(2_000),
};

export const MandatedReport = z.strictObject(written);
export type MandatedReport = z.output<typeof MandatedReport>;
export const StoredMandatedReport = z.strictObject({ ...MandatedReport.shape, ...RevisionMark.shape, id: RecordId });
export type StoredMandatedReport = z.output<typeof StoredMandatedReport>;

export type ReportRefusal = 'report-later' | 'report-told';

export function reportRefusal(
  { reportedOn, told, toldHow }: MandatedReport,
  today: CalendarDate,
): ReportRefusal | null {
  if (reportedOn > today) return 'report-later';
  return told === 'NOT_SAFE' && toldHow === '' ? 'report-told' : null;
}

export const mandatedReportOperations = {
  /** Written once, with its line in the disclosure log. Errors: rule-broken {rule: ReportRefusal}. */
  add: ofWeight(
    write(caseWorkers, ['mandatedReport', 'disclosureLog', 'caseFile'], MandatedReport, StoredMandatedReport),
  ),
  /** Newest first. */
  list: read(caseWorkers, OfCase, z.array(StoredMandatedReport)),
};
