// People who left in a period, and those who asked and were never taken in: other people than those who were given something.
import { ClosingReason } from '#shared/records/case-status';
import type { AskedCategory } from '#shared/statistics/breakdowns';
import type { Row } from '../database/sql.ts';
import type { Asking } from './counted.ts';

export interface Left {
  readonly person: string;
  readonly reason: ClosingReason;
}

interface LeftRow extends Row {
  person: string;
  reason: string | null;
  status: string;
}

/** Once each, with the reason of the last time. */
export function leftIn({ db, days, shared }: Pick<Asking, 'db' | 'days' | 'shared'>): Left[] {
  const rows = db.all<LeftRow>(
    `WITH shared (case_id, person) AS MATERIALIZED (SELECT key, value FROM json_each($shared)),
     refused AS (SELECT coalesce(s.person, x.case_file_id) AS person FROM stats_choice x LEFT JOIN shared s ON s.case_id = x.case_file_id
       WHERE x.is_refused = 1)
     SELECT coalesce(s.person, c.id) AS person, coalesce(e.reason, c.closing_reason) AS reason, c.status AS status,
       max(coalesce(e.left_on, c.closed_on)) AS last_on
     FROM case_file c LEFT JOIN case_exit e ON e.case_file_id = c.id AND e.finished_on IS NOT NULL LEFT JOIN shared s ON s.case_id = c.id
     WHERE c.taken_in_on IS NOT NULL AND coalesce(e.left_on, c.closed_on) BETWEEN $from AND $to
       AND coalesce(s.person, c.id) NOT IN (SELECT person FROM refused)
     GROUP BY 1`,
    { ...days, shared: JSON.stringify(shared) },
  );
  return rows.map(({ person, reason, status }) => ({ person, reason: reasonOf(reason, status) }));
}

/** A case that another house goes on with has no reason of its own. */
function reasonOf(reason: string | null, status: string): ClosingReason {
  if (reason === null) return status === 'TRANSFERRED' ? 'OTHER_PROGRAM' : 'UNKNOWN';
  return ClosingReason.parse(reason);
}

export interface Asked {
  readonly person: string;
  readonly category: Exclude<AskedCategory, 'ERASED'>;
}

const TURNED_AWAY: readonly string[] = ['NOT_ELIGIBLE', 'NEEDS_BEYOND_US'] satisfies ClosingReason[];

interface AskedRow extends Row {
  id: string;
  status: string;
  reason: string | null;
}

export function askedIn({ db, days }: Pick<Asking, 'db' | 'days'>): Asked[] {
  const rows = db.all<AskedRow>(
    `SELECT c.id AS id, c.status AS status, c.closing_reason AS reason FROM case_file c
     WHERE c.taken_in_on IS NULL AND c.opened_on BETWEEN $from AND $to
       AND c.id NOT IN (SELECT case_file_id FROM stats_choice WHERE is_refused = 1)`,
    { ...days },
  );
  return rows.map(({ id, status, reason }) => ({ person: id, category: askedAs(status, reason) }));
}

function askedAs(status: string, reason: string | null): Asked['category'] {
  if (status === 'INQUIRY') return 'WAITING';
  return TURNED_AWAY.includes(reason ?? '') ? 'TURNED_AWAY' : 'OTHER_WAY';
}
