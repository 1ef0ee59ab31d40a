// Case files in the vault. One opens with the name she uses; everything else may come later, or never.
import { randomBytes } from 'node:crypto';
import { VaultError } from '#shared/contract/errors';
import { CaseFileId } from '#shared/ids';
import {
  type CaseFile,
  type CaseDetails,
  type CaseFacts,
  type caseFileOperations,
  type CaseRow,
  type StoredCaseFile,
  takenInBy,
} from '#shared/records/case-file';
import type { CaseListWish } from '#shared/records/case-list';
import { isClosedByMistake } from '#shared/records/episode';
import { caseNumberFrom, type CaseNumber } from '#shared/records/case-number';
import { type CaseStatus, type ClosingReason, isHere, mayBecome } from '#shared/records/case-status';
import { isClose, nameToSay } from '#shared/records/names';
import { noSafeContact } from '#shared/records/safe-contact';
import type { ReadContext, WriteContext } from '../context.ts';
import type { Row } from '../database/sql.ts';
import type { Handlers } from '../router.ts';
import { leaveHouse } from './bed-left.ts';
import { caseFileKind } from './case-file-kind.ts';
import { leaveGroups } from './group-left.ts';
import { isHeld } from './legal-hold.ts';
import { listWanted } from './case-list.ts';
import { mayOpen, reachOf } from './case-reach.ts';
import { searchCases } from './case-search.ts';
import { caseSummary, houseCard, houseList } from './case-summary.ts';
import { settleDraft } from './draft.ts';
import { episodesOf, goesOnIn } from './episode-kind.ts';
import { ALL_PARTS, partsOf, wholeOf } from './one-record.ts';
import { listRecords, loadRecord, saveRecord, type Stored } from './record-kind.ts';
import { obey, revisionMark, staffRef } from './revision-mark.ts';
import { timelineOf } from './timeline.ts';

export const caseFileHandlers: Handlers<typeof caseFileOperations> = {
  open: (context, { nameUsed, as }) => {
    settleDraft(context, 'case-file');
    return openCase(context, { nameUsed, status: as });
  },
  list: (context, request) => listCases(context, request),
  get: (context, { caseFileId }) => {
    const caseFile = storedCaseFile(context, loadCase(context, caseFileId));
    const reach = reachOf(context, caseFileId);
    const aliases = caseFile.aliases.filter((alias) => reach.open || !isClose(alias));
    const record = recordOf(context, caseFileId);
    const onHold = isHeld(context, caseFileId);
    return { ...caseFile, aliases, reach, record, onHold, episodes: episodesOf(context, caseFileId) };
  },
  summary: (context, { caseFileId }) => caseSummary(context, storedCaseFile(context, loadCase(context, caseFileId))),
  updateDetails: (context, { caseFileId, basedOn, details }) => {
    if (details.workerId !== undefined) obey(worksOn(context, caseFileId, details.workerId) ? null : 'assignment-role');
    settleDraft(context, 'case-file', caseFileId);
    return change(context, caseFileId, (body) => ({ ...body, ...given(details) }), basedOn);
  },
  saveSafeContact: (context, { caseFileId, basedOn, safeContact }) =>
    change(
      context,
      caseFileId,
      (body) => ({ ...body, safeContact: { ...safeContact, confirmedOn: context.today() } }),
      basedOn,
    ),
  noticeGiven: (context, { caseFileId }) =>
    change(context, caseFileId, (body) => ({ ...body, confidentialityNotice: { told: 'YES', on: context.today() } })),
  changeStatus: (context, { caseFileId, to, why }) => moveTo(context, caseFileId, { to, why }),
  close: (context, { caseFileId, reason, why }) => {
    if (reason === 'ASKED_TO_LEAVE') requireExitBy(context, caseFileId);
    return moveTo(context, caseFileId, { to: 'CLOSED', why, reason });
  },
  reopen: (context, { caseFileId, why }) => {
    obey(reopenRefusal(context, caseFileId, why));
    return moveTo(context, caseFileId, { to: 'REOPENED', why });
  },
  search: (context, request) => searchCases(context, request),
  timeline: (context, request) => {
    loadCase(context, request.caseFileId);
    return timelineOf(context, request);
  },
  houseList: (context) => houseList(context),
  houseCard: (context, { caseFileId }) => houseCard(context, loadCase(context, caseFileId)),
};

function recordOf(context: ReadContext, caseFileId: CaseFileId): CaseFacts['record'] {
  const whole = wholeOf(context, caseFileId);
  const isOpenToHer = whole !== null && mayOpen(context, 'facts', whole.caseFileId);
  return { isPart: whole !== null, partOf: isOpenToHer ? whole : null, parts: partsOf(context, caseFileId) };
}

export const loadCase = (context: Pick<ReadContext, 'db'>, id: string): Stored<CaseFile> =>
  loadRecord(context, caseFileKind, id);

export function openCase(context: WriteContext, known: Pick<CaseFile, 'nameUsed' | 'status'>): StoredCaseFile {
  const isTaken = (number: CaseNumber): boolean =>
    context.db.get('SELECT 1 AS used FROM case_file WHERE case_number = ?', [number]) !== undefined;
  return keep(context, context.newId(), newCase(context, { ...known, caseNumber: freeNumber(isTaken) }), 0);
}

