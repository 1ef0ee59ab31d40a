// Finding a case: by any of her names, by case number, or by words in notes and needs. T4 is never indexed, so never found.
import { z } from 'zod';
import { CaseStatus } from './case-status.ts';
import { CaseRef } from './revision-mark.ts';

export const CaseSearchRequest = z.strictObject({
  query: z.string().trim().min(1).max(200),
  limit: z.int().min(1).max(50).default(12),
  /** Also look into what is written, not only names and numbers. */
  inText: z.boolean().default(true),
});
export type CaseSearchRequest = z.output<typeof CaseSearchRequest>;

/** A piece of the words found; `found` marks what matched, so that the page needs no markup. */
export const Snippet = z.array(z.strictObject({ text: z.string().max(400), found: z.boolean() })).max(20);
export type Snippet = z.output<typeof Snippet>;

export const CaseHit = z.strictObject({
  ...CaseRef.shape,
  status: CaseStatus,
  matched: z.enum(['name', 'alias', 'case-number', 'text']),
  /** For `text`: the kind of record and the words around the match. */
  recordKind: z.string().max(40).nullable(),
  snippet: Snippet,
});
export type CaseHit = z.output<typeof CaseHit>;

/** `newestOnly`: the text search looked at the newest 1,000 matches, and the screen says so. */
export const CaseSearchAnswer = z.strictObject({ hits: z.array(CaseHit), more: z.boolean(), newestOnly: z.boolean() });
export type CaseSearchAnswer = z.output<typeof CaseSearchAnswer>;
