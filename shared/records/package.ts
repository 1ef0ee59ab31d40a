// What leaves for a partner agency, as typed content: exactly these lines are shown before they go, and exactly these go.
// The same value is previewed on screen, written into the package and hashed into the disclosure log.
import { z } from 'zod';
import { AnswerSource } from '../answers.ts';
import { HtcdsFieldName, htcdsFields } from '../htcds/fields.ts';
import { CalendarDate } from '../time.ts';
import { ReleaseCategory } from './release-categories.ts';

export const ReleasedRow = z.strictObject({
  label: z.string().min(1).max(200),
  value: z.string().min(1).max(60_000),
  /** Anything she did not say herself carries its source wherever it is shown (domain §0). */
  source: AnswerSource.optional(),
  /** Her own words: set in her typeface and in quotation marks. */
  hers: z.boolean().optional(),
});
export type ReleasedRow = z.output<typeof ReleasedRow>;

export const ReleasedSection = z.strictObject({
  /** The category of the release that lets this section leave. */
  category: ReleaseCategory,
  title: z.string().min(1).max(120),
  rows: z.array(ReleasedRow).max(500),
});
export type ReleasedSection = z.output<typeof ReleasedSection>;

/** HTCDS field → value as written, for agencies that keep the standard's workbook. Sealed fields (T4) never leave. */
export const HtcdsValues = z
  .partialRecord(HtcdsFieldName, z.string().max(80_000))
  .refine((values) => htcdsFields.every(({ name, tier }) => tier !== 'T4' || values[name] === undefined));
export type HtcdsValues = z.output<typeof HtcdsValues>;

/** Files of the case that go along, at most. */
export const MOST_FILES = 50;

/** A file of the case, under a name that says nothing; what it is called stands in the record alone. */
export const ReleasedFile = z.strictObject({
  name: z.string().regex(/^file-\d{1,2}\.[a-z]{3,4}$/),
  title: z.string().min(1).max(120),
  /** The category of the release that lets it leave. */
  category: ReleaseCategory,
  bytes: z.int().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type ReleasedFile = z.output<typeof ReleasedFile>;

export const ReleasedContent = z.strictObject({
  recipientName: z.string().min(1).max(200),
  purpose: z.string().min(1).max(2_000),
  /** The last day on which the recipient may still use this: the end of the release. */
  usableUntil: CalendarDate,
  sections: z.array(ReleasedSection).max(60),
  /** Absent when none goes along. */
  files: z.array(ReleasedFile).min(1).max(MOST_FILES).optional(),
  htcds: HtcdsValues.optional(),
});
export type ReleasedContent = z.output<typeof ReleasedContent>;

/** Number of lines that would leave. */
export const releasedRowCount = (content: ReleasedContent): number =>
  content.sections.reduce((sum, section) => sum + section.rows.length, 0);
