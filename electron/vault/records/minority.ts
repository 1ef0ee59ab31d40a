// Whether somebody counts as under 18, from her intake and the workbook she may have come with. Kept nowhere: it follows.
import type { Answer } from '#shared/answers';
import {
  type Minority,
  type minorityOperations,
  standingOn,
  countsAsMinor,
  TELL_WITHIN,
} from '#shared/records/minority';
import type { ReadContext } from '../context.ts';
import type { Handlers } from '../router.ts';
import { caseFileKind } from './case-file-kind.ts';
import { caseRef } from './case-ref.ts';
import { intakeAnswersOf } from './intake-kind.ts';
import { birthdayOf, personFacts } from './person-facts.ts';
import { loadRecord } from './record-kind.ts';

export const minorityHandlers: Handlers<typeof minorityOperations> = {
  get: (context, { caseFileId }) => {
    caseRef(context, caseFileId);
    return minorityOf(context, caseFileId);
  },
};

/** As of today. */
export function minorityOf(context: ReadContext, caseFileId: string): Minority {
  const intake = intakeAnswersOf(context, caseFileId);
  const band = intake['age-band'];
  const standing = standingOn({ born: birthdayOf(context, caseFileId), band }, context.today());
  const { nationalities } = personFacts(context, loadRecord(context, caseFileKind, caseFileId));
  const fromElsewhere = nationalities.length === 0 ? 'NOT_KNOWN' : nationalities.includes('US') ? 'NO' : 'YES';
  const told = latest([band, intake['born-on'], intake['nationality']]);
  const isDue = countsAsMinor(standing) && fromElsewhere === 'YES' && told !== null;
  return { standing, fromElsewhere, tellBy: isDue ? told + TELL_WITHIN : null };
}

/** When the last of these was said; null when none was. */
function latest(answers: readonly (Answer | undefined)[]): number | null {
  const said = answers.flatMap((answer) => (answer === undefined || answer.state === 'NOT_ASKED' ? [] : [answer]));
  return said.length === 0 ? null : Math.max(...said.map(({ recordedAt }) => recordedAt));
}
