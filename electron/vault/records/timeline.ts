// The timeline of a case, told from its saved states. Sealed words never appear, not even as an event; that somebody opened
// them does, with who and when and nothing else. Of a well-being screen it tells that one was done, never what came out.
import { CaseStatus } from '#shared/records/case-status';
import { ReferralState } from '#shared/records/referral';
import {
  type TimelineEntry,
  type TimelineEvent,
  type TimelinePage,
  type TimelineTopic,
  topicOf,
} from '#shared/records/timeline';
import { HOUR } from '#shared/time';
import type { ReadContext } from '../context.ts';
import type { Row } from '../database/sql.ts';
import { putRight } from './amendment.ts';
import { ALL_PARTS } from './one-record.ts';
import { staffRef } from './revision-mark.ts';

interface Act extends Row {
  seq: number;
  at: number;
  staff_id: string | null;
  action: string;
  record_kind: string;
  record_id: string;
  revision: number;
}

/** An entry `e` that saved a state which is still there. Erased ones are asked for in the small index of their own. */
const IS_TOLD = `e.revision IS NOT NULL AND NOT EXISTS
  (SELECT 1 FROM revision r INDEXED BY revision_erased WHERE r.audit_seq = e.seq AND r.body IS NULL)`;

/** Saves of one record by one person in the same way within this time are one thing that happened. */
const ONE_SITTING = 6 * HOUR;

/** Kinds that no entry tells of. */
const NEVER_TOLD: readonly string[] = [
  'sealed-words',
  'interpreter-exclusion',
  'screening-opening',
  'attachment-content',
  'privileged-box',
  'privileged-names',
  'sealed-note',
];

/** What another record's save did by the way is told by that record. `sealed-words` is T4. */
const BY_THE_WAY: Readonly<Record<string, (act: Act) => boolean>> = {
  attachment: ({ action }) => action === 'backup.create',
  'safety-step': ({ action }) => action === 'screening.save',
  need: ({ action }) => action.startsWith('safetyStep.'),
  'case-file': ({ action }) => /^(intake\.save$|caseAssignment\.)/.test(action),
  'rights-request': ({ action }) => action === 'housePlace.save',
  'legal-matter': ({ action }) => action === 'housePlace.save',
  'reply-key': () => true,
  conversation: ({ action }) => action !== 'conversation.begin',
  'other-disclosure': ({ action }) => action !== 'disclosureLog.add',
  stay: ({ action, revision }) => action === 'stay.move' && revision > 1,
  'bed-hold': ({ action }) => action === 'stay.begin',
  'safety-plan': ({ action }) => !action.startsWith('safetyPlan.'),
};

const isByTheWay = (act: Act): boolean =>
  NEVER_TOLD.includes(act.record_kind) ||
  BY_THE_WAY[act.record_kind]?.(act) === true ||
  (act.record_kind !== 'own-copy' && act.action.startsWith('ownCopy.')) ||
  (act.record_kind !== 'case-file' && act.action === 'caseExit.finish');

const MOVES = ['caseFile.changeStatus', 'caseFile.close', 'caseFile.reopen', 'caseExit.finish'];
const isMove = (act: Act): boolean => act.record_kind === 'case-file' && MOVES.includes(act.action);

interface TimelineWish {
  readonly caseFileId: string;
  readonly offset: number;
  readonly limit: number;
  readonly topic?: TimelineTopic | null;
  /** Kinds of records that are left out. */
  readonly without?: readonly string[];
}

/** Newest first. */
export function timelineOf(
  context: ReadContext,
  { caseFileId, offset, limit, topic = null, without = [] }: TimelineWish,
): TimelinePage {
  const acts = inSittings(
    context.db
      .all<Act>(
        `SELECT e.seq, e.at, e.staff_id, e.action, e.record_kind, e.record_id, e.revision
         FROM audit_entry e
         WHERE e.case_file_id IN (${ALL_PARTS}) AND ${IS_TOLD} ORDER BY e.seq DESC`,
        { case: caseFileId },
      )
      .filter((act) => !isByTheWay(act) && !without.includes(act.record_kind))
      .filter((act) => topic === null || topicOf(act.record_kind) === topic),
  );
  const corrected = putRight(context, caseFileId);
  const isPutRight = ({ record_id: id, revision }: Act): boolean => revision <= (corrected.get(id) ?? 0);
  const entries = acts
    .slice(offset, offset + limit)
    .map((act) => ({ ...entryOf(context, act), putRight: isPutRight(act) }));
  return { entries, total: acts.length };
}

/** Acts looked at first for what happened lately: a long case is not read to its beginning for six lines. */
const LOOKED_AT = 16;

