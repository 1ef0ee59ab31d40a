// How each kind of record is told on a timeline: which event, in which words, and whether they are hers.
import { CaseStatus } from '#shared/records/case-status';
import { ReferralState } from '#shared/records/referral';
import type { TimelineEvent } from '#shared/records/timeline';
import type { Row } from '../database/sql.ts';

/** One saved state, as History has it. */
export interface Act extends Row {
  seq: number;
  at: number;
  staff_id: string | null;
  action: string;
  record_kind: string;
  record_id: string;
  revision: number;
}

const MOVES = ['caseFile.changeStatus', 'caseFile.close', 'caseFile.reopen', 'caseExit.finish'];
export const isMove = (act: Act): boolean => act.record_kind === 'case-file' && MOVES.includes(act.action);

/** What a record of some kind holds. */
export type Body = Readonly<Record<string, unknown>>;
interface Told {
  readonly event: TimelineEvent;
  readonly words: string;
  readonly hers: boolean;
  readonly code?: string;
  readonly toldOnce?: { readonly mayBeReused: boolean };
}
type Teller = (body: Body, row: Act) => Told;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
/** The first line, shortened. */
export const firstWords = (words: string): string => {
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

/** How each kind of record is told. A kind that is missing is told as something that was kept. */
export const telling: Readonly<Record<string, Teller>> = {
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
