// Intake: saved whole, revision by revision; what it tells the case is written to the case file in the same transaction.
import type { Answers } from '#shared/answers';
import { RecordId } from '#shared/ids';
import { caseFactsAfterIntake, Intake, type intakeOperations, type StoredIntake } from '#shared/records/intake';
import type { WriteContext } from '../context.ts';
import type { ReadableDb } from '../database/sql.ts';
import type { Handlers } from '../router.ts';
import { change, loadCase } from './case-file.ts';
import { caseRef } from './case-ref.ts';
import { settleDraft } from './draft.ts';
import { acceptAnswers, wordsOfAnswers } from './form-answers.ts';
import { historyOf, listRecords, recordKind, saveRecord, type Stored } from './record-kind.ts';
import { revisionMark } from './revision-mark.ts';

export const intakeKind = recordKind<Intake>({
  kind: 'intake',
  schema: Intake,
  table: 'intake',
  columns: (body) => ({ case_file_id: body.caseFileId, form_version: body.formVersion }),
  searchText: (body) => wordsOfAnswers('intake', body),
});

type Reader = { readonly db: ReadableDb };

const intakeOf = (reader: Reader, caseFileId: string): Stored<Intake> | undefined =>
  listRecords(reader, intakeKind, 't.case_file_id = ?', [caseFileId])[0];

/** What was answered, for rules of other records; nothing when there is no intake. */
export const intakeAnswersOf = (reader: Reader, caseFileId: string): Answers =>
  intakeOf(reader, caseFileId)?.body.answers ?? {};

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