/** The newest entries alone, just as `timelineOf` begins. */
export function latelyOf(
  context: ReadContext,
  { caseFileId, limit, without }: { caseFileId: string; limit: number; without: readonly string[] },
): TimelineEntry[] {
  for (let most = LOOKED_AT; ; most *= 4) {
    const acts = context.db.all<Act & { is_told: number }>(
      `SELECT e.seq, e.at, e.staff_id, e.action, e.record_kind, e.record_id, e.revision, ${IS_TOLD} AS is_told
       FROM audit_entry e
       WHERE e.seq IN (SELECT seq FROM audit_entry WHERE case_file_id IN (${ALL_PARTS}) ORDER BY seq DESC LIMIT $most)
       ORDER BY e.seq DESC`,
      { case: caseFileId, most },
    );
    const told = acts.filter((act) => act.is_told === 1 && !isByTheWay(act) && !without.includes(act.record_kind));
    const sittings = sittingsOf(told).slice(0, limit);
    // Whatever comes before is too long ago to belong to one of these.
    const before = Math.min(...sittings.map(({ at }) => at)) - ONE_SITTING;
    const isWhole = sittings.length === limit && (acts.at(-1)?.at ?? 0) < before;
    if (isWhole || acts.length < most) return sittings.map(({ entry }) => entryOf(context, entry));
  }
}

interface OthersWish {
  /** Place in the chain after which it is told. */
  readonly after: number;
  readonly workerId: string;
  readonly limit: number;
}

/** What others did in the open cases of one worker, newest first. */
export function toldSince(
  context: ReadContext,
  { after, workerId, limit }: OthersWish,
): { entries: (TimelineEntry & { caseFileId: string })[]; total: number } {
  const acts = inSittings(
    context.db
      .all<Act & { case_file_id: string }>(
        `SELECT e.seq, e.at, e.staff_id, e.action, e.record_kind, e.record_id, e.revision, e.case_file_id
         FROM audit_entry e JOIN case_file c ON c.id = e.case_file_id
         WHERE e.seq > $after AND e.staff_id IS NOT $workerId AND c.is_open = 1
           AND c.id IN (SELECT case_file_id FROM works_on WHERE staff_id = $workerId)
           AND ${IS_TOLD} ORDER BY e.seq DESC`,
        { after, workerId },
      )
      .filter((act) => !isByTheWay(act)),
  );
  const entries = acts.slice(0, limit).map((act) => ({ ...entryOf(context, act), caseFileId: act.case_file_id }));
  return { entries, total: acts.length };
}

interface Sitting<Told extends Act> {
  readonly entry: Told;
  /** When it began. */
  at: number;
}

/** Newest first in and out. Of one sitting the newest save stays; it counts as the first when the first was among them. */
function sittingsOf<Told extends Act>(acts: readonly Told[]): Sitting<Told>[] {
  const told: Sitting<Told>[] = [];
  const oldest = new Map<string, Sitting<Told>>();
  for (const act of acts) {
    const key = `${act.record_id} ${act.action} ${act.staff_id ?? ''}`;
    const sitting = oldest.get(key);
    // Each step of a case is told, also two of one afternoon.
    if (!isMove(act) && sitting !== undefined && sitting.at - act.at <= ONE_SITTING) {
      sitting.at = act.at;
      if (act.revision === 1) sitting.entry.revision = 1;
      continue;
    }
    const begun = { entry: { ...act }, at: act.at };
    if (!isMove(act)) oldest.set(key, begun);
    told.push(begun);
  }
  return told;
}
const inSittings = <Told extends Act>(acts: readonly Told[]): Told[] => sittingsOf(acts).map(({ entry }) => entry);

function entryOf(context: ReadContext, act: Act): TimelineEntry {
  const row = context.db.get<{ body: string }>('SELECT body FROM revision WHERE audit_seq = ?', [act.seq]);
  const told = telling[act.record_kind]?.(JSON.parse(row?.body ?? 'null') as Body, act) ?? {
    event: 'other',
    words: '',
    hers: false,
  };
  return {
    at: act.at,
    by: staffRef(context, act.staff_id),
    event: told.event,
    recordKind: act.record_kind,
    recordId: act.record_id,
    revision: act.revision,
    words: firstWords(told.words),
    code: told.code ?? null,
    hers: told.hers,
    toldOnce: told.toldOnce ?? null,
    putRight: false,
  };
}

type Body = Readonly<Record<string, unknown>>;
interface Told {
  readonly event: TimelineEvent;
  readonly words: string;
  readonly hers: boolean;
  readonly code?: string;
  readonly toldOnce?: { readonly mayBeReused: boolean };
}
type Teller = (body: Body, row: Act) => Told;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const firstWords = (words: string): string => {
  const [line = ''] = words.trim().split('\n');
  // Never half of a character: a cut surrogate pair would not survive as text.
  return line.length > 160 ? `${line.slice(0, 159).replace(/[\uD800-\uDBFF]$/u, '')}…` : line;
};
const isFirst = (row: Act): boolean => row.revision === 1;

