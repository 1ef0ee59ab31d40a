// Case note: a dated entry about a contact. Her words stand as quotes, apart from what staff write, and never change.
// A note is never edited: a correction is a note of its own that points back, and both stay readable (domain §4, §15).
import { z } from 'zod';
import { AnswerSource, QuestionId } from '../answers.ts';
import { caseWorkers, noteWriters, read, write } from '../contract/operation.ts';
import { FormId } from '../forms/form-definition.ts';
import { CaseFileId, RecordId } from '../ids.ts';
import { CalendarDate, Instant } from '../time.ts';
import { OfCase, Page, RevisionMark } from './revision-mark.ts';

/** domain §4, purposes of a conversation, and the plain note. */
export const NoteKind = z.enum([
  'WELCOME',
  'NEEDS',
  'SAFETY',
  'PLAN',
  'REVIEW',
  'LEGAL_PREP',
  'CHECK_IN',
  'EXIT',
  'NOTE',
]);
export type NoteKind = z.output<typeof NoteKind>;

/** Kept letter for letter: not trimmed, not corrected. A translation stands beside the original. */
export const Quote = z
  .strictObject({
    words: z.string().min(1).max(5_000),
    /** ISO 639 code, or empty when not known. */
    language: z.string().max(20),
    translation: z.string().max(5_000).optional(),
    translator: z.string().trim().max(200).optional(),
  })
  .refine(({ words }) => words.trim() !== '');
export type Quote = z.output<typeof Quote>;

/** The question of a form that was told about, so that no form asks it again. */
export const ToldAbout = z.strictObject({ form: FormId, question: QuestionId });
export type ToldAbout = z.output<typeof ToldAbout>;

const written = {
  caseFileId: CaseFileId,
  kind: NoteKind,
  /** The day it is about. */
  happenedOn: CalendarDate,
  /** Whether she is all right with notes: with NO only the kind and the time are kept. */
  notesConsent: z.enum(['YES', 'YES_BUT_LIMITED', 'NO']),
  body: z.string().max(50_000),
  quotes: z.array(Quote).max(40),
  source: AnswerSource,
  /** Told once: what, and whether it may be used again without asking her. */
  toldOnce: z
    .strictObject({
      what: z.string().trim().min(1).max(300),
      mayBeReused: z.boolean(),
      about: ToldAbout.nullable().default(null),
    })
    .nullable(),
  /** The conversation it was made in. Its purpose, and her answer about notes there, hold for the note. */
  conversationId: RecordId.nullable().default(null),
};

export const CaseNote = z.strictObject({ ...written, correctionOf: RecordId.nullable() });
export type CaseNote = z.output<typeof CaseNote>;

export const StoredCaseNote = z.strictObject({
  ...CaseNote.shape,
  ...RevisionMark.shape,
  id: RecordId,
  writtenAt: Instant,
  /** The note that puts this one right; this one stays readable, struck. */
  correctedBy: RecordId.nullable(),
});
export type StoredCaseNote = z.output<typeof StoredCaseNote>;

export const NewCaseNote = z.strictObject(written);
export type NewCaseNote = z.output<typeof NewCaseNote>;

export type NoteRefusal = 'note-empty' | 'note-without-consent' | 'note-quote-changed';

/** Why this note may not be kept, or null when it may. Without her consent nothing but the time is written down. */
export function noteRefusal(note: NewCaseNote): NoteRefusal | null {
  const says = note.body.trim() !== '' || note.quotes.length > 0 || note.toldOnce !== null;
  if (note.notesConsent === 'NO') return says ? 'note-without-consent' : null;
  return says ? null : 'note-empty';
}

const quoteKey = (quote: Quote): string => JSON.stringify([quote.words, quote.language]);

/** A correction repeats every quote of the first note word for word; it may add quotes and translations. */
export function correctionRefusal(first: Pick<CaseNote, 'quotes'>, correction: NewCaseNote): NoteRefusal | null {
  const kept = new Set(correction.quotes.map(quoteKey));
  if (first.quotes.some((quote) => !kept.has(quoteKey(quote)))) return 'note-quote-changed';
  return noteRefusal(correction);
}

const touched = ['caseNote', 'caseFile'];

export const caseNoteOperations = {
  /** Errors: rule-broken {rule: NoteRefusal | ConversationRefusal}, not-found. */
  add: write(noteWriters, touched, NewCaseNote, StoredCaseNote),
  /** Errors: rule-broken {rule: NoteRefusal | 'note-already-corrected'}, not-found. */
  correct: write(noteWriters, touched, z.strictObject({ noteId: RecordId, note: NewCaseNote }), StoredCaseNote),
  /** Newest first. A clinician is given her own, here and in `correct`. */
  list: read(
    noteWriters,
    z.strictObject({ ...OfCase.shape, ...Page }),
    z.strictObject({ notes: z.array(StoredCaseNote), total: z.int().min(0) }),
  ),
  /** What she told once and need not tell again. */
  toldOnce: read(
    caseWorkers,
    OfCase,
    z.array(
      z.strictObject({
        noteId: RecordId,
        what: z.string(),
        mayBeReused: z.boolean(),
        about: ToldAbout.nullable(),
        toldTo: z.string().max(200),
        on: CalendarDate,
      }),
    ),
  ),
};
