// The intake as a record, and what other kinds read of it; its operations are in intake.ts.
import type { Answers } from '#shared/answers';
import { Intake } from '#shared/records/intake';
import type { ReadableDb } from '../database/sql.ts';
import { wordsOfAnswers } from './form-answers.ts';
import { listRecords, recordKind, type Stored } from './record-kind.ts';

export const intakeKind = recordKind<Intake>({
  kind: 'intake',
  schema: Intake,
  table: 'intake',
  columns: (body) => ({ case_file_id: body.caseFileId, form_version: body.formVersion }),
  searchText: (body) => wordsOfAnswers('intake', body),
});

type Reader = { readonly db: ReadableDb };

export const intakeOf = (reader: Reader, caseFileId: string): Stored<Intake> | undefined =>
  listRecords(reader, intakeKind, 't.case_file_id = ?', [caseFileId])[0];

/** What was answered, for rules of other records; nothing when there is no intake. */
export const intakeAnswersOf = (reader: Reader, caseFileId: string): Answers =>
  intakeOf(reader, caseFileId)?.body.answers ?? {};
