// The intake as a record, and what other kinds read of it; its operations are in intake.ts.
import type { Answers } from '#shared/answers';
import { PartialDate } from '#shared/partial-date';
import { Intake } from '#shared/records/intake';
import { adultFrom } from '#shared/records/minority';
import type { ReadableDb } from '../database/sql.ts';
import { wordsOfAnswers } from './form-answers.ts';
import { listRecords, recordKind, type Stored } from './record-kind.ts';

export const intakeKind = recordKind<Intake>({
  kind: 'intake',
  schema: Intake,
  table: 'intake',
  columns: (body) => ({
    case_file_id: body.caseFileId,
    form_version: body.formVersion,
    adult_by_birthday: adultFrom({ born: birthdayIn(body.answers), band: undefined }),
    adult_by_band: adultFrom({ born: null, band: body.answers['age-band'] }),
  }),
  renewed: ['adult_by_birthday', 'adult_by_band'],
  searchText: (body) => wordsOfAnswers('intake', body),
});

/** The birthday that was told, as far as it is known. */
function birthdayIn(answers: Answers): PartialDate | null {
  return PartialDate.safeParse(answers['born-on']?.value).data ?? null;
}

type Reader = { readonly db: ReadableDb };

export const intakeOf = (reader: Reader, caseFileId: string): Stored<Intake> | undefined =>
  listRecords(reader, intakeKind, 't.case_file_id = ?', [caseFileId])[0];

/** What was answered, for rules of other records; nothing when there is no intake. */
export const intakeAnswersOf = (reader: Reader, caseFileId: string): Answers =>
  intakeOf(reader, caseFileId)?.body.answers ?? {};
