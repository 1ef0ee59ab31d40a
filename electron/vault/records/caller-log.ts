// The log of callers in the vault. Its answers name nobody who is here but to whoever works on her case, and only when one line is opened.
import type { CaseFileId } from '#shared/ids';
import { RecordId } from '#shared/ids';
import {
  CallerLog,
  type callerLogOperations,
  CallerMatch,
  CallerWords,
  type CallLine,
  type MayBeAbout,
  type ThreatAlert,
  WORDS_DAYS,
} from '#shared/records/caller-log';
import { addDays } from '#shared/time';
import type { ReadContext, WriteContext } from '../context.ts';
import type { Row } from '../database/sql.ts';
import type { Handlers } from '../router.ts';
import { OPEN_WHOLE, openWhole } from './case-reach.ts';
import { caseRef } from './case-ref.ts';
import { settleDraft } from './draft.ts';
import { PARTS_OF_OTHERS } from './one-record.ts';
import { listRecords, loadRecord, recordKind, saveRecord, type Stored } from './record-kind.ts';
import { obey, staffRef } from './revision-mark.ts';
import { callForLook, safetyPlanOf } from './safety-plan-kind.ts';

/** In no search: whoever looks for a name is not to find who asked for it. */
export const callerLogKind = recordKind<CallerLog>({
  kind: 'caller-log',
  schema: CallerLog,
  table: 'caller_log',
  columns: ({ at, isThreat, seen }) => ({
    asked_at: at,
    is_threat: Number(isThreat),
    is_alert: Number(isThreat && seen === null),
  }),
});

export const callerWordsKind = recordKind<CallerWords>({
  kind: 'caller-words',
  schema: CallerWords,
  table: 'caller_words',
  columns: ({ callId, eraseOn }) => ({ call_id: callId, erase_on: eraseOn }),
});

export const callerMatchKind = recordKind<CallerMatch>({
  kind: 'caller-match',
  schema: CallerMatch,
  table: 'caller_match',
  columns: ({ caseFileId, callId, on }) => ({ case_file_id: caseFileId, call_id: callId, matched_on: on }),
});

export const callerLogHandlers: Handlers<typeof callerLogOperations> = {
  add: (context, { words, ...told }) => {
    obey(told.at > context.now() ? 'call-later' : null);
    const hasWords = words.claimedWords !== '' || words.askedFor !== '';
    const body: CallerLog = { ...told, takenBy: context.staffMember.id, hasWords, seen: null };
    const { id } = saveRecord(context, callerLogKind, { id: context.newId(), caseFileId: null, body });
    const callId = RecordId.parse(id);
    if (hasWords) keepWords(context, { callId, ...words });
    settleDraft(context, 'caller-log');
    return { callId };
  },
  list: (context, { offset, limit }) => ({
    calls: listRecords(context, callerLogKind, '1 = 1 ORDER BY t.asked_at DESC, t.id DESC LIMIT ? OFFSET ?', [
      limit,
      offset,
    ]).map((stored) => lineOf(context, stored)),
    total: context.db.get<{ n: number }>('SELECT count(*) AS n FROM caller_log')?.n ?? 0,
  }),
  get: (context, { callId }) => ({
    call: lineOf(context, loadRecord(context, callerLogKind, callId)),
    mine: mayBeAbout(context, callId),
  }),
  seen: (context, { callId, basedOn }) => {
    const { body } = loadRecord(context, callerLogKind, callId);
    obey(body.isThreat && body.seen === null ? null : 'call-seen');
    const seen = { by: context.staffMember.id, at: context.now() };
    saveRecord(context, callerLogKind, {
      id: callId,
      caseFileId: null,
      body: { ...body, seen },
      expectedRevision: basedOn,
    });
    return {};
  },
  match: (context, { callId, caseFileId }) => {
    loadRecord(context, callerLogKind, callId);
    caseRef(context, caseFileId);
    if (!isMatched(context, callId, caseFileId)) keepMatch(context, { caseFileId, callId, on: context.today() });
    return { hasPlan: safetyPlanOf(context, caseFileId) !== null };
  },
};

const keepWords = (context: WriteContext, words: Omit<CallerWords, 'eraseOn'>): void =>
  void saveRecord(context, callerWordsKind, {
    id: context.newId(),
    caseFileId: null,
    body: { ...words, eraseOn: addDays(context.today(), WORDS_DAYS) },
  });

const isMatched = ({ db }: Pick<ReadContext, 'db'>, callId: string, caseFileId: string): boolean =>
  db.get('SELECT 1 AS there FROM caller_match WHERE call_id = ? AND case_file_id = ?', [callId, caseFileId]) !==
  undefined;

function keepMatch(context: WriteContext, body: CallerMatch): void {
  const { caseFileId } = body;
  saveRecord(context, callerMatchKind, { id: context.newId(), caseFileId, body });
  callForLook(context, caseFileId, 'SOMEBODY_ASKED');
}

function lineOf(context: ReadContext, { id, revision, body }: Stored<CallerLog>): CallLine {
  return {
    ...body,
    id: RecordId.parse(id),
    revision,
    takenBy: staffRef(context, body.takenBy),
    words: body.hasWords ? wordsOf(context, id) : null,
    seen: body.seen && { by: staffRef(context, body.seen.by), at: body.seen.at },
  };
}

/** On the day on which they go nobody reads them any more, also where the records stayed open over midnight. */
function wordsOf(context: ReadContext, callId: string): CallLine['words'] {
  const [stored] = listRecords(context, callerWordsKind, 't.call_id = ? AND t.erase_on > ?', [callId, context.today()]);
  if (stored === undefined) return null;
  const { claimedWords, askedFor, eraseOn } = stored.body;
  return { claimedWords, askedFor, eraseOn };
}

interface OwnCase extends Row {
  id: CaseFileId;
  has_plan: number;
  matched_on: string | null;
}

/** Open cases that open to her whole, by name. A director who works on none, and opened none by break-glass, has none. */
const mayBeAbout = (context: ReadContext, callId: string): MayBeAbout[] =>
  context.db
    .all<OwnCase>(
      `SELECT c.id, EXISTS (SELECT 1 FROM safety_plan p WHERE p.case_file_id = c.id) AS has_plan, m.matched_on
       FROM case_file c LEFT JOIN caller_match m ON m.case_file_id = c.id AND m.call_id = $call
       WHERE c.is_open = 1 AND c.id IN (${OPEN_WHOLE}) AND c.id NOT IN (${PARTS_OF_OTHERS})
       ORDER BY c.folded_name, c.id LIMIT 1000`,
      { call: callId, ...openWhole(context) },
    )
    .map((row) => ({ of: caseRef(context, row.id), hasPlan: row.has_plan === 1, matchedOn: row.matched_on }));

/** For Today, the newest first: nothing of who was asked for is in it. */
export const threatAlerts = (context: ReadContext): ThreatAlert[] =>
  listRecords(context, callerLogKind, 't.is_alert = 1 ORDER BY t.asked_at DESC, t.id DESC LIMIT 50').map(
    ({ id, revision, body: { at, way } }) => ({ callId: RecordId.parse(id), revision, at, way }),
  );
