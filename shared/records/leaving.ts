// Somebody leaves the house (domain §11): what to hand on and to collect before her access is taken away, which is an act of its own.
import { z } from 'zod';
import { directorOnly, read, Role, write } from '../contract/operation.ts';
import { RecordId, StaffMemberId } from '../ids.ts';
import { CalendarDate, Instant } from '../time.ts';
import { BasedOn, CaseRef, Revision, StaffRef } from './revision-mark.ts';
import { SheetKind } from './print-log.ts';
import { WorkerWish } from './worker-wish.ts';

/** What only people can do; the program counts what it knows of beside it. */
export const LeavingItem = z.enum(['TOLD', 'PAPERS', 'STICKS', 'DEVICES', 'KEYS', 'CODES', 'AGENCIES']);
export type LeavingItem = z.output<typeof LeavingItem>;

export const Leaving = z.strictObject({ staffMemberId: StaffMemberId, done: z.array(LeavingItem) });
export type Leaving = z.output<typeof Leaving>;

/** How far the look back goes. */
export const LOOK_BACK_DAYS = 30;

const CaseToHandOn = z.strictObject({
  of: CaseRef,
  /** Colleagues who work on it as well and have access. */
  others: z.array(StaffRef),
  isMinor: z.boolean(),
  /** Null: not asked yet. */
  wish: WorkerWish.omit({ caseFileId: true }).nullable(),
});
export type CaseToHandOn = z.output<typeof CaseToHandOn>;

/** Paper that she printed and that is not due to be destroyed yet. */
const PaperOut = z.strictObject({ id: RecordId, of: CaseRef, sheet: SheetKind, at: Instant, shredOn: CalendarDate });
/** A stick or disk she wrote to: the medium of a backup, or the agency that a package was for. */
const MediumOut = z.strictObject({ id: RecordId, kind: z.enum(['BACKUP', 'PACKAGE']), words: z.string(), at: Instant });

/** Her last days in the audit: which cases, what kinds of acts, how often refused. Never what was written. */
const LookBack = z.strictObject({
  since: CalendarDate,
  entries: z.int().min(0),
  refused: z.int().min(0),
  cases: z.array(z.strictObject({ of: CaseRef, times: z.int().min(1), lastAt: Instant })),
  /** By the kind of record, as the texts name it. */
  acts: z.array(z.strictObject({ kind: z.string(), times: z.int().min(1), lastAt: Instant })),
});

export const LeavingState = z.strictObject({
  person: StaffRef,
  role: Role,
  hasLeft: z.boolean(),
  cases: z.array(CaseToHandOn),
  papers: z.array(PaperOut),
  media: z.array(MediumOut),
  lookBack: LookBack,
  done: z.array(LeavingItem),
  revision: Revision.or(z.literal(0)),
});
export type LeavingState = z.output<typeof LeavingState>;

const OfPerson = { staffMemberId: StaffMemberId };

export const leavingOperations = {
  get: read(directorOnly, z.strictObject(OfPerson), LeavingState),
  /** Errors: not-found, conflict. */
  tick: write(
    directorOnly,
    ['leaving'],
    z.strictObject({ ...OfPerson, basedOn: BasedOn, item: LeavingItem, isDone: z.boolean() }),
    LeavingState,
  ),
};
