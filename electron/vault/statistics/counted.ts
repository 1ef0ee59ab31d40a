// The people whom a period counts, found and told apart in SQL: a table of a house with 20,000 cases must not read 20,000 records.
// Served is who was taken in and given something in the period; what stays of erased cases is added in erased.ts.
import { exploitationType } from '#shared/statistics/counted-facts';
import type { Age, ExploitationType, GenderCategory, Who } from '#shared/statistics/breakdowns';
import type { Days } from '#shared/statistics/periods';
import type { ReadableDb, Row } from '../database/sql.ts';

export interface Asking {
  readonly db: ReadableDb;
  readonly days: Days;
  readonly who: Who;
  /** Case → person, for people of several cases. */
  readonly shared: Readonly<Record<string, string>>;
}

/** Binds $shared, $from and $to. */
const PEOPLE = `shared (case_id, person) AS MATERIALIZED (SELECT key, value FROM json_each($shared)),
  served AS MATERIALIZED (
    SELECT coalesce(s.person, g.case_id) AS person, min(g.first_on) AS first_on
    FROM (SELECT case_file_id AS case_id, min(given_on) AS first_on FROM service
        WHERE is_struck = 0 AND given_on BETWEEN $from AND $to GROUP BY case_file_id) g
      JOIN case_file c ON c.id = g.case_id AND c.taken_in_on <= $to LEFT JOIN shared s ON s.case_id = g.case_id
    GROUP BY 1),
  file AS (SELECT v.person, v.first_on, coalesce(s.case_id, v.person) AS case_id FROM served v LEFT JOIN shared s ON s.person = v.person),
  person AS (
    SELECT f.person, f.first_on, min(c.taken_in_on) AS taken_in_on, max(coalesce(c.gender, h.gender)) AS gender,
      max(coalesce(i.adult_by_birthday, h.adult_by_birthday, i.adult_by_band)) AS adult_on,
      max((coalesce(t.exploitation, 0) | coalesce(h.exploitation, 0)) & 1)
        + max((coalesce(t.exploitation, 0) | coalesce(h.exploitation, 0)) & 2)
        + max((coalesce(t.exploitation, 0) | coalesce(h.exploitation, 0)) & 4) AS exploitation,
      max(coalesce(x.is_refused, 0)) AS is_refused
    FROM file f JOIN case_file c ON c.id = f.case_id LEFT JOIN intake i ON i.case_file_id = f.case_id
      LEFT JOIN htcds_record h ON h.case_file_id = f.case_id LEFT JOIN trafficking_profile t ON t.case_file_id = f.case_id
      LEFT JOIN stats_choice x ON x.case_file_id = f.case_id
    GROUP BY f.person),
  counted AS MATERIALIZED (
    SELECT person, taken_in_on BETWEEN $from AND $to AS is_new, coalesce(gender, 'NOT_RECORDED') AS gender, exploitation, is_refused,
      CASE WHEN adult_on IS NULL THEN 'NOT_KNOWN' WHEN first_on < adult_on THEN 'UNDER_18' ELSE 'ADULT' END AS age
    FROM person)`;
/** Binds $who. */
const WANTED = "($who = 'EVERYONE' OR age = $who)";

const bound = ({ days, who, shared }: Asking) => ({ ...days, who, shared: JSON.stringify(shared) });

/** So many people who are alike in everything that a table tells apart. */
export interface Alike {
  readonly isNew: boolean;
  readonly age: Age;
  readonly gender: GenderCategory;
  readonly type: ExploitationType;
  readonly isRefused: boolean;
  readonly people: number;
}

interface AlikeRow extends Row {
  is_new: number;
  age: Age;
  gender: GenderCategory;
  exploitation: number;
  is_refused: number;
  people: number;
}

export function servedAlike(asking: Asking): Alike[] {
  const rows = asking.db.all<AlikeRow>(
    `WITH ${PEOPLE} SELECT is_new, age, gender, exploitation, is_refused, count(*) AS people FROM counted
     WHERE ${WANTED} GROUP BY is_new, age, gender, exploitation, is_refused`,
    bound(asking),
  );
  return rows.map(({ age, gender, people, ...row }) => ({
    ...{ age, gender, people, isNew: row.is_new === 1, isRefused: row.is_refused === 1 },
    type: exploitationType(row.exploitation),
  }));
}

/** Who they are, for the guard alone. */
export const servedPeople = (asking: Asking): { readonly person: string; readonly isRefused: boolean }[] =>
  asking.db
    .all<{ person: string; is_refused: number }>(
      `WITH ${PEOPLE} SELECT person, is_refused FROM counted WHERE ${WANTED}`,
      bound(asking),
    )
    .map(({ person, is_refused }) => ({ person, isRefused: is_refused === 1 }));

/** Whom it is about is asked of the log alone where nobody is left out by age: the facts of each take the longest. */
const AMONG_ALL = `person NOT IN (
  SELECT coalesce(s.person, x.case_file_id) FROM stats_choice x LEFT JOIN shared s ON s.case_id = x.case_file_id WHERE x.is_refused = 1)`;
const AMONG_COUNTED = `person IN (SELECT person FROM counted WHERE is_refused = 0 AND ${WANTED})`;

/** How many people were given something of each group; `groups` says the group of each code, and a code without one is not counted. */
export function peopleGiven(asking: Asking, groups: Readonly<Record<string, string>>): Map<string, number> {
  const rows = asking.db.all<{ category: string; people: number }>(
    `WITH ${PEOPLE}, grouped (code, category) AS MATERIALIZED (SELECT key, value FROM json_each($groups)),
     received AS MATERIALIZED (
       SELECT DISTINCT coalesce(s.person, g.case_id) AS person, m.category AS category
       FROM (SELECT DISTINCT case_file_id AS case_id, code FROM service WHERE is_struck = 0 AND given_on BETWEEN $from AND $to) g
         JOIN grouped m ON m.code = g.code JOIN case_file c ON c.id = g.case_id AND c.taken_in_on <= $to
         LEFT JOIN shared s ON s.case_id = g.case_id)
     SELECT category, count(*) AS people FROM received
     WHERE ${asking.who === 'EVERYONE' ? AMONG_ALL : AMONG_COUNTED} GROUP BY category`,
    { ...bound(asking), groups: JSON.stringify(groups) },
  );
  return new Map(rows.map(({ category, people }) => [category, people]));
}
