// Search in what was written, match by match: notes, needs, plans and answers of the cases that open to her. T4 is never found.
import { z } from 'zod';
import { caseWorkers, read } from '../contract/operation.ts';
import { Instant } from '../time.ts';
import { Snippet } from './case-search.ts';
import { CaseRef } from './revision-mark.ts';

/** Every kind of record whose words are found. */
export const SearchedKind = z.enum([
  'case-note',
  'need',
  'support-plan',
  'safety-plan',
  'intake',
  'trafficking-profile',
  'htcds-record',
]);
export type SearchedKind = z.output<typeof SearchedKind>;

export const WordHit = z.strictObject({
  of: CaseRef,
  recordKind: SearchedKind,
  recordId: z.string().max(40),
  savedAt: Instant,
  snippet: Snippet,
});
export type WordHit = z.output<typeof WordHit>;

export const WordSearchRequest = z.strictObject({
  query: z.string().trim().min(1).max(200),
  kind: SearchedKind.nullable().default(null),
  offset: z.int().min(0).max(1_000).default(0),
  limit: z.int().min(1).max(100).default(25),
});
export type WordSearchRequest = z.output<typeof WordSearchRequest>;

export const WordSearchAnswer = z.strictObject({
  hits: z.array(WordHit),
  /** Of the kind asked for; at most the newest 1,000 are looked at. */
  total: z.int().min(0),
  newestOnly: z.boolean(),
  /** Of every kind, most first. */
  kinds: z.array(z.strictObject({ kind: SearchedKind, count: z.int().min(1) })),
});
export type WordSearchAnswer = z.output<typeof WordSearchAnswer>;

export const wordSearchOperations = {
  find: read(caseWorkers, WordSearchRequest, WordSearchAnswer),
};
