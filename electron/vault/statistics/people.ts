// Which cases are one person, for counting each of them once: records made one, records that she wants kept apart, and earlier files,
// also while they are sealed. A conflict flag between two of them means that they are two people.
import type { ReadableDb } from '../database/sql.ts';

type Reader = { readonly db: ReadableDb };
interface Link extends Record<string, string> {
  one: string;
  other: string;
}

const LINKS = `SELECT one_case_id AS one, other_case_id AS other FROM same_person
  WHERE (merged_id IS NOT NULL OR answer IN ('AGREES', 'WANTS_SEPARATE'))
    AND NOT EXISTS (SELECT 1 FROM kept_apart k WHERE k.case_file_id = one_case_id AND k.from_case_id = other_case_id)
  UNION ALL SELECT case_file_id, now_case_id FROM earlier_file`;

/** Case → the case that stands for the person, for every case that is not the only one of its person. */
export function sharedPeople({ db }: Reader): Readonly<Record<string, string>> {
  const groups = new Map<string, Set<string>>();
  for (const { one, other } of db.all<Link>(LINKS)) {
    const joined = new Set([one, other, ...(groups.get(one) ?? []), ...(groups.get(other) ?? [])]);
    for (const id of joined) groups.set(id, joined);
  }
  const parts = new Set(
    db.all<{ id: string }>('SELECT merged_id AS id FROM same_person WHERE merged_id IS NOT NULL').map(({ id }) => id),
  );
  return Object.fromEntries([...groups].map(([id, group]) => [id, standsFor(group, parts)]));
}

/** The oldest case that is not a part of another: it stays the same when she comes back, and it is the one whose stub erasing leaves. */
function standsFor(group: ReadonlySet<string>, parts: ReadonlySet<string>): string {
  const wholes = [...group].filter((id) => !parts.has(id)).sort();
  return wholes[0] ?? [...group].sort()[0] ?? '';
}

/** Pairs that may be one person and of whom nobody knows yet: each counts as two, and a table says so. */
export const hasUnlinked = ({ db }: Reader): boolean =>
  db.get("SELECT 1 AS there FROM same_person WHERE merged_id IS NULL AND answer = 'NOT_ASKED' LIMIT 1") !== undefined;
