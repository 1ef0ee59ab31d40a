// Interpreter: who may stand between two languages in this house, and for whom never (domain §4). Nobody unvetted is
// offered; family, children, residents and partners never are. Marked unsafe, an interpreter is left out of that case at
// once and offered to nobody until the director has looked. The reason is sealed (T4).
import { z } from 'zod';
import { caseWorkers, directorOnly, noteWriters, ofWeight, opening, read, write } from '../contract/operation.ts';
import { CaseFileId, RecordId } from '../ids.ts';
import { CalendarDate, Instant } from '../time.ts';
import { BasedOn, CaseRef, OfCase, RevisionMark } from './revision-mark.ts';

const Line = z.string().trim().max(200);

/** What an interpreter has in common with people she may fear. */
export const TieKind = z.enum(['COMMUNITY', 'FAMILY', 'EMPLOYER', 'NETWORK']);
export type TieKind = z.output<typeof TieKind>;

const details = {
  name: Line.min(1),
  agency: Line,
  languages: z.array(z.string().trim().min(1).max(80)).max(20),
  dialect: Line,
  gender: Line,
  vettedOn: CalendarDate.nullable(),
  confidentialitySignedOn: CalendarDate.nullable(),
  /** Village, community, employer or people: compared by their folded words. */
  ties: z.array(z.strictObject({ kind: TieKind, words: Line.min(1) })).max(20),
};
export const InterpreterDetails = z.strictObject(details);
export type InterpreterDetails = z.output<typeof InterpreterDetails>;

/** HELD: marked unsafe somewhere, and the director has not looked yet, or has decided that it stays so. */
export const Interpreter = z.strictObject({ ...details, standing: z.enum(['MAY_BE_ASKED', 'HELD']) });
export type Interpreter = z.output<typeof Interpreter>;

export const StoredInterpreter = z.strictObject({ ...Interpreter.shape, ...RevisionMark.shape, id: RecordId });
export type StoredInterpreter = z.output<typeof StoredInterpreter>;

/** Left out of one case for good. The reason is T4: read by the director alone, each time with a reason of its own. */
export const InterpreterExclusion = z.strictObject({
  caseFileId: CaseFileId,
  interpreterId: RecordId,
  conversationId: RecordId,
  stoppedAt: Instant,
  reason: z.string().max(2_000),
  /** When the director had looked at every case it may touch. */
  lookedAt: Instant.nullable(),
});
export type InterpreterExclusion = z.output<typeof InterpreterExclusion>;

/** For the director: who was stopped in which case, and which other cases had the same interpreter. Never why. */
export const UnsafeReview = z.strictObject({
  exclusionId: RecordId,
  revision: RevisionMark.shape.revision,
  interpreter: StoredInterpreter,
  /** Null for an earlier file that is sealed. */
  of: CaseRef.nullable(),
  stoppedAt: Instant,
  alsoUsedFor: z.array(CaseRef),
  hasReason: z.boolean(),
});
export type UnsafeReview = z.output<typeof UnsafeReview>;

const OpeningReason = z.string().trim().min(3).max(200);
const OfExclusion = { exclusionId: RecordId, basedOn: BasedOn };
const touched = ['interpreter', 'conversation'];

export const interpreterOperations = {
  list: read(noteWriters, z.strictObject({}), z.array(StoredInterpreter)),
  save: write(
    caseWorkers,
    touched,
    z.strictObject({ id: RecordId.optional(), basedOn: BasedOn, details: InterpreterDetails }),
    StoredInterpreter,
  ),
  /** Who may be asked for this case: vetted, sworn to silence, not held, and without a tie to whoever was unsafe here. */
  offered: read(noteWriters, OfCase, z.array(StoredInterpreter)),
  /** Every stop that the director has not looked at yet, newest first. */
  toReview: read(directorOnly, z.strictObject({}), z.array(UnsafeReview)),
  /** The person who stopped may say why, once; it is sealed at once. Errors: rule-broken {rule: 'interpreter-reason'}. */
  sayWhy: write(
    noteWriters,
    touched,
    z.strictObject({ exclusionId: RecordId, reason: z.string().trim().min(1).max(2_000) }),
    z.strictObject({}),
  ),
  openReason: ofWeight(
    opening(
      'facts',
      write(
        directorOnly,
        [],
        z.strictObject({ exclusionId: RecordId, why: OpeningReason }),
        z.strictObject({ reason: z.string() }),
      ),
    ),
  ),
  /** After looking at every case on the list. A director looks into it for the whole house, whoever works on the case. */
  /** It opens nothing of a case, so it is answered of a sealed one too. */
  reviewed: opening(
    'house',
    write(directorOnly, touched, z.strictObject({ ...OfExclusion, mayBeAskedAgain: z.boolean() }), z.strictObject({})),
  ),
};
