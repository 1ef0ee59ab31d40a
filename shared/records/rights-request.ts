// Rights request: what a survivor asks about her own record (domain §15; GDPR Art. 12–22), by when it is answered, and how it ended.
// Asking is never a mark against anybody, and help never depends on it.
import { z } from 'zod';
import { caseWorkers, read, write } from '../contract/operation.ts';
import { CaseFileId, RecordId } from '../ids.ts';
import { CalendarDate } from '../time.ts';
import { CaseNumber } from './case-number.ts';
import { BasedOn, CaseRef, OfCase, RevisionMark } from './revision-mark.ts';

export const RightsKind = z.enum([
  'ACCESS',
  'COPY',
  'CORRECT',
  'ADD_STATEMENT',
  'RESTRICT',
  'ERASE',
  'PORTABILITY',
  'DISCLOSURE_LOG',
  'CHANGE_WORKER',
  'COMPLAINT',
]);
export type RightsKind = z.output<typeof RightsKind>;

/** Which time runs: one month of the GDPR in the EU or the UK, or the house's own 14 days. */
export const Timing = z.enum(['GDPR', 'UK_GDPR', 'POLICY']);
export type Timing = z.output<typeof Timing>;

export const RightsEnd = z.enum(['DONE', 'PARTLY', 'REFUSED', 'WITHDRAWN']);
export type RightsEnd = z.output<typeof RightsEnd>;

/** The only reasons for which erasing is refused (domain §15). */
export const ErasureBar = z.enum(['LEGAL_HOLD', 'STATUTORY_RETENTION', 'LEGAL_CLAIMS', 'OPEN_SAFETY_REPORT']);
export type ErasureBar = z.output<typeof ErasureBar>;

/** Herself, or a parent or guardian, of whom must be asked whether they cause harm. */
export const AskedBy = z.discriminatedUnion('who', [
  z.strictObject({ who: z.literal('SELF') }),
  z.strictObject({
    who: z.literal('GUARDIAN'),
    name: z.string().trim().max(200),
    /** Only `false` lets anything be given. */
    harms: z.boolean().nullable(),
  }),
]);
export type AskedBy = z.output<typeof AskedBy>;

export const RightsOutcome = z.strictObject({
  end: RightsEnd,
  on: CalendarDate,
  /** For an erasure that was refused, whole or in part. */
  codes: z.array(ErasureBar).max(4),
  /** What was said to her, in plain words. */
  words: z.string().trim().max(2_000),
  /** Of an erasure: she was offered that a part goes now, e.g. what she told, while counts without a name stay. */
  partlyOffered: z.boolean(),
  reviewOn: CalendarDate.nullable(),
});
export type RightsOutcome = z.output<typeof RightsOutcome>;

const asked = {
  caseFileId: CaseFileId,
  kind: RightsKind,
  receivedOn: CalendarDate,
  /** What she asked, in her words. */
  words: z.string().trim().max(2_000),
  askedBy: AskedBy,
  timing: Timing,
};

export const RightsRequest = z.strictObject({
  ...asked,
  identity: z.strictObject({ how: z.enum(['IN_PERSON', 'SAFE_WORD']), on: CalendarDate }).nullable(),
  /** She was told that it takes up to two months more, and why. */
  extended: z.strictObject({ toldOn: CalendarDate, why: z.string().trim().min(3).max(500) }).nullable(),
  outcome: RightsOutcome.nullable(),
  /** Of a restriction: the day on which she took it back. */
  liftedOn: CalendarDate.nullable(),
  /** The last day for an answer as it was reckoned; null in requests from before this was kept. */
  due: CalendarDate.nullable().default(null),
  /** What was erased for this request so far, by the number of its certificate. */
  erased: z
    .array(z.strictObject({ on: CalendarDate, certificate: CaseNumber, count: z.int().min(1) }))
    .max(200)
    .default([]),
});
export type RightsRequest = z.output<typeof RightsRequest>;

export const StoredRightsRequest = z.strictObject({
  ...RightsRequest.shape,
  ...RevisionMark.shape,
  id: RecordId,
  /** The last day for an answer. */
  dueOn: CalendarDate,
});
export type StoredRightsRequest = z.output<typeof StoredRightsRequest>;

/** For Today and the calendar: the last day for an answer, or the day to look at a refusal again. */
export const DueRight = z.strictObject({
  requestId: RecordId,
  of: CaseRef,
  kind: RightsKind,
  on: CalendarDate,
  isAgain: z.boolean(),
});
export type DueRight = z.output<typeof DueRight>;

const touched = ['rightsRequest', 'caseFile', 'today', 'calendar'];
const OfRequest = z.strictObject({ requestId: RecordId, basedOn: BasedOn });

export const rightsRequestOperations = {
  /** Newest first. `restrictedSince`: nothing of this record is to be used; `timing`: what this house used last. */
  list: read(
    caseWorkers,
    OfCase,
    z.strictObject({
      requests: z.array(StoredRightsRequest),
      restrictedSince: CalendarDate.nullable(),
      timing: Timing,
      isHeld: z.boolean(),
    }),
  ),
  /** Errors: rule-broken {rule: RightsRefusal}. */
  receive: write(caseWorkers, touched, z.strictObject(asked), StoredRightsRequest),
  checkIdentity: write(
    caseWorkers,
    touched,
    OfRequest.extend({ how: z.enum(['IN_PERSON', 'SAFE_WORD']) }),
    StoredRightsRequest,
  ),
  /** Two further months, told to her today. Errors: rule-broken {rule: RightsRefusal}. */
  extend: write(
    caseWorkers,
    touched,
    OfRequest.extend({ why: z.string().trim().min(3).max(500) }),
    StoredRightsRequest,
  ),
  /** Errors: rule-broken {rule: RightsRefusal}, conflict. */
  settle: write(
    caseWorkers,
    touched,
    OfRequest.extend({ outcome: RightsOutcome.omit({ on: true }) }),
    StoredRightsRequest,
  ),
  /** She takes her restriction back. */
  lift: write(caseWorkers, touched, OfRequest, StoredRightsRequest),
};