const needEvent = (body: Body, row: Act): TimelineEvent =>
  isFirst(row) ? 'need-added' : body['settledAt'] === null ? 'need-changed' : 'need-settled';

const planEvent = (plan: 'safety-plan' | 'support-plan', row: Act, reviewAction: string): TimelineEvent =>
  isFirst(row) ? `${plan}-first` : row.action === reviewAction ? `${plan}-reviewed` : `${plan}-revised`;

const statusEvents: Readonly<Record<CaseStatus, TimelineEvent>> = {
  INQUIRY: 'case-asked',
  INTAKE: 'case-intake',
  ACTIVE: 'case-active',
  FOLLOW_UP: 'case-follow-up',
  CLOSED: 'case-closed',
  REOPENED: 'case-reopened',
  TRANSFERRED: 'case-transferred',
};

const MERGING: Readonly<Record<string, TimelineEvent>> = {
  'samePerson.merge': 'case-made-one',
  'samePerson.undo': 'case-parted',
};

function caseTold(body: Body, row: Act): Told {
  const status = CaseStatus.parse(body['status']);
  if (isFirst(row)) return { event: status === 'INQUIRY' ? 'case-asked' : 'case-opened', words: '', hers: false };
  const mark = MERGING[row.action];
  if (mark !== undefined) return { event: mark, words: '', hers: false };
  if (!isMove(row)) return { event: 'case-changed', words: '', hers: false };
  const moved = body['moved'] as { why: string } | null | undefined;
  const closing = body['closing'] as { reason: string } | null;
  return {
    event: statusEvents[status],
    words: moved?.why ?? '',
    hers: false,
    ...(closing === null ? {} : { code: closing.reason }),
  };
}

function stayEvent(body: Body, row: Act): TimelineEvent {
  if (isFirst(row)) return body['movedFrom'] === null ? 'stay-begun' : 'stay-moved';
  return body['leftOn'] === null ? 'stay-changed' : 'stay-over';
}

function thingEvent(body: Body, row: Act): TimelineEvent {
  if (isFirst(row)) return body['device'] === null ? 'thing-kept' : 'device-aside';
  return body['givenBack'] === null ? 'thing-moved' : 'thing-given-back';
}

function episodeEvent(body: Body, row: Act): TimelineEvent {
  if (isFirst(row)) return 'earlier-known';
  if (body['ended'] !== null) return 'earlier-parted';
  return row.action === 'episode.agree' ? 'earlier-agreed' : 'earlier-taken-back';
}

const openedEvents: Readonly<Record<string, TimelineEvent>> = {
  'privileged-box': 'box-opened',
  attachment: 'sealed-file-opened',
  'sealed-notes': 'sealed-notes-opened',
};

/** What a sealed file is called is as sealed as the file. */
const fileTold = (body: Body, row: Act): Told => ({
  event: body['removed'] !== null ? 'file-removed' : isFirst(row) ? 'file-added' : 'file-renamed',
  words: body['sealed'] === true ? '' : text(body['title']),
  hers: false,
});

/** What they call themselves; what they wrote is read on its own page. */
const senderOf = (body: Body): string => (body['sender'] as { name: string }).name;

const holdTold = (body: Body, row: Act): Told => ({
  event: isFirst(row) ? 'hold-placed' : body['ended'] === null ? 'hold-looked' : 'hold-ended',
  words: '',
  hers: false,
});