/** A case that opens now. The import hands in what a workbook row already says. */
export function newCase(
  context: WriteContext,
  known: Pick<CaseFile, 'nameUsed' | 'caseNumber'> & Partial<CaseFile>,
): CaseFile {
  return {
    nameUsedIsSafe: true,
    pronouns: '',
    aliases: [],
    languages: [],
    goodToKnow: [],
    gender: '',
    readingHelp: null,
    dependants: null,
    workerId: context.staffMember.id,
    openedOn: context.today(),
    openedAt: context.now(),
    openedBy: context.staffMember.id,
    status: 'INTAKE',
    closing: null,
    confidentialityNotice: { told: 'NOT_YET', reason: 'JUST_OPENED' },
    safeContact: noSafeContact,
    intakeChannel: null,
    trafficking: null,
    eligibility: '',
    moved: null,
    ...known,
  };
}

/** Changes a case and saves it. Without `basedOn` the change is a single act that stands on whatever is newest. */
export function change(
  context: WriteContext,
  id: string,
  to: (body: CaseFile) => CaseFile,
  basedOn?: number,
): StoredCaseFile {
  const stored = loadCase(context, id);
  return keep(context, id, to(stored.body), basedOn ?? stored.revision);
}

function keep(context: WriteContext, id: string, body: CaseFile, basedOn: number): StoredCaseFile {
  return storedCaseFile(
    context,
    saveRecord(context, caseFileKind, { id, caseFileId: id, body, expectedRevision: basedOn }),
  );
}

/** Nobody is asked to leave by a button: the exit says who decided and what was offered instead (domain §18). */
function requireExitBy(context: WriteContext, id: string): void {
  const exit = context.db.get(
    "SELECT 1 AS there FROM case_exit WHERE case_file_id = ? AND finished_on IS NOT NULL AND reason = 'ASKED_TO_LEAVE'",
    [id],
  );
  if (exit === undefined) throw new VaultError('rule-broken', { rule: 'exit-director' });
}

/** A closed case opens again as it was only when closing it was a mistake; who comes back has a new one (domain §18). */
function reopenRefusal(context: ReadContext, id: string, why: string): string | null {
  const { status, closing } = loadCase(context, id).body;
  if (goesOnIn(context, id) !== null) return 'episode-known';
  if (status !== 'CLOSED') return null;
  if (closing !== null && !isClosedByMistake(closing.on, context.today())) return 'reopen-late';
  return why.length < 3 ? 'reopen-why' : null;
}

interface Move {
  readonly to: CaseStatus;
  readonly why: string;
  /** For a case that closes. */
  readonly reason?: ClosingReason;
}

/** Moves a case one step. Throws rule-broken {rule: 'case-status'} when no way leads there. */
export function moveTo(context: WriteContext, id: string, { to, why, reason }: Move): StoredCaseFile {
  const on = context.today();
  if (!isHere(to)) {
    leaveHouse(context, id, on);
    leaveGroups(context, id, to);
  }
  return change(context, id, (body) => {
    if (!mayBecome(body.status, to)) throw new VaultError('rule-broken', { rule: 'case-status' });
    const taken = takenInBy(body, to, on);
    return { ...body, ...taken, status: to, moved: { on, why }, closing: reason === undefined ? null : { on, reason } };
  });
}

/** Random and unused. Six signs are 191 million numbers, so the second try is already rare. */
function freeNumber(isTaken: (number: CaseNumber) => boolean): CaseNumber {
  for (;;) {
    const number = caseNumberFrom(randomBytes(32));
    if (!isTaken(number)) return number;
  }
}

/** Numbers for many new cases, after one look at those that are taken. */
export function freeNumbers(context: Pick<ReadContext, 'db'>): () => CaseNumber {
  const rows = context.db.all<{ number: string }>('SELECT case_number AS number FROM case_file');
  const taken = new Set(rows.map(({ number }) => number));
  return () => {
    const number = freeNumber((one) => taken.has(one));
    taken.add(number);
    return number;
  };
}

function given(details: CaseDetails): Partial<CaseFile> {
  return Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined));
}

export function storedCaseFile(context: ReadContext, stored: Stored<CaseFile>): StoredCaseFile {
  return {
    ...stored.body,
    ...revisionMark(context, stored),
    id: CaseFileId.parse(stored.id),
    worker: staffRef(context, stored.body.workerId),
  };
}

const worksOn = ({ db }: ReadContext, caseFileId: string, staffId: string | null): boolean =>
  db.get('SELECT 1 AS works FROM works_on WHERE case_file_id = ? AND staff_id = ?', [caseFileId, staffId]) !==
  undefined;

interface NeedCount extends Row {
  open: number;
  next: number | null;
}

type ListRequest = CaseListWish & { readonly offset: number; readonly limit: number };

function listCases(context: ReadContext, wish: ListRequest): { rows: CaseRow[]; total: number } {
  const { where, order, values, total } = listWanted(context, wish);
  const page = { ...values, limit: wish.limit, offset: wish.offset };
  const rows = listRecords(context, caseFileKind, `${where} ORDER BY ${order} LIMIT $limit OFFSET $offset`, page);
  return { rows: rows.map((stored) => caseRow(context, stored)), total };
}

function caseRow(context: ReadContext, { id, body, savedAt }: Stored<CaseFile>): CaseRow {
  const needs = context.db.get<NeedCount>(
    `SELECT count(*) AS open, min(due_at) AS next FROM need WHERE case_file_id IN (${ALL_PARTS}) AND is_open = 1`,
    { case: id },
  );
  return {
    id: CaseFileId.parse(id),
    nameUsed: nameToSay(body),
    caseNumber: body.caseNumber,
    status: body.status,
    openedOn: body.openedOn,
    languages: body.languages,
    worker: staffRef(context, body.workerId),
    openNeeds: needs?.open ?? 0,
    nextDueAt: needs?.next ?? null,
    lastChangedAt: savedAt,
  };
}
