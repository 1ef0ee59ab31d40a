// How long this house keeps what: the one record of it; until a director saves it, the suggestions of domain §16. And what the rules
// and the holds say of a case and of what may go of it before the rest.
import {
  type Clinical,
  contactOn,
  eligibleOn,
  type Hold,
  type KeepDays,
  keepingOf,
  type Keeping,
  suggestedDays,
  toldOn,
} from '#shared/records/retention-rules';
import { kindsOf, toldKinds } from '#shared/records/erased-part';
import { RetentionRules, type StoredRules } from '#shared/records/retention';
import { adultFrom, countsAsMinor, standingOn } from '#shared/records/minority';
import type { CaseFile } from '#shared/records/case-file';
import { addDays, addMonths, type CalendarDate } from '#shared/time';
import type { ReadContext, WriteContext } from '../context.ts';
import type { ReadableDb } from '../database/sql.ts';
import { recordsOfKinds, withoutProtecting } from './erased-part.ts';
import { intakeAnswersOf } from './intake-kind.ts';
import { holdsOf } from './legal-hold.ts';
import { birthdayOf } from './person-facts.ts';
import { onlyRecord, recordKind, saveRecord, type Stored } from './record-kind.ts';
import { reachKeptSince } from './redact-contact.ts';

export const retentionRulesKind = recordKind<RetentionRules>({
  kind: 'retention-rules',
  schema: RetentionRules,
  table: 'retention_rules',
  columns: () => ({}),
});

type Reader = { readonly db: ReadableDb };
const saved = (reader: Reader) => onlyRecord(reader, retentionRulesKind);

export const rulesNow = (reader: Reader): KeepDays => saved(reader)?.body ?? suggestedDays;

export const storedRules = (reader: Reader): StoredRules => ({
  ...rulesNow(reader),
  revision: saved(reader)?.revision ?? 0,
});

export function saveRules(context: WriteContext, body: RetentionRules, basedOn: number): StoredRules {
  const id = saved(context)?.id ?? context.newId();
  saveRecord(context, retentionRulesKind, { id, caseFileId: null, body, expectedRevision: basedOn });
  return storedRules(context);
}

const holdsNow = (reader: Reader, caseFileId: string): Hold[] =>
  holdsOf(reader, caseFileId).map(({ body }) => ({ start: body.startedOn, end: body.ended?.on ?? null }));

/** What the rules and the holds say of a case; null while it is open. */
export const keepingNow = (context: ReadContext, { id, body }: Stored<CaseFile>): Keeping | null =>
  keepingOf(body, rulesNow(context), holdsNow(context, id), clinicalOf(context, { id, body }));

/** The law keeps clinical records of somebody who was under 18 for now, or nobody has said how long it does. */
export function isClinicalKept(context: ReadContext, { id, body }: Stored<CaseFile>): boolean {
  const { adultOn } = clinicalOf(context, { id, body });
  const { MINORS } = rulesNow(context);
  return adultOn !== null && (MINORS === null || context.today() < addDays(adultOn, MINORS));
}

const YEARS_OF_MINORITY = 18;

/** Whoever was under 18, or may have been, when she came: somebody who is here is of age 18 years later at the latest. */
function clinicalOf(context: ReadContext, { id, body }: Pick<Stored<CaseFile>, 'id' | 'body'>): Clinical {
  const told = { born: birthdayOf(context, id), band: intakeAnswersOf(context, id)['age-band'] };
  const isMinor = countsAsMinor(standingOn(told, body.openedOn));
  if (!isMinor || recordsOfKinds(context, id, kindsOf.CLINICAL).length === 0) return { adultOn: null };
  const latest = addMonths(body.openedOn, 12 * YEARS_OF_MINORITY);
  const known = adultFrom(told) ?? latest;
  return { adultOn: known < latest ? known : latest };
}

/** What of a case goes on a day of its own. */
export interface PartKeeping {
  readonly from: CalendarDate;
  readonly ruleOn: CalendarDate;
  readonly eligibleOn: CalendarDate | null;
}

/** Until when ways to reach her and her sealed words are kept; null while she is here, and when there are none. */
export function contactKeeping(context: ReadContext, { id, body }: Stored<CaseFile>): PartKeeping | null {
  const days = rulesNow(context);
  const ruleOn = contactOn(body, agreedUntil(context, id), days);
  if (ruleOn === null || !hasContact(context, id)) return null;
  const from = contactOn(body, agreedUntil(context, id), { ...days, CONTACT: 0 }) ?? ruleOn;
  return { from, ruleOn, eligibleOn: eligibleOn(ruleOn, holdsNow(context, id)) };
}

const hasContact = (context: ReadContext, id: string): boolean =>
  reachKeptSince(context.db, id) !== null || recordsOfKinds(context, id, kindsOf.CONTACT).length > 0;

/** The last day for which she agreed, when she left last, to be asked how she is. */
const agreedUntil = ({ db }: Reader, id: string): CalendarDate | null =>
  db.get<{ until: string | null }>(
    `SELECT json_extract(r.body, '$.followUp.until') AS until FROM case_exit t JOIN revision r ON r.audit_seq = t.revision_seq
     WHERE t.case_file_id = ? AND t.finished_on IS NOT NULL AND json_extract(r.body, '$.followUp.answer') = 'YES'
     ORDER BY t.revision_seq DESC LIMIT 1`,
    [id],
  )?.until ?? null;

/** Since when all goes but what is clinical: where clinical records of somebody under 18 keep the case longer than its own rule. */
export function toldKeeping(context: ReadContext, stored: Stored<CaseFile>): PartKeeping | null {
  const { id, body } = stored;
  const whole = keepingNow(context, stored);
  const ruleOn = toldOn(body, rulesNow(context));
  if (whole === null || ruleOn === null || whole.because === 'RULE') return null;
  if (withoutProtecting(context, recordsOfKinds(context, id, toldKinds)).length === 0) return null;
  return { from: whole.from, ruleOn, eligibleOn: eligibleOn(ruleOn, holdsNow(context, id)) };
}
