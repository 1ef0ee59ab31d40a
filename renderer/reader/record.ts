// The released lines, out of `record.json`. What a later sender adds is passed over; what is not there is not shown.
import { z } from 'zod';
import { AnswerSource } from '#shared/answers';

const Row = z.object({
  label: z.string(),
  value: z.string(),
  source: AnswerSource.optional().catch(undefined),
  hers: z.boolean().optional(),
});
export type Row = z.output<typeof Row>;

const ReadableRecord = z.object({
  format: z.literal('cv/record/1'),
  recipientName: z.string(),
  sections: z.array(z.object({ title: z.string(), rows: z.array(Row) })),
  files: z.array(z.object({ name: z.string(), title: z.string() })).optional(),
  htcds: z.record(z.string(), z.string()).optional(),
});
export type ReadableRecord = z.output<typeof ReadableRecord>;

export const RECORD_FILE = 'record.json';
/** The same lines as a PDF; packages of the first weeks have none. */
export const SHEETS_FILE = 'record.pdf';
/** Larger than any record that can be released; more is saved and not shown. */
export const RECORD_LIMIT = 64 << 20;

/** Null for what is no record that can be shown here. */
export function readRecord(bytes: Uint8Array): ReadableRecord | null {
  try {
    const parsed = ReadableRecord.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
    return parsed.success ? parsed.data : null;
  } catch {
    return null; // no text, or no JSON: then it is a file to save and nothing to show
  }
}
