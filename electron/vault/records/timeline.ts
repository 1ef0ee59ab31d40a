// The timeline of a case, told from its saved states. Sealed words never appear, not even as an event; that somebody opened
// them does, with who and when and nothing else. Of a well-being screen it tells that one was done, never what came out.
import { type TimelineEntry, type TimelinePage, type TimelineTopic, topicOf } from '#shared/records/timeline';
import { HOUR } from '#shared/time';
import type { ReadContext } from '../context.ts';
import { putRight } from './amendment.ts';
import { ALL_PARTS } from './one-record.ts';
import { staffRef } from './revision-mark.ts';
import { type Act, type Body, firstWords, isMove, telling } from './timeline-telling.ts';

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
