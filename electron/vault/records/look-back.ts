// The last days of one colleague as the audit chain has them: counts and times, never a word that was written.
import { LOOK_BACK_DAYS, type LeavingState } from '#shared/records/leaving';
import { addDays, DAY } from '#shared/time';
import type { ReadContext } from '../context.ts';
import type { Row } from '../database/sql.ts';
import { caseRef } from './case-ref.ts';
import { named } from './case-reach.ts';

/** Kinds that tell of something carried away, printed, or opened out of the ordinary. */
const TELLING = [
  'print',
  'disclosure',
  'other-disclosure',
  'own-copy',
  'sent-reply',
  'reader-copy',
  'table-copy',
  'backup',
  'break-glass',
  'sealed-opening',
  'screening-opening',
  'agency-address-opening',
];

interface Counted extends Row {
  entries: number;
  refused: number;
}
interface OfCase extends Row {
  id: string;
  times: number;
  last_at: number;
}
interface OfKind extends Row {
  kind: string;
  times: number;
  last_at: number;
}

/** Of one colleague, from LOOK_BACK_DAYS ago until now. */
export function lookBack(context: ReadContext, staffId: string): LeavingState['lookBack'] {
  const about = { staff: staffId, since: context.now() - LOOK_BACK_DAYS * DAY };
  const counted = context.db.get<Counted>(
    `SELECT count(*) AS entries, coalesce(sum(detail = 'denied'), 0) AS refused
     FROM audit_entry WHERE staff_id = $staff AND at >= $since`,
    about,
  );
  return {
    since: addDays(context.today(), -LOOK_BACK_DAYS),
    ...{ entries: counted?.entries ?? 0, refused: counted?.refused ?? 0 },
    cases: casesIn(context, about),
    acts: context.db
      .all<OfKind>(
        `SELECT record_kind AS kind, count(*) AS times, max(at) AS last_at FROM audit_entry
         WHERE staff_id = $staff AND at >= $since AND record_kind IN (SELECT value FROM json_each($telling))
         GROUP BY record_kind ORDER BY last_at DESC`,
        { ...about, telling: JSON.stringify(TELLING) },
      )
      .map(({ kind, times, last_at: lastAt }) => ({ kind, times, lastAt })),
  };
}

/** What was erased since is in no list: nothing names it any more. */
const casesIn = (context: ReadContext, about: { readonly staff: string; readonly since: number }) =>
  context.db
    .all<OfCase>(
      `SELECT case_file_id AS id, count(*) AS times, max(at) AS last_at FROM audit_entry
       WHERE staff_id = $staff AND at >= $since AND detail <> 'denied'
         AND case_file_id IN (SELECT id FROM case_file)
       GROUP BY case_file_id ORDER BY last_at DESC LIMIT 200`,
      about,
    )
    .map(({ id, times, last_at: lastAt }) => ({ of: named(context, caseRef(context, id)), times, lastAt }));
