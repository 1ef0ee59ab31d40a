// Legal matters in the vault. A new court date calls for a look at the safety plan; within two weeks it is a flag on it as well.
import { RecordId } from '#shared/ids';
import {
  type DueLegalDate,
  LegalMatter,
  type legalMatterOperations,
  type MatterStage,
  type StoredLegalMatter,
} from '#shared/records/legal-matter';
import {
  datesOf,
  firstAlertOn,
  isBroughtUp,
  isCourtSoon,
  lawFor,
  liesAhead,
  legalRefusal,
  newCourtDate,
  nextDate,
} from '#shared/records/legal-rules';
import { isOver } from '#shared/legal/regimes';
import { addDays } from '#shared/time';
import type { ReadContext, WriteContext } from '../context.ts';
import type { Handlers } from '../router.ts';
import { herCases, inHerCases } from './case-reach.ts';
import { caseRef } from './case-ref.ts';
import { settleDraft } from './draft.ts';
import { placeNow } from './house-place.ts';
import { listRecords, loadRecord, recordKind, saveRecord, type Stored } from './record-kind.ts';
import { obey, revisionMark } from './revision-mark.ts';
import { addFlag, callForLook } from './safety-plan-kind.ts';

export const legalMatterKind = recordKind<LegalMatter>({
  kind: 'legal-matter',
  schema: LegalMatter,
  table: 'legal_matter',
  columns: (body) => ({ case_file_id: body.caseFileId, type: body.type, first_alert_on: firstAlertOn(body) }),
});

export const legalMatterHandlers: Handlers<typeof legalMatterOperations> = {
  list: (context, { caseFileId }) => mattersOf(context, caseFileId).map((stored) => shown(context, stored)),
  stages: (context, { caseFileId }) => mattersOf(context, caseFileId).map((stored) => stageOf(context, stored)),
  save: (context, { caseFileId, matterId, basedOn, matter }) => {
    caseRef(context, caseFileId);
    const before = matterId === null ? null : loadRecord(context, legalMatterKind, matterId).body;
    const of = before?.caseFileId ?? caseFileId;
    const body = withLaw(context, { ...matter, caseFileId: of, begunOn: before?.begunOn ?? context.today() });
    obey(legalRefusal(body));
    const id = matterId ?? context.newId();
    const record = { id, caseFileId: of, body, expectedRevision: basedOn };
    const saved = saveRecord(context, legalMatterKind, record);
    settleDraft(context, 'legal-matter', of, id);
    lookForCourt(context, before, body);
    return shown(context, saved);
  },
};

/** The dates of a matter follow what the house says of the law; without a word of it the body says nothing of it either. */
function withLaw(context: WriteContext, { law: _, ...matter }: LegalMatter): LegalMatter {
  const law = lawFor(placeNow(context), matter);
  return law === undefined ? matter : { ...matter, law };
}

/** The house said what holds where it is: the dates of matters that go on follow. */
export function reckonMattersAnew(context: WriteContext): void {
  for (const { id, revision, body } of listRecords(context, legalMatterKind, '1 = 1 ORDER BY t.id')) {
    const anew = withLaw(context, body);
    if (isOver(body.stage) || JSON.stringify(anew.law) === JSON.stringify(body.law)) continue;
    saveRecord(context, legalMatterKind, { id, caseFileId: body.caseFileId, body: anew, expectedRevision: revision });
  }
}

function lookForCourt(context: WriteContext, before: LegalMatter | null, after: LegalMatter): void {
  const on = newCourtDate(before, after, context.today());
  if (on === null) return;
  callForLook(context, after.caseFileId, 'COURT_DATE_SET');
  if (isCourtSoon(on, context.today())) addFlag(context, after.caseFileId, 'COURT_WITHIN_14_DAYS');
}

const mattersOf = (context: ReadContext, caseFileId: string): Stored<LegalMatter>[] => {
  caseRef(context, caseFileId);
  return listRecords(context, legalMatterKind, 't.case_file_id = ? ORDER BY t.id', [caseFileId]);
};

