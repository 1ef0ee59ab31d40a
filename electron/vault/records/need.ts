// Needs in the vault: added, changed by the rules of the trade, and asked for across cases by when they are due.
import { VaultError } from '#shared/contract/errors';
import { careTeam, isAmong } from '#shared/contract/operation';
import { type CaseFileId, RecordId } from '#shared/ids';
import type { Need, needOperations, StoredNeed } from '#shared/records/need';
import { firstEnd } from '#shared/records/health-window';
import { changeNeed, compareNeeds, houseMayTick, isOpenNeed, needDueAt, needRefusal } from '#shared/records/need-rules';
import { needs } from '#shared/text/en/needs';
import type { Instant } from '#shared/time';
import type { ReadContext, WriteContext } from '../context.ts';
import type { Handlers } from '../router.ts';
import { mayOpen } from './case-reach.ts';
import { caseRef } from './case-ref.ts';
import { settleDraft } from './draft.ts';
import { dueNeeds } from './due-needs.ts';
import { needKind } from './need-kind.ts';
import { needsBoard } from './needs-board.ts';
import { ALL_PARTS } from './one-record.ts';
import { historyOf, listRecords, loadRecord, saveRecord, type Stored } from './record-kind.ts';
import { obey, revisionMark } from './revision-mark.ts';
import { callForLook } from './safety-plan-kind.ts';

export const needHandlers: Handlers<typeof needOperations> = {
  add: (context, need) => {
    caseRef(context, need.caseFileId);
    const identifiedAt = context.now();
    const checkedAt = need.source === 'EXPRESSED' ? identifiedAt : null;
    const dueAt = needDueAt({ identifiedAt, urgency: need.urgency });
    const windowEndsAt = firstEnd(need.windows);
    const begun = { status: 'IDENTIFIED' as const, settledAt: null, outcome: '' };
    const body: Need = { ...need, ...begun, identifiedAt, dueAt, checkedAt, windowEndsAt };
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
  board: (context, request) => needsBoard(context, request),
  tick: (context, { needId, basedOn }) => {
    const { body } = loadRecord(context, needKind, needId);
    // Not visible and not there are one answer, so that a volunteer cannot learn of a need by trying ids.
    if (!seesWords(context, body.caseFileId) && !houseMayTick(body)) throw new VaultError('not-found');
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
    windows: [],
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
  const isOpen = show === 'open' ? 't.is_open = 1' : '1 = 1';
  return listRecords(context, needKind, `t.case_file_id IN (${ALL_PARTS}) AND ${isOpen}`, { case: caseFileId })
    .sort((one, other) => compareNeeds(one.body, other.body))
    .map((stored) => asStored(context, stored));
}

/** Beyond the cases open to her, everyone sees of a need what house staff see (domain §6). */
const seesWords = (context: ReadContext, caseFileId: string): boolean =>
  isAmong(context.staffMember.role, careTeam) && mayOpen(context, 'facts', caseFileId);

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
