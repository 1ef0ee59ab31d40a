// Draft: text in the making, kept 400 ms after a pause, so that a lock or a power cut loses nothing.
// A draft belongs to the one person who is writing it, is bound to one record and form version, and leaves nothing when discarded.
import { z } from 'zod';
import { everyRole, opening, read, unloggedWrite } from '../contract/operation.ts';
import { CaseFileId, RecordId } from '../ids.ts';
import { Instant } from '../time.ts';
import { BasedOn, CaseRef } from './revision-mark.ts';

/** Longest draft, in characters of its JSON. */
export const DRAFT_LIMIT = 200_000;

/** What is being written. With no `recordId` it is a new record of that kind (one draft per kind and case). */
export const DraftTarget = z.strictObject({
  kind: z.string().regex(/^[a-z][a-z-]{0,39}$/),
  caseFileId: CaseFileId.optional(),
  recordId: RecordId.optional(),
});
export type DraftTarget = z.output<typeof DraftTarget>;

const body = z.json().refine((value) => JSON.stringify(value).length <= DRAFT_LIMIT, 'too long');

const written = {
  target: DraftTarget,
  formVersion: z.int().min(1).max(999).optional(),
  /** The revision it was begun on, to notice that somebody saved in between. */
  basedOn: BasedOn.optional(),
  /** The field with the caret, so that unlocking returns to it. */
  at: z.string().max(80).default(''),
  body,
};

export const Draft = z.strictObject({ ...written, savedAt: Instant });
export type Draft = z.output<typeof Draft>;

/** What "You were writing in …" needs; not the text itself. */
export const DraftRow = z.strictObject({
  target: DraftTarget,
  of: CaseRef.nullable(),
  at: z.string().max(80),
  savedAt: Instant,
});
export type DraftRow = z.output<typeof DraftRow>;

/** One line that says which record a draft is for; the key in the vault. */
export const targetKey = (target: {
  readonly kind: string;
  readonly caseFileId?: string | undefined;
  readonly recordId?: string | undefined;
}): string => [target.kind, target.caseFileId ?? '', target.recordId ?? ''].join('/');

/** The target that a key stands for. Throws when it is none. */
export function targetOf(key: string): DraftTarget {
  const [kind, caseFileId, recordId] = key.split('/');
  return DraftTarget.parse({ kind, ...(caseFileId ? { caseFileId } : {}), ...(recordId ? { recordId } : {}) });
}

const OfTarget = z.strictObject({ target: DraftTarget });

export const draftOperations = {
  /** Each person sees and changes only their own drafts. */
  save: opening(
    'own-words',
    unloggedWrite(everyRole, [], z.strictObject(written), z.strictObject({ savedAt: Instant })),
  ),
  get: opening('own-words', read(everyRole, OfTarget, Draft.nullable())),
  /** Newest first. */
  list: read(everyRole, z.strictObject({}), z.array(DraftRow)),
  discard: opening('house', unloggedWrite(everyRole, ['draft', 'today'], OfTarget, z.strictObject({}))),
};