function stageOf(context: ReadContext, { id, body }: Stored<LegalMatter>): MatterStage {
  const next = nextDate(body, context.today());
  return {
    id: RecordId.parse(id),
    type: body.type,
    stage: body.stage,
    next: next === null ? null : { kind: next.kind, on: next.on, source: next.source },
  };
}

const hereAgain = <Agreed extends 0 | 1>(agreed: Agreed) =>
  `SELECT f.case_file_id FROM earlier_file f JOIN case_file c ON c.id = f.now_case_id
   WHERE f.agreed = ${agreed} AND c.is_open = 1` as const;
/** Open cases, and linked earlier files of people who are here again: that file has ended, but a hearing in it is still to come. */
const GOES_ON = `SELECT id FROM case_file WHERE is_open = 1 UNION ALL ${hereAgain(1)}` as const;

/** Dates of the open cases somebody works on that Today brings up, earliest first. */
export function dueLegalDates(context: ReadContext, today: string): DueLegalDate[] {
  return listRecords(
    context,
    legalMatterKind,
    `t.first_alert_on <= $today AND ${inHerCases('t.case_file_id')}
     AND t.case_file_id IN (${GOES_ON})`,
    { today, ...herCases(context) },
  )
    .flatMap(({ id, body }) =>
      datesOf(body)
        .filter((date) => isBroughtUp(date, today))
        .map(({ kind, on, source }) => ({
          matterId: RecordId.parse(id),
          of: caseRef(context, body.caseFileId),
          type: body.type,
          kind,
          on,
          source,
        })),
    )
    .sort((one, other) => one.on.localeCompare(other.on));
}

/** How long a legal date that has passed is still told of, as on Today. */
const PAST_DAYS = 14;

interface Days {
  readonly from: string;
  readonly to: string;
  readonly today: string;
  /** Of the cases of one colleague, or of all. */
  readonly whose: string | null;
}

/** Dates of open matters between two days, in open cases; not those that passed long ago. */
export function legalDatesBetween(context: ReadContext, { from, to, today, whose }: Days): DueLegalDate[] {
  const first = [from, addDays(today, -PAST_DAYS)].sort().at(-1) ?? from;
  // A date is brought up before it comes: a matter whose first alert is later has no date until then.
  return listRecords(
    context,
    legalMatterKind,
    `t.first_alert_on <= $to AND t.case_file_id IN (${GOES_ON})
     AND ($whose IS NULL OR t.case_file_id IN (SELECT case_file_id FROM works_on WHERE staff_id = $whose))`,
    { to, whose },
  ).flatMap((stored) => dueDates(context, stored).filter(({ on }) => on >= first && on <= to));
}

interface SealedDate {
  readonly caseFileId: string;
  readonly on: string;
  /** Whether Today would bring it up. */
  readonly isUp: boolean;
}

/** Of sealed earlier files of people who are here again: the days alone. */
export const sealedLegalDates = (context: ReadContext, today: string): SealedDate[] =>
  listRecords(context, legalMatterKind, `t.first_alert_on IS NOT NULL AND t.case_file_id IN (${hereAgain(0)})`).flatMap(
    ({ body }) =>
      datesOf(body)
        .filter(liesAhead)
        .map((date) => ({ caseFileId: body.caseFileId, on: date.on, isUp: isBroughtUp(date, today) })),
  );

function dueDates(context: ReadContext, { id, body }: Stored<LegalMatter>): DueLegalDate[] {
  const of = caseRef(context, body.caseFileId);
  return datesOf(body)
    .filter(liesAhead)
    .map(({ kind, on, source }) => ({ matterId: RecordId.parse(id), of, type: body.type, kind, on, source }));
}

const shown = (context: Pick<ReadContext, 'db'>, stored: Stored<LegalMatter>): StoredLegalMatter => ({
  ...stored.body,
  ...revisionMark(context, stored),
  id: RecordId.parse(stored.id),
});