const telling: Readonly<Record<string, Teller>> = {
  'legal-hold': holdTold,
  'case-file': caseTold,
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
  print: () => ({ event: 'printed', words: '', hers: false }),
  disclosure: (body) => ({ event: 'package-left', words: text(body['recipientName']), hers: false }),
  'package-reply': (body) => ({ event: 'partner-answered', words: '', code: text(body['answer']), hers: false }),
  'sent-reply': (body) => ({
    ...{ event: 'package-answered', words: text(body['recipientName']), code: text(body['answer']), hers: false },
  }),
  'received-package': (body) => ({ event: 'package-came', words: senderOf(body), hers: false }),
  'case-assignment': (body, row) => ({
    event: isFirst(row) ? 'case-assigned' : body['to'] === null ? 'case-assignment-changed' : 'case-handed-over',
    words: '',
    hers: false,
  }),
  episode: (body, row) => ({ event: episodeEvent(body, row), words: '', hers: false }),
  'break-glass': (_body, row) => ({
    event: isFirst(row) ? 'opened-by-director' : 'opening-seen',
    words: '',
    hers: false,
  }),
  'sealed-opening': (body) => ({
    event: openedEvents[text(body['thing'])] ?? 'sealed-opened',
    words: '',
    hers: false,
  }),
  'legal-matter': (_body, row) => ({ event: isFirst(row) ? 'legal-begun' : 'legal-changed', words: '', hers: false }),
  'trafficking-profile': () => ({ event: 'profile-written', words: '', hers: false }),
  'person-causing-harm': () => ({ event: 'harm-noted', words: '', hers: false }),
  'identification-indicators': () => ({ event: 'indicators-marked', words: '', hers: false }),
  'vulnerability-view': () => ({ event: 'view-looked', words: '', hers: false }),
  'case-note': (body) => noteTold(body),
  attachment: fileTold,
  conversation: () => ({ event: 'conversation-held', words: '', hers: false }),
  'contact-attempt': () => ({ event: 'contact-tried', words: '', hers: false }),
  // Only that it happened: what came out is read where screens are read.
  screening: (body) => ({
    event: body['setAside'] === true ? 'screening-set-aside' : 'screening-done',
    words: '',
    hers: false,
  }),
  'safety-step': (_body, row) => ({
    event: row.action === 'safetyStep.checked' ? 'safety-step-checked' : 'safety-step-ended',
    words: '',
    hers: false,
  }),
  stay: (body, row) => ({ event: stayEvent(body, row), words: '', hers: false }),
  'bed-hold': (_body, row) => ({ event: isFirst(row) ? 'bed-held' : 'bed-let-go', words: '', hers: false }),
  'kept-thing': (body, row) => ({ event: thingEvent(body, row), words: text(body['what']), hers: false }),
  'case-exit': (_body, row) => ({ event: isFirst(row) ? 'exit-begun' : 'exit-prepared', words: '', hers: false }),
  'follow-up': (body) => ({ event: 'follow-up', words: '', code: text(body['end']) || 'NOT_REACHED', hers: false }),
  task: (body) => ({
    event: body['status'] === 'OPEN' ? 'task-set' : body['status'] === 'DONE' ? 'task-done' : 'task-let-go',
    words: text(body['words']),
    hers: false,
  }),
  referral: (body, row) => referralTold(body, row),
  service: (body) => ({ event: 'service-given', words: '', code: text(body['code']), hers: false }),
  'rights-request': (body, row) => ({
    event: isFirst(row) ? 'right-asked' : body['outcome'] === null ? 'right-went-on' : 'right-ended',
    words: '',
    code: text(body['kind']),
    hers: false,
  }),
  'legal-request': (_body, row) => ({
    event: isFirst(row) ? 'request-logged' : 'request-went-on',
    words: '',
    hers: false,
  }),
  'mandated-report': () => ({ event: 'report-made', words: '', hers: false }),
  // What was said is in the log of callers, for as long as it is kept.
  'caller-match': () => ({ event: 'asked-for', words: '', hers: false }),
  'own-copy': () => ({ event: 'own-copy-given', words: '', hers: false }),
  'other-disclosure': (body) => ({ event: 'told-outside', words: text(body['recipientName']), hers: false }),
  amendment: (body) => ({
    event: body['kind'] === 'CORRECTION' ? 'put-right' : 'statement-kept',
    words: text(body['words']),
    hers: true,
  }),
  release: (body) => ({
    event:
      body['revoked'] !== null ? 'release-revoked' : body['signature'] !== null ? 'release-signed' : 'release-drafted',
    words: '',
    hers: false,
  }),
};

const referralEvents: Readonly<Record<ReferralState, TimelineEvent>> = {
  DRAFT: 'referral-written',
  CONSENT_NEEDED: 'referral-written',
  READY: 'referral-written',
  SENT: 'referral-sent',
  ACKNOWLEDGED: 'referral-answered',
  ACCEPTED: 'referral-answered',
  WAITLISTED: 'referral-answered',
  DECLINED_BY_PARTNER: 'referral-answered',
  APPOINTMENT_SET: 'referral-appointment',
  ATTENDED: 'referral-went',
  MISSED: 'referral-went',
  OUTCOME_RECORDED: 'referral-over',
  WITHDRAWN_BY_SURVIVOR: 'referral-over',
  CANCELLED: 'referral-over',
};

/** To whom and for what is read on its page. */
const referralTold = (body: Body, row: Act): Told => ({
  event: body['origin'] !== null && isFirst(row) ? 'referral-came' : referralEvents[ReferralState.parse(body['state'])],
  words: '',
  hers: false,
});

function noteTold(body: Body): Told {
  const event = body['correctionOf'] === null ? 'note-added' : 'note-corrected';
  const toldOnce = body['toldOnce'] as { what: string; mayBeReused: boolean } | null;
  if (toldOnce !== null)
    return { event, words: toldOnce.what, hers: false, toldOnce: { mayBeReused: toldOnce.mayBeReused } };
  const [quote] = body['quotes'] as readonly { words: string }[];
  if (text(body['body']).trim() === '' && quote !== undefined) return { event, words: quote.words, hers: true };
  return { event, words: text(body['body']), hers: false };
}
