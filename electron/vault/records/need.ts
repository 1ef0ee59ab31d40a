// Needs in the vault: added, changed by the rules of the trade, and asked for across cases by when they are due.
import { VaultError } from '#shared/contract/errors';
import { careTeam, isAmong } from '#shared/contract/operation';
import { type CaseFileId, RecordId } from '#shared/ids';
import { type DueNeed, Need, type needOperations, type StoredNeed } from '#shared/records/need';
import { changeNeed, compareNeeds, houseSees, isOpenNeed, needDueAt, needRefusal } from '#shared/records/need-rules';
import { needs } from '#shared/text/en/needs';
import type { Instant } from '#shared/time';
import type { ReadContext, WriteContext } from '../context.ts';
import type { Handlers } from '../router.ts';
import { mayOpen, seesEveryCase, WORKED_ON } from './case-reach.ts';
import { caseRef } from './case-ref.ts';
import { settleDraft } from './draft.ts';
import { historyOf, listRecords, loadRecord, recordKind, saveRecord, type Stored } from './record-kind.ts';
import { obey, revisionMark } from './revision-mark.ts';
import { callForLook } from './safety-plan-kind.ts';

export const needKind = recordKind<Need>({
  kind: 'need',
  schema: Need,
  table: 'need',
  columns: (body) => ({
    case_file_id: body.caseFileId,
    urgency: body.urgency,
    status: body.status,
    is_open: Number(isOpenNeed(body.status)),
    due_at: body.dueAt,
    house_sees: houseSees(body),
  }),
  searchText: (body) => [body.title, body.note, body.outcome].join('\n'),
});

export const needHandlers: Handlers<typeof needOperations> = {
  add: (context, need) => {
    caseRef(context, need.caseFileId);
    const identifiedAt = context.now();
    const checkedAt = need.source === 'EXPRESSED' ? identifiedAt : null;
    const dueAt = needDueAt({ identifiedAt, urgency: need.urgency });
    const body: Need = { ...need, status: 'IDENTIFIED', identifiedAt, dueAt, checkedAt, settledAt: null, outcome: '' };
    settleDraft(context, 'need', body.caseFileId);
    return save(context, { id: context.newId(), before: null, body, basedOn: 0 });
  },
  change: (context, { needId, basedOn, change }) => {
    const { body } = loadRecord(context, needKind, needId);
    obey(needRefusal(body, change));
    settleDraft(context, 'need', body.caseFileId, needId);
    return save(context, { id: needId, before: body, body: changeNeed(body, change, context.now()), basedOn });
  },
  list: (context, { caseFileId, show }) => needsOfCase(context, caseFileId, show),
  history: (context, { needId }) => historyOf(context, needKind, needId).map((stored) => asStored(context, stored)),
  due: (context, { offset, limit }) => {
    const { needs, total } = dueNeeds(context, { offset, limit });
    return { needs, total };
  },
  tick: (context, { needId, basedOn }) => {
    const { body } = loadRecord(context, needKind, needId);
    // Not visible and not there are one answer, so that a volunteer cannot learn of a need by trying ids.
    if (!seesWords(context, body.caseFileId) && houseSees(body) !== 'words') throw new VaultError('not-found');
    obey(isOpenNeed(body.status) ? needRefusal(body, { status: 'MET' }) : 'need-status');
    const after = changeNeed(body, { status: 'MET' }, context.now());
    return { revision: save(context, { id: needId, before: body, body: after, basedOn }).revision };
  },
};

/** A look in at a set time. House staff see the time; what it is for stands nowhere in it. */
export function addCheckIn(context: WriteContext, caseFileId: CaseFileId, dueAt: Instant): RecordId {
  const now = context.now();
  const body: Need = {
    caseFileId,
    domain: 'EMOTIONAL',
    code: 'CHECK_IN',
    title: needs.code.CHECK_IN,
    note: '',
    source: 'EXPRESSED',
    urgency: 'U1',
    survivorPriority: null,
    ownerId: null,
    windowEndsAt: null,
    status: 'IDENTIFIED',
    identifiedAt: now,
    dueAt,
    checkedAt: now,
    settledAt: null,
    outcome: '',
  };
  return save(context, { id: context.newId(), before: null, body, basedOn: 0 }).id;
}

/** Somebody looked in. One that was settled another way stays as it is. */
export function settleCheckIn(context: WriteContext, id: RecordId): void {
  const { body, revision } = loadRecord(context, needKind, id);
  if (!isOpenNeed(body.status)) return;
  save(context, { id, before: body, body: changeNeed(body, { status: 'MET' }, context.now()), basedOn: revision });
}

/** Needs of one case in the order of domain §6. */
export function needsOfCase(context: ReadContext, caseFileId: string, show: 'open' | 'all'): StoredNeed[] {
  caseRef(context, caseFileId);
  const where = show === 'open' ? 't.case_file_id = ? AND t.is_open = 1' : 't.case_file_id = ?';
  return listRecords(context, needKind, where, [caseFileId])
    .sort((one, other) => compareNeeds(one.body, other.body))
    .map((stored) => asStored(context, stored));
}

