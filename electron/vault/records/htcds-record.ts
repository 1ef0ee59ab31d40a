// HTCDS records in the vault: what a workbook said about one survivor. Sealed (T4) answers are told only after saying why,
// and are never indexed; neither are cells under headers that the standard does not know.
import { VaultError } from '#shared/contract/errors';
import { codesIn } from '#shared/htcds/draft-case';
import { htcdsField, type HtcdsFieldName } from '#shared/htcds/fields';
import { RecordId } from '#shared/ids';
import {
  type HtcdsAnswers,
  HtcdsRecord,
  type htcdsRecordOperations,
  type HtcdsRecordShown,
} from '#shared/records/htcds-record';
import { adultFrom } from '#shared/records/minority';
import { exploitationBits, genderCategory } from '#shared/statistics/counted-facts';
import type { PartialDate } from '#shared/partial-date';
import type { Handlers } from '../router.ts';
import type { WriteContext } from '../context.ts';
import { listRecords, loadRecord, recordKind, saveRecord, type Stored } from './record-kind.ts';
import { sealedOpeningKind } from './safety-plan-kind.ts';

export const htcdsRecordKind = recordKind<HtcdsRecord>({
  kind: 'htcds-record',
  schema: HtcdsRecord,
  table: 'htcds_record',
  columns: (body) => ({
    case_file_id: body.caseFileId,
    to_check: Object.values(body.answers).filter(({ check }) => check !== undefined).length,
    adult_by_birthday: adultFrom({ born: birthdateOf(body.answers), band: undefined }),
    gender: genderCategory(codesIn(body.answers, 'prs_Gender')[0] ?? ''),
    exploitation: exploitationBits(codesIn(body.answers, 'vic_TypeOfExploitation')),
  }),
  renewed: ['adult_by_birthday', 'gender', 'exploitation'],
  searchText: (body) => searchable(body.answers),
});

/** The birthday that a workbook gave, as far as it is known. */
export function birthdateOf(answers: HtcdsAnswers): PartialDate | null {
  const birthdate = answers.prs_Birthdate?.value;
  return birthdate?.kind === 'date' ? birthdate.date : null;
}

export const htcdsRecordHandlers: Handlers<typeof htcdsRecordOperations> = {
  list: (context, { caseFileId }) =>
    listRecords(context, htcdsRecordKind, 't.case_file_id = ? ORDER BY t.id', [caseFileId]).map(shown),
  openSealed: (context, { id, reason }) => {
    const { body } = loadRecord(context, htcdsRecordKind, id);
    // A record of its own, not a line of the audit trail: the reason is about her, and erasing her erases it.
    saveRecord(context, sealedOpeningKind, {
      id: context.newId(),
      caseFileId: body.caseFileId,
      body: { caseFileId: body.caseFileId, reason },
    });
    return { answers: answersWhere(body.answers, isSealed) };
  },
  correct: (context, request) => correct(context, request),
};

const isSealed = (field: HtcdsFieldName): boolean => htcdsField(field).tier === 'T4';

function answersWhere(answers: HtcdsAnswers, keep: (field: HtcdsFieldName) => boolean): HtcdsAnswers {
  return Object.fromEntries(Object.entries(answers).filter(([field]) => keep(field as HtcdsFieldName)));
}

function shown(stored: Stored<HtcdsRecord>): HtcdsRecordShown {
  const { answers, others, origin } = stored.body;
  return {
    id: RecordId.parse(stored.id),
    revision: stored.revision,
    answers: answersWhere(answers, (field) => !isSealed(field)),
    sealed: (Object.keys(answers) as HtcdsFieldName[]).filter(isSealed),
    others,
    origin,
  };
}

/** Words that people may look for: free text that is not sealed. Codes are found by lists, not by words. */
function searchable(answers: HtcdsAnswers): string {
  return Object.entries(answers)
    .filter(([field]) => !isSealed(field as HtcdsFieldName))
    .map(([, answer]) => (answer.value?.kind === 'text' ? answer.value.text : ''))
    .filter((text) => text !== '')
    .join('\n');
}

interface Correction {
  readonly id: RecordId;
  readonly revision: number;
  readonly field: HtcdsFieldName;
  readonly answer: HtcdsAnswers[HtcdsFieldName] & object;
}

/** The cell as written is the document's, not the person's: a correction cannot change it. */
function correct(context: WriteContext, { id, revision, field, answer }: Correction): HtcdsRecordShown {
  const { body } = loadRecord(context, htcdsRecordKind, id);
  const before = body.answers[field]?.asWritten;
  if (answer.asWritten !== undefined && answer.asWritten !== before)
    throw new VaultError('rule-broken', { rule: 'as-written' });
  const kept = before === undefined ? answer : { ...answer, asWritten: before };
  const answers = { ...body.answers, [field]: kept };
  return shown(
    saveRecord(context, htcdsRecordKind, {
      id,
      caseFileId: body.caseFileId,
      body: { ...body, answers },
      expectedRevision: revision,
    }),
  );
}
