// Legal request: a subpoena, a warrant, an order, or somebody who only asks (domain §14). Nobody confirms or denies; a director alone
// accepts and answers it. A subpoena is usually no order of a court: never ignored, never simply handed over.
import { z } from 'zod';
import { caseWorkers, directorOnly, ofWeight, opening, read, write } from '../contract/operation.ts';
import { CaseFileId, RecordId, StaffMemberId } from '../ids.ts';
import { CalendarDate, Instant } from '../time.ts';
import { OwnSection } from './own-copy.ts';
import { Mask } from './own-copy.ts';
import { ReleaseCategory } from './release-categories.ts';
import { BasedOn, CaseRef, RevisionMark, StaffRef } from './revision-mark.ts';

/** In their order; a request moves forwards only. */
export const LegalRequestState = z.enum([
  'LOGGED',
  'WITH_COUNSEL',
  'VALIDITY_CHECK',
  'SURVIVOR_NOTIFIED',
  'ANSWERING',
  'DECIDED',
  'NOTHING_PRODUCED',
  'LIMITED_PRODUCTION',
  'CLOSED',
]);
export type LegalRequestState = z.output<typeof LegalRequestState>;

export const Instrument = z.enum([
  'SUBPOENA',
  'JUDGE_ORDER',
  'SEARCH_WARRANT',
  'ADMINISTRATIVE_WARRANT',
  'INFORMAL',
  'NOT_KNOWN',
]);
export type Instrument = z.output<typeof Instrument>;

/** What counsel may do before anything is given. */
export const AnswerStep = z.enum(['OBJECT', 'QUASH', 'PROTECTIVE_ORDER', 'IN_CAMERA']);
export type AnswerStep = z.output<typeof AnswerStep>;

const Line = z.string().trim().max(300);
const Words = z.string().trim().max(2_000);

/** Typed from the paper, never reckoned. */
export const Deadline = z.strictObject({ what: Line.min(1), on: CalendarDate, isDone: z.boolean() });

const told = {
  instrument: Instrument,
  /** Who brought it, and from where. */
  servedBy: Line.min(1),
  receivedOn: CalendarDate,
  /** What is asked for, as the paper says it. */
  asksFor: Words,
  deadlines: z.array(Deadline).max(20),
};

const course = {
  counsel: Line,
  /** What the check found: whether a judge signed it, and whether it fits this house. */
  validity: z.strictObject({ judgeSigned: z.boolean(), found: Words }).nullable(),
  /** What she wants, or that nobody reached her and what was tried. */
  wish: z
    .strictObject({ wants: z.enum(['RELEASE', 'OPPOSE', 'UNSURE', 'NOT_REACHED']), on: CalendarDate, how: Words })
    .nullable(),
  /** What was done so that it harms nobody. */
  protective: Words,
  steps: z.array(AnswerStep).max(4),
  decision: Words,
};

/** What a court ordered, line by line, and the two people who looked at it. */
export const Production = z.strictObject({
  categories: z.array(ReleaseCategory).min(1).max(ReleaseCategory.options.length),
  from: CalendarDate.nullable(),
  to: CalendarDate.nullable(),
  masks: z.array(Mask).max(20_000),
  /** Of the lines that are produced. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  preparedBy: StaffMemberId,
  approved: z.strictObject({ by: StaffMemberId, at: Instant }).nullable(),
  producedOn: CalendarDate.nullable(),
});
export type Production = z.output<typeof Production>;

export const LegalRequest = z.strictObject({
  ...told,
  ...course,
  /** Null: nobody of that name, or nobody known. It never changes: another person is another request. */
  caseFileId: CaseFileId.nullable(),
  state: LegalRequestState,
  production: Production.nullable(),
});
export type LegalRequest = z.output<typeof LegalRequest>;

export const StoredLegalRequest = z.strictObject({
  ...LegalRequest.shape,
  ...RevisionMark.shape,
  id: RecordId,
  of: CaseRef.nullable(),
  preparedBy: StaffRef.nullable(),
  approvedBy: StaffRef.nullable(),
});
export type StoredLegalRequest = z.output<typeof StoredLegalRequest>;

/** A day that a paper names, for Today. */
export const DueRequest = z.strictObject({ requestId: RecordId, what: Line, on: CalendarDate });
export type DueRequest = z.output<typeof DueRequest>;

/** What would be produced: the ordered parts and nothing else, before anybody took a line out. */
export const Producible = z.strictObject({ sections: z.array(OwnSection).max(60), sha256: Production.shape.sha256 });
export type Producible = z.output<typeof Producible>;

const touched = ['legalRequest', 'legalHold', 'caseFile', 'today', 'calendar', 'disclosureLog'];
const OfRequest = z.strictObject({ requestId: RecordId, basedOn: BasedOn });
const ordered = { categories: Production.shape.categories, from: Production.shape.from, to: Production.shape.to };

export const legalRequestOperations = {
  /** Newest first, those that are closed last. */
  list: read(directorOnly, z.strictObject({}), z.array(StoredLegalRequest)),
  get: opening('facts', read(directorOnly, z.strictObject({ requestId: RecordId }), StoredLegalRequest)),
  /** Accepts it. Places a hold on the case at once. */
  log: opening(
    'facts',
    write(directorOnly, touched, z.strictObject({ ...told, caseFileId: CaseFileId.nullable() }), StoredLegalRequest),
  ),
  /** Writes on it, and moves it on when `to` says so. Errors: rule-broken {rule: LegalRequestRefusal}, conflict. */
  save: opening(
    'facts',
    write(
      directorOnly,
      touched,
      OfRequest.extend({
        told: z.strictObject({ deadlines: told.deadlines, asksFor: told.asksFor, instrument: told.instrument }),
        course: z.strictObject(course),
        to: LegalRequestState.nullable(),
      }),
      StoredLegalRequest,
    ),
  ),
  /** What those parts hold: read by who prepares it and by the second person. */
  producible: read(caseWorkers, z.strictObject({ requestId: RecordId, ...ordered }), Producible),
  /** Errors: rule-broken {rule: LegalRequestRefusal}, conflict when the record was written on since. */
  prepare: ofWeight(
    write(
      directorOnly,
      touched,
      OfRequest.extend({ ...ordered, masks: Production.shape.masks, sha256: Production.shape.sha256 }),
      StoredLegalRequest,
    ),
  ),
  /** For the second person: what waits for her, and what it would hold. */
  toApprove: read(
    caseWorkers,
    z.strictObject({ caseFileId: CaseFileId }),
    z.array(z.strictObject({ requestId: RecordId, basedOn: BasedOn, production: Production, by: StaffRef.nullable() })),
  ),
  approve: ofWeight(write(caseWorkers, touched, OfRequest, z.strictObject({}))),
  /** Written into the log before the printer is asked. */
  produce: ofWeight(write(directorOnly, touched, OfRequest, StoredLegalRequest)),
};
