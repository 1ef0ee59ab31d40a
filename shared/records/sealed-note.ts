// Sealed note: what a counsellor keeps apart from everything, encrypted for the compartment. T4: in no search, no package, no print
// and no summary; outside the compartment only that there is one, whose, and since when. Never edited: a correction points back.
import { z } from 'zod';
import { clinicians, counsellors, ofWeight, opening, read, write } from '../contract/operation.ts';
import { CaseFileId, RecordId } from '../ids.ts';
import { CalendarDate, Instant } from '../time.ts';
import { OpeningReason } from './break-glass.ts';
import { NewCaseNote } from './case-note.ts';
import { OfCase, StaffRef } from './revision-mark.ts';

/** What it is about: the care that domain §21 keeps stricter than the rest. What was said in therapy has no kind of its own. */
export const SealedNoteKind = z.enum(['MENTAL_HEALTH', 'CRISIS', 'SUBSTANCE_USE', 'SEXUAL_HEALTH', 'OTHER_CARE']);
export type SealedNoteKind = z.output<typeof SealedNoteKind>;

/** The part that is encrypted. */
export const SealedNoteWords = z.strictObject({
  kind: SealedNoteKind,
  /** The day it is about. */
  happenedOn: CalendarDate,
  /** Whether she is all right with notes; with NO nothing is written down here. */
  notesConsent: NewCaseNote.shape.notesConsent,
  words: z.string().max(20_000),
});
export type SealedNoteWords = z.output<typeof SealedNoteWords>;

/** As it is stored: base64 of a sealed text (electron/vault/keys/README.md, "The compartment"). */
export const SealedNote = z.strictObject({
  caseFileId: CaseFileId,
  correctionOf: RecordId.nullable(),
  sealed: z.base64().max(200_000),
});
export type SealedNote = z.output<typeof SealedNote>;

const about = {
  id: RecordId,
  by: StaffRef.nullable(),
  writtenAt: Instant,
  correctionOf: RecordId.nullable(),
  /** The note that puts this one right; this one stays readable. */
  correctedBy: RecordId.nullable(),
};
export const SealedNoteRow = z.strictObject(about);
export type SealedNoteRow = z.output<typeof SealedNoteRow>;

/** Words are null when nobody was left who could open them. */
export const OpenedNote = z.strictObject({ ...about, note: SealedNoteWords.nullable() });
export type OpenedNote = z.output<typeof OpenedNote>;

export type SealedNoteRefusal = 'note-empty' | 'note-without-consent';

/** Why this may not be kept, or null when it may. */
export function sealedNoteRefusal({ notesConsent, words }: SealedNoteWords): SealedNoteRefusal | null {
  if (notesConsent === 'NO') return 'note-without-consent';
  return words.trim() === '' ? 'note-empty' : null;
}

const touched = ['sealedNote'];

export const sealedNoteOperations = {
  /** Newest first: that they are there, and whose. Nothing of them. */
  list: opening('facts', read(clinicians, OfCase, z.array(SealedNoteRow))),
  /** A write, because the reason and the look are kept before anything is shown. Error: rule-broken {rule: 'compartment-member'}. */
  open: ofWeight(
    write(counsellors, ['caseFile'], z.strictObject({ ...OfCase.shape, reason: OpeningReason }), z.array(OpenedNote)),
  ),
  /**
   * A correction is of a note of her own. Errors: rule-broken {rule: SealedNoteRefusal | 'compartment-member' |
   * 'note-already-corrected'}, not-found.
   */
  add: write(
    counsellors,
    touched,
    z.strictObject({ ...OfCase.shape, correctionOf: RecordId.nullable(), note: SealedNoteWords }),
    OpenedNote,
  ),
};
