// The timeline of a case, told from its saved states. Sealed words never appear, not even as an event.
import type { TimelineEntry, TimelineEvent, TimelinePage } from '#shared/records/timeline';
import type { ReadContext } from '../context.ts';
import type { Row } from '../database/sql.ts';
import { staffRef } from './revision-mark.ts';

interface EventRow extends Row {
  at: number;
  staff_id: string | null;
  action: string;
  record_kind: string;
  record_id: string;
  revision: number;
  body: string;
}

const LISTED = "e.case_file_id = ? AND r.body IS NOT NULL AND e.record_kind <> 'sealed-words'";

/** Newest first. */
export function timelineOf(
  context: ReadContext,
  { caseFileId, offset, limit }: { readonly caseFileId: string; readonly offset: number; readonly limit: number },
): TimelinePage {
  const rows = context.db.all<EventRow>(
    `SELECT e.at AS at, e.staff_id AS staff_id, e.action AS action, e.record_kind AS record_kind, e.record_id AS record_id,
     e.revision AS revision, r.body AS body
     FROM audit_entry e JOIN revision r ON r.audit_seq = e.seq WHERE ${LISTED} ORDER BY e.seq DESC LIMIT ? OFFSET ?`,
    [caseFileId, limit, offset],
  );
  const total = context.db.get<{ n: number }>(
    `SELECT count(*) AS n FROM audit_entry e JOIN revision r ON r.audit_seq = e.seq WHERE ${LISTED}`,
    [caseFileId],
  );
  return { entries: rows.map((row) => entryOf(context, row)), total: total?.n ?? 0 };
}

function entryOf(context: ReadContext, row: EventRow): TimelineEntry {
  const body = JSON.parse(row.body) as Body;
  const told = telling[row.record_kind]?.(body, row) ?? { event: 'other', words: '', hers: false };
  return {
    at: row.at,
    by: staffRef(context, row.staff_id),
    event: told.event,
    recordKind: row.record_kind,
    recordId: row.record_id,
    revision: row.revision,
    words: firstWords(told.words),
    hers: told.hers,
    toldOnce: told.toldOnce ?? null,
  };
}

type Body = Readonly<Record<string, unknown>>;
interface Told {
  readonly event: TimelineEvent;
  readonly words: string;
  readonly hers: boolean;
  readonly toldOnce?: { readonly mayBeReused: boolean };
}
type Teller = (body: Body, row: EventRow) => Told;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const firstWords = (words: string): string => {
  const [line = ''] = words.trim().split('\n');
  return line.length > 160 ? `${line.slice(0, 159)}…` : line;
};
const isFirst = (row: EventRow): boolean => row.revision === 1;

const needEvent = (body: Body, row: EventRow): TimelineEvent =>
  isFirst(row) ? 'need-added' : body['settledAt'] === null ? 'need-changed' : 'need-settled';

const planEvent = (plan: 'safety-plan' | 'support-plan', row: EventRow, reviewAction: string): TimelineEvent =>
  isFirst(row) ? `${plan}-first` : row.action === reviewAction ? `${plan}-reviewed` : `${plan}-revised`;

const caseEvents: Readonly<Record<string, TimelineEvent>> = {
  'caseFile.close': 'case-closed',
  'caseFile.reopen': 'case-reopened',
};

const telling: Readonly<Record<string, Teller>> = {
  'case-file': (_body, row) => ({
    event: isFirst(row) ? 'case-opened' : (caseEvents[row.action] ?? 'case-changed'),
    words: '',
    hers: false,
  }),
  intake: () => ({ event: 'intake-written', words: '', hers: false }),
  need: (body, row) => ({ event: needEvent(body, row), words: text(body['title']), hers: false }),
  'safety-plan': (_body, row) => ({
    event: planEvent('safety-plan', row, 'safetyPlan.markReviewed'),
    words: '',
    hers: false,
  }),
  'support-plan': (body, row) => ({
    event: planEvent('support-plan', row, 'supportPlan.addReview'),
    words: text(body['vision']),
    hers: true,
  }),
  'case-note': (body) => noteTold(body),
  release: (body) => ({
    event:
      body['revoked'] !== null ? 'release-revoked' : body['signature'] !== null ? 'release-signed' : 'release-drafted',
    words: '',
    hers: false,
  }),
};

function noteTold(body: Body): Told {
  const event = body['correctionOf'] === null ? 'note-added' : 'note-corrected';
  const toldOnce = body['toldOnce'] as { what: string; mayBeReused: boolean } | null;
  if (toldOnce !== null)
    return { event, words: toldOnce.what, hers: false, toldOnce: { mayBeReused: toldOnce.mayBeReused } };
  const [quote] = body['quotes'] as readonly { words: string }[];
  if (text(body['body']).trim() === '' && quote !== undefined) return { event, words: quote.words, hers: true };
  return { event, words: text(body['body']), hers: false };
}
