// Intake: saved whole, revision by revision; what it tells the case is written to the case file in the same transaction.
import { RecordId } from '#shared/ids';
import { caseFactsAfterIntake, type Intake, type intakeOperations, type StoredIntake } from '#shared/records/intake';
import type { WriteContext } from '../context.ts';
import type { ReadableDb } from '../database/sql.ts';
import type { Handlers } from '../router.ts';
import { change, loadCase } from './case-file.ts';
import { caseRef } from './case-ref.ts';
import { settleDraft } from './draft.ts';
import { acceptAnswers } from './form-answers.ts';
import { intakeKind, intakeOf } from './intake-kind.ts';
import { historyOf, saveRecord, type Stored } from './record-kind.ts';
import { revisionMark } from './revision-mark.ts';

type Reader = { readonly db: ReadableDb };

const shown = (reader: Reader, stored: Stored<Intake>): StoredIntake => ({
  ...stored.body,
  ...revisionMark(reader, stored),
  id: RecordId.parse(stored.id),
});

/** The case learns what this save changed; it gets no revision when nothing it keeps did. */
function tellTheCase(
  context: WriteContext,
  caseFileId: string,
  told: Parameters<typeof caseFactsAfterIntake>[1],
): void {
  const known = loadCase(context, caseFileId).body;
  const body = { ...known, ...caseFactsAfterIntake(known, told, context.today()) };
  if (JSON.stringify(body) !== JSON.stringify(known)) change(context, caseFileId, () => body);
}

export const intakeHandlers: Handlers<typeof intakeOperations> = {
  get: (context, { caseFileId }) => {
    caseRef(context, caseFileId);
    const stored = intakeOf(context, caseFileId);
    return stored === undefined ? null : shown(context, stored);
  },
  save: (context, { caseFileId, basedOn, formVersion, answers: given }) => {
    caseRef(context, caseFileId);
    const before = intakeOf(context, caseFileId);
    const { form, answers } = acceptAnswers(
      context,
      { formId: 'intake', formVersion, answers: given, part: 'open' },
      before?.body,
    );
    const saved = saveRecord(context, intakeKind, {
      id: before?.id ?? context.newId(),
      caseFileId,
      body: { caseFileId, formId: 'intake' as const, formVersion, answers },
      expectedRevision: basedOn,
    });
    tellTheCase(context, caseFileId, { form, before: before?.body.answers ?? {}, after: answers });
    settleDraft(context, 'intake', caseFileId, saved.id);
    return shown(context, saved);
  },
  history: (context, { caseFileId }) => {
    const stored = intakeOf(context, caseFileId);
    if (stored === undefined) return [];
    return historyOf(context, intakeKind, stored.id).map((one) => shown(context, one));
  },
};
