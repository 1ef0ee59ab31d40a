// Sealed notes: kept as a record like any other, with a body that the vault key does not open. Where a note stands is part of its
// sealing, so that it opens under its own id, in its own case, and nowhere else.
import { VaultError } from '#shared/contract/errors';
import { RecordId } from '#shared/ids';
import {
  type OpenedNote,
  SealedNote,
  type sealedNoteOperations,
  sealedNoteRefusal,
  type SealedNoteRow,
  SealedNoteWords,
} from '#shared/records/sealed-note';
import type { Compartment, ReadContext, WriteContext } from '../context.ts';
import type { Handlers } from '../router.ts';
import { caseRef } from './case-ref.ts';
import { settleDraft } from './draft.ts';
import { listRecords, loadRecord, recordKind, saveRecord, type Stored } from './record-kind.ts';
import { obey, staffRef } from './revision-mark.ts';
import { sealedOpeningKind } from './safety-plan-kind.ts';

/** T4: no search text, no timeline words, no part in summaries, packages or prints. */
export const sealedNoteKind = recordKind<SealedNote>({
  kind: 'sealed-note',
  schema: SealedNote,
  table: 'sealed_note',
  columns: (body) => ({ case_file_id: body.caseFileId, correction_of: body.correctionOf }),
});

export const sealedNoteHandlers: Handlers<typeof sealedNoteOperations> = {
  list: (context, { caseFileId }) => {
    caseRef(context, caseFileId);
    return notesOf(context, caseFileId).map((stored) => rowOf(context, stored));
  },
  open: (context, { caseFileId, reason }) => {
    const compartment = herCompartment(context);
    const body = { caseFileId, reason, thing: 'sealed-notes' as const };
    saveRecord(context, sealedOpeningKind, { id: context.newId(), caseFileId, body });
    return notesOf(context, caseFileId).map((stored) => opened(context, compartment, stored));
  },
  add: (context, { caseFileId, correctionOf, note }) => {
    const compartment = herCompartment(context);
    caseRef(context, caseFileId);
    obey(sealedNoteRefusal(note));
    if (correctionOf !== null) obey(correctionRefusal(context, caseFileId, correctionOf));
    const id = context.newId();
    const sealed = compartment.seal(placeOf(caseFileId, id), JSON.stringify(note));
    const body: SealedNote = { caseFileId, correctionOf, sealed };
    settleDraft(context, 'sealed-note', caseFileId, correctionOf ?? undefined);
    const stored = saveRecord(context, sealedNoteKind, { id, caseFileId, body, expectedRevision: 0 });
    return opened(context, compartment, stored);
  },
};

function herCompartment(context: WriteContext): Compartment {
  const compartment = context.compartment();
  if (compartment === null) throw new VaultError('rule-broken', { rule: 'compartment-member' });
  return compartment;
}

/** Throws `not-found` for a note that is not hers or stands in another case. */
function correctionRefusal(context: ReadContext, caseFileId: string, noteId: string): string | null {
  const first = loadRecord(context, sealedNoteKind, noteId);
  const isHers = first.savedBy === context.staffMember.id && first.body.caseFileId === caseFileId;
  if (!isHers) throw new VaultError('not-found');
  return correctedBy(context, noteId) === null ? null : 'note-already-corrected';
}

/** A note is saved once, so that the first saved state is the only one. */
const placeOf = (caseFileId: string, noteId: string): string => `note/${caseFileId}/${noteId}/1`;

const notesOf = (context: ReadContext, caseFileId: string): Stored<SealedNote>[] =>
  listRecords(context, sealedNoteKind, 't.case_file_id = ? ORDER BY t.revision_seq DESC', [caseFileId]);

function rowOf(context: ReadContext, { id, savedAt, savedBy, body }: Stored<SealedNote>): SealedNoteRow {
  return {
    id: RecordId.parse(id),
    by: staffRef(context, savedBy),
    writtenAt: savedAt,
    correctionOf: body.correctionOf,
    correctedBy: correctedBy(context, id),
  };
}

function opened(context: ReadContext, compartment: Compartment, stored: Stored<SealedNote>): OpenedNote {
  const words = compartment.open(placeOf(stored.body.caseFileId, stored.id), stored.body.sealed);
  const note = words === null ? null : SealedNoteWords.parse(JSON.parse(words));
  return { ...rowOf(context, stored), note };
}

function correctedBy(context: ReadContext, id: string): RecordId | null {
  const row = context.db.get<{ id: string }>('SELECT id FROM sealed_note WHERE correction_of = ?', [id]);
  return row === undefined ? null : RecordId.parse(row.id);
}
