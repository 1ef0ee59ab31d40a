// Open needs across cases: each person gets those she may see, and of each as much as she may see.
import { careTeam, isAmong } from '#shared/contract/operation';
import { RecordId } from '#shared/ids';
import type { DueNeed, Need } from '#shared/records/need';
import { NeedDomain, type Urgency } from '#shared/records/need-codes';
import { houseMayTick, houseSees, waitsForHer } from '#shared/records/need-rules';
import type { Instant } from '#shared/time';
import type { ReadContext } from '../context.ts';
import { inHerCases, seesEveryCase } from './case-reach.ts';
import { caseRef } from './case-ref.ts';
import { needKind } from './need-kind.ts';
import { ALL_PARTS } from './one-record.ts';
import { listRecords, type Stored } from './record-kind.ts';

/** Open needs of open cases: of every case or those she works on, all or what the house sees, of one case or of any. */
const LISTED = `t.is_open = 1 AND t.case_file_id IN (SELECT id FROM case_file
    WHERE CASE WHEN $house = 1 THEN status IN ('INTAKE', 'ACTIVE', 'REOPENED') ELSE is_open = 1 END)
  AND ${inHerCases('t.case_file_id')}
  AND ($house = 0 OR t.house_sees <> 'nothing') AND ($case IS NULL OR t.case_file_id IN (${ALL_PARTS}))
  AND ($worker IS NULL OR t.case_file_id IN (SELECT case_file_id FROM works_on WHERE staff_id = $worker))
  AND ($domain IS NULL OR t.domain = $domain) AND ($urgency IS NULL OR t.urgency = $urgency)
  AND t.due_at BETWEEN $from AND $until`;

interface NeedWish {
  readonly between?: { readonly from: Instant; readonly until: Instant };
  /** Of the cases of one worker; in the house they are everybody's. */
  readonly whose?: string | null;
  /** Of one domain; not for the house, which would learn what a look in is for. */
  readonly domain?: NeedDomain | null;
  readonly urgency?: Urgency;
}
interface NeedPage extends NeedWish {
  readonly offset: number;
  readonly limit: number;
}

/** What cannot wait first, then nearest. House staff get only what their role may see. */
export const dueNeeds = (context: ReadContext, page: NeedPage): DueNeeds =>
  needsFor(context, { ...page, ...seenBy(context), order: 'nearest' });

/** Needs of one urgency in the order of domain §6. */
export const needsInOrder = (context: ReadContext, page: NeedPage): DueNeeds =>
  needsFor(context, { ...page, ...seenBy(context), order: 'urgency' });

/** The same of one case, as the house sees it, whoever asks. */
export const houseNeeds = (context: ReadContext, caseFileId: string): DueNeed[] =>
  needsFor(context, { offset: 0, limit: 50, forHouse: true, every: true, caseFileId, order: 'nearest' }).needs;

/** Who works on the open cases in which she sees a need: the workers she may ask for. */
export const workersWithNeeds = (context: ReadContext): readonly string[] =>
  context.db
    .all<{ id: string }>(
      `SELECT DISTINCT staff_id AS id FROM works_on
       WHERE case_file_id IN (SELECT t.case_file_id FROM need t WHERE ${LISTED})`,
      bindings(context, seenBy(context)),
    )
    .map(({ id }) => id);

/** Whoever is not of the care team sees of needs what the house sees. */
export const seenForHouse = ({ staffMember }: Pick<ReadContext, 'staffMember'>): boolean =>
  !isAmong(staffMember.role, careTeam);

function seenBy(context: ReadContext): Pick<Listing, 'forHouse' | 'every'> {
  const forHouse = seenForHouse(context);
  return { forHouse, every: forHouse || seesEveryCase(context.staffMember.role) };
}

/** Open needs by what they are about, and how many of them are late; for the care team. Only what there is. */
export const needsByDomain = (context: ReadContext): { domain: NeedDomain; open: number; late: number }[] =>
  context.db
    .all<{ domain: string; open: number; late: number }>(
      `SELECT t.domain, count(*) AS open, sum(t.due_at < $now) AS late FROM need t WHERE ${LISTED} GROUP BY t.domain`,
      { ...bindings(context, seenBy(context)), now: context.now() },
    )
    .map((row) => ({ ...row, domain: NeedDomain.parse(row.domain) }));

interface DueNeeds {
  readonly needs: DueNeed[];
  readonly total: number;
  readonly cases: number;
}
interface Listing extends NeedWish {
  readonly forHouse: boolean;
  readonly every: boolean;
  readonly caseFileId?: string;
}

const ORDER = {
  nearest: "t.urgency = 'U0' DESC, t.due_at, t.id",
  urgency: `t.priority, instr('${NeedDomain.options.join(' ')}', t.domain), t.due_at, t.id`,
} as const;

const bindings = (context: ReadContext, { forHouse, every, caseFileId, between, whose, domain, urgency }: Listing) => ({
  me: context.staffMember.id,
  every: Number(every),
  house: Number(forHouse),
  case: caseFileId ?? null,
  worker: forHouse ? null : (whose ?? null),
  domain: forHouse ? null : (domain ?? null),
  urgency: urgency ?? null,
  from: between?.from ?? 0,
  until: between?.until ?? Number.MAX_SAFE_INTEGER,
});

type Ordered = Listing & NeedPage & { readonly order: keyof typeof ORDER };

function needsFor(context: ReadContext, wish: Ordered): DueNeeds {
  const { offset, limit, forHouse, order } = wish;
  const values = bindings(context, wish);
  const count = context.db.get<{ n: number; cases: number }>(
    `SELECT count(*) AS n, count(DISTINCT t.case_file_id) AS cases FROM need t WHERE ${LISTED}`,
    values,
  );
  const rows = listRecords(context, needKind, `${LISTED} ORDER BY ${ORDER[order]} LIMIT $limit OFFSET $offset`, {
    ...values,
    limit,
    offset,
  });
  return {
    needs: rows.map((stored) => (forHouse ? forHouseStaff(context, stored) : inFull(context, stored))),
    total: count?.n ?? 0,
    cases: count?.cases ?? 0,
  };
}

function inFull(context: ReadContext, { id, body, revision }: Stored<Need>): DueNeed {
  const { title, note, domain, source, urgency, status, dueAt, windows } = body;
  return {
    id: RecordId.parse(id),
    of: caseRef(context, body.caseFileId),
    sees: 'words',
    mayTick: true,
    title,
    note,
    domain,
    source,
    waitsForHer: waitsForHer(body),
    windows,
    urgency,
    status,
    dueAt,
    revision,
  };
}

/** Words where the code allows them, never the note or a medical window; for a check-in not even what it is about. */
function forHouseStaff(context: ReadContext, stored: Stored<Need>): DueNeed {
  const seen = { ...inFull(context, stored), note: '', windows: [], mayTick: houseMayTick(stored.body) };
  return houseSees(stored.body) === 'words' ? seen : { ...seen, sees: 'check-in', title: '', domain: null };
}
