// The list before a run. By number: whoever signs beside the director may not know the name. What a newer case of the same person
// needs is not in it.
import type { CaseFile } from '#shared/records/case-file';
import { CaseFileId } from '#shared/ids';
import { COMING_DAYS, type KeptCase } from '#shared/records/retention';
import { isDue } from '#shared/records/retention-rules';
import { addDays, type CalendarDate } from '#shared/time';
import type { ReadContext } from '../context.ts';
import { caseFileKind } from '../records/case-file-kind.ts';
import { isSealed } from '../records/case-reach.ts';
import { isHereAgain } from '../records/episode-kind.ts';
import { standingHolds } from '../records/legal-hold.ts';
import { PARTS_OF_OTHERS } from '../records/one-record.ts';
import { listRecords, type Stored } from '../records/record-kind.ts';
import { contactKeeping, keepingNow, type PartKeeping, toldKeeping } from '../records/retention-rules.ts';

type Line = PartKeeping & Pick<KeptCase, 'class' | 'because'>;

/** What is due now, held back, or due within 30 days; in the order of days. A case that waits for a word about the law is listed too. */
export function keptCases(context: ReadContext): KeptCase[] {
  const until = addDays(context.today(), COMING_DAYS);
  const ended = listRecords(
    context,
    caseFileKind,
    `t.status IN ('CLOSED', 'TRANSFERRED', 'INQUIRY', 'FOLLOW_UP') AND t.id NOT IN (${PARTS_OF_OTHERS}) ORDER BY t.case_number`,
  );
  return ended
    .filter(({ id }) => !isHereAgain(context, id))
    .flatMap((stored) => linesOf(context, stored, until).map((line) => shown(context, stored, line)))
    .sort((one, other) => one.ruleOn.localeCompare(other.ruleOn) || one.caseNumber.localeCompare(other.caseNumber));
}

/** Where the whole is due its parts are not listed beside it. */
function linesOf(context: ReadContext, stored: Stored<CaseFile>, until: CalendarDate): Line[] {
  const today = context.today();
  const whole = keepingNow(context, stored);
  const wholeLine = whole === null || whole.ruleOn > until ? [] : [whole];
  if (whole !== null && isDue(whole, today)) return wholeLine;
  // That there are such records is a word of the file: of a sealed one it is not told.
  const told = isSealed(context, stored.id) ? [] : asLine('TOLD', toldKeeping(context, stored));
  const contact = told.some((line) => isDue(line, today)) ? [] : asLine('CONTACT', contactKeeping(context, stored));
  return [...contact, ...told, ...wholeLine].filter(({ ruleOn }) => ruleOn <= until);
}

const asLine = (ruleClass: 'CONTACT' | 'TOLD', keeping: PartKeeping | null): Line[] =>
  keeping === null ? [] : [{ ...keeping, class: ruleClass, because: 'RULE' }];

/** What keeps a sealed file longer is not told, only that something does. */
export const becauseTold = (context: ReadContext, id: string, because: Line['because']): KeptCase['because'] =>
  because !== 'RULE' && isSealed(context, id) ? 'NOT_TOLD' : because;

function shown(context: ReadContext, { id, body }: Stored<CaseFile>, line: Line): KeptCase {
  const [hold] = standingHolds(context, id);
  // Two people read this list: of a sealed file it says that it is held, and not why.
  const told = hold && isSealed(context, id) ? { ...hold.body, reason: '', authority: '' } : hold?.body;
  return {
    caseFileId: CaseFileId.parse(id),
    caseNumber: body.caseNumber,
    ...line,
    because: becauseTold(context, id, line.because),
    isDue: isDue(line, context.today()),
    hold: told ? { reason: told.reason, authority: told.authority, startedOn: told.startedOn } : null,
  };
}
