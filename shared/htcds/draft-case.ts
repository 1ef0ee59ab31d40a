// What a row of the workbook says for the case file itself. Everything else stays in the HTCDS record beside it.
import type { CaseFile } from '../records/case-file.ts';
import { traffickingFromHtcds } from '../records/case-origin.ts';
import type { CaseStatus } from '../records/case-status.ts';
import type { HtcdsAnswers } from '../records/htcds-record.ts';
import type { CalendarDate } from '../time.ts';
import type { HtcdsFieldName } from './fields.ts';
import { languages } from './languages.ts';
import { displayName } from './read-row.ts';

export type DraftCase = Pick<
  CaseFile,
  'nameUsed' | 'status' | 'openedOn' | 'languages' | 'confidentialityNotice' | 'trafficking'
>;

/** HTCDS status → ours (domain §1). */
const statuses: Readonly<Record<string, CaseStatus>> = {
  Active: 'ACTIVE',
  FollowUp: 'FOLLOW_UP',
  Closed: 'CLOSED',
  ClosedReferred: 'TRANSFERRED',
};

const LONGEST_NAME = 200;

/**
 * A row without a name is named by its number, "№ 12", until somebody knows better. The case counts as opened on the day of
 * the incoming referral when the workbook has that day, else today; the notice has to be given again, in this house's words.
 */
export function draftCase(
  answers: HtcdsAnswers,
  row: { readonly number: number; readonly today: CalendarDate },
): DraftCase {
  const referred = answers.cas_IncomingReferralDate?.value;
  const day = referred?.kind === 'date' && referred.date.precision === 'exact' ? referred.date.date : row.today;
  const [status = ''] = codesIn(answers, 'cas_Status');
  return {
    nameUsed: displayName(answers).slice(0, LONGEST_NAME).trim() || `№ ${row.number}`,
    status: statuses[status] ?? 'INTAKE',
    openedOn: day <= row.today ? day : row.today,
    languages: (['prs_PrimaryLanguage', 'prs_SecondaryLanguage'] as const)
      .flatMap((field) => codesIn(answers, field))
      .map(languageName),
    confidentialityNotice: { told: 'NOT_YET', reason: 'IMPORTED' },
    trafficking: traffickingFromHtcds(
      codesIn(answers, 'vic_TraffickingStatus')[0],
      codesIn(answers, 'vic_TraffickingStatusDecisionMakingOrg')[0],
    ),
  };
}

const names = new Map(languages.map(([code, , , name]) => [code, name.split(';')[0] ?? name]));
const languageName = (code: string): string => names.get(code) ?? code;

/** The codes of a list field; none when it was not asked or holds only words. */
export function codesIn(answers: HtcdsAnswers, field: HtcdsFieldName): readonly string[] {
  const value = answers[field]?.value;
  return value?.kind === 'choices' ? value.choices.flatMap((choice) => ('code' in choice ? [choice.code] : [])) : [];
}