/** Beyond the cases open to her, everyone sees of a need what house staff see (domain §6). */
const seesWords = (context: ReadContext, caseFileId: string): boolean =>
  isAmong(context.staffMember.role, careTeam) && mayOpen(context, 'facts', caseFileId);

/** Open needs of open cases: of every case or those she works on, all or what the house sees, of one case or of any. */
const LISTED = `t.is_open = 1 AND t.case_file_id IN (SELECT id FROM case_file
    WHERE CASE WHEN $house = 1 THEN status IN ('INTAKE', 'ACTIVE', 'REOPENED') ELSE is_open = 1 END)
  AND ($every = 1 OR t.case_file_id IN (${WORKED_ON}))
  AND ($house = 0 OR t.house_sees <> 'nothing') AND ($case IS NULL OR t.case_file_id = $case)
  AND ($worker IS NULL OR t.case_file_id IN (SELECT case_file_id FROM works_on WHERE staff_id = $worker))
  AND t.due_at BETWEEN $from AND $until`;

interface NeedPage {
  readonly offset: number;
  readonly limit: number;
  readonly between?: { readonly from: Instant; readonly until: Instant };
  /** Of the cases of one worker; in the house they are everybody's. */
  readonly whose?: string | null;
}

/** What cannot wait first, then nearest. House staff get only what their role may see. */
export function dueNeeds(context: ReadContext, page: NeedPage): DueNeeds {
  const { role } = context.staffMember;
  const forHouse = !isAmong(role, careTeam);
  return needsFor(context, { ...page, forHouse, every: forHouse || seesEveryCase(role) });
}

/** The same of one case, as the house sees it, whoever asks. */
export const houseNeeds = (context: ReadContext, caseFileId: string): DueNeed[] =>
  needsFor(context, { offset: 0, limit: 50, forHouse: true, every: true, caseFileId }).needs;

interface DueNeeds {
  readonly needs: DueNeed[];
  readonly total: number;
  readonly cases: number;
}
interface Listing extends NeedPage {
  readonly forHouse: boolean;
  readonly every: boolean;
  readonly caseFileId?: string;
}

function needsFor(context: ReadContext, wish: Listing): DueNeeds {
  const { offset, limit, forHouse, every, caseFileId, between, whose } = wish;
  const values = {
    me: context.staffMember.id,
    every: Number(every),
    house: Number(forHouse),
    case: caseFileId ?? null,
    worker: forHouse ? null : (whose ?? null),
    from: between?.from ?? 0,
    until: between?.until ?? Number.MAX_SAFE_INTEGER,
  };
  const count = context.db.get<{ n: number; cases: number }>(
    `SELECT count(*) AS n, count(DISTINCT t.case_file_id) AS cases FROM need t WHERE ${LISTED}`,
    values,
  );
  const rows = listRecords(
    context,
    needKind,
    `${LISTED} ORDER BY t.urgency = 'U0' DESC, t.due_at, t.id LIMIT $limit OFFSET $offset`,
    { ...values, limit, offset },
  );
  return {
    needs: rows.map((stored) => (forHouse ? forHouseStaff(context, stored) : inFull(context, stored))),
    total: count?.n ?? 0,
    cases: count?.cases ?? 0,
  };
}

function inFull(context: ReadContext, { id, body, revision }: Stored<Need>): DueNeed {
  const { title, note, domain, source, urgency, status, dueAt } = body;
  const of = caseRef(context, body.caseFileId);
  return { id: RecordId.parse(id), of, sees: 'words', title, note, domain, source, urgency, status, dueAt, revision };
}

/** Words where the code allows them, never the note; for a check-in not even what it is about. */
function forHouseStaff(context: ReadContext, stored: Stored<Need>): DueNeed {
  const full = inFull(context, stored);
  if (houseSees(stored.body) === 'words') return { ...full, note: '' };
  return { ...full, sees: 'check-in', title: '', note: '', domain: null };
}

interface NeedSave {
  readonly id: string;
  readonly before: Need | null;
  readonly body: Need;
  readonly basedOn: number;
}

function save(context: WriteContext, { id, before, body, basedOn }: NeedSave): StoredNeed {
  const record = { id, caseFileId: body.caseFileId, body, expectedRevision: basedOn };
  const saved = saveRecord(context, needKind, record);
  if (isUrgentSafety(body) && (before === null || !isUrgentSafety(before)))
    callForLook(context, body.caseFileId, 'URGENT_SAFETY_NEED');
  return asStored(context, saved);
}

/** domain §7: any U0 safety need calls for a look at the safety plan. */
const isUrgentSafety = (need: Need): boolean =>
  need.domain === 'SAFETY' && need.urgency === 'U0' && isOpenNeed(need.status);

function asStored(context: ReadContext, stored: Stored<Need>): StoredNeed {
  return { ...stored.body, ...revisionMark(context, stored), id: RecordId.parse(stored.id) };
}
