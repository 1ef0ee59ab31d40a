// History as it is read: newest first, one page at a time, narrowed by who, what, when and which case. Every way of asking has an index
// that gives its entries in their order, so that a page costs the same among a thousand entries and among a million (README.md).
import { contract } from '#shared/contract/index';
import { actsOf, OWN_ACTS } from '#shared/contract/act-groups';
import type { Contract } from '#shared/contract/operation';
import { type ActGroup, HISTORY_PAGE } from '#shared/records/audit-entry';
import type { ReadableDb, Row, SqlValue } from '../database/sql.ts';

/** What is asked for; null where nothing is. `cases` are ids. */
export interface Wish {
  readonly before: number | null;
  readonly from: number | null;
  readonly until: number | null;
  readonly group: ActGroup | null;
  readonly staff: string | null;
  readonly cases: readonly string[] | null;
}

export interface Line extends Row {
  seq: number;
  at: number;
  staff_id: string | null;
  action: string;
  record_kind: string | null;
  case_file_id: string | null;
  detail: string;
  signed: number;
}

/** Binds $seqs. */
const LINES = `SELECT e.seq, e.at, e.staff_id, e.action, e.record_kind, e.case_file_id, e.detail,
    EXISTS (SELECT 1 FROM audit_signature s WHERE s.seq = e.seq) AS signed
  FROM audit_entry e WHERE e.seq IN (SELECT value FROM json_each($seqs))`;

/** What a way of asking does not choose by itself it still has to fit. An emptied line is in no history. */
const FITS = `e.action <> '' AND e.at >= $from AND e.at < $until
  AND ($staff IS NULL OR e.staff_id = $staff)
  AND ($acts IS NULL OR e.action IN (SELECT value FROM json_each($acts)))
  AND ($refused = 0 OR e.detail = 'denied')` as const;
const NEWEST = 'AND e.seq < $before ORDER BY e.seq DESC LIMIT $limit' as const;

/**
 * One statement for each way of asking. In the order of the chain, so that nobody moves what she does out of sight by setting the clock
 * back; in the order of time where days are asked for.
 */
export const WAYS = {
  everything: `SELECT e.seq FROM audit_entry e NOT INDEXED WHERE $cases IS NULL AND $act IS NULL AND ${FITS} ${NEWEST}`,
  ofDays: `SELECT e.seq FROM audit_entry e INDEXED BY audit_entry_by_time
    WHERE $cases IS NULL AND $act IS NULL AND ${FITS} AND e.at <= coalesce((SELECT at FROM audit_entry WHERE seq = $before), $until)
      AND (e.seq < $before OR e.at < (SELECT at FROM audit_entry WHERE seq = $before)) ORDER BY e.at DESC, e.seq DESC LIMIT $limit`,
  ofPerson: `SELECT e.seq FROM audit_entry e INDEXED BY audit_entry_of_person
    WHERE e.staff_id = $staff AND $cases IS NULL AND $act IS NULL AND ${FITS} ${NEWEST}`,
  ofCases: `SELECT e.seq FROM audit_entry e INDEXED BY audit_entry_by_case
    WHERE e.case_file_id IN (SELECT value FROM json_each($cases)) AND $act IS NULL AND ${FITS} ${NEWEST}`,
  refused: `SELECT e.seq FROM audit_entry e INDEXED BY audit_entry_refused
    WHERE e.detail = 'denied' AND $cases IS NULL AND $act IS NULL AND ${FITS} ${NEWEST}`,
  ofAct: `SELECT e.seq FROM audit_entry e INDEXED BY audit_entry_of_act
    WHERE e.action = $act AND e.seq > $floor AND $cases IS NULL AND ${FITS} ${NEWEST}`,
} as const;

/** Names of everything that writes, and of what the program does of itself. */
const ALL_ACTS: readonly string[] = [
  ...OWN_ACTS,
  ...Object.entries(contract as Contract).flatMap(([group, named]) =>
    Object.entries(named).flatMap(([name, { kind }]) => (kind === 'read' ? [] : [`${group}.${name}`])),
  ),
];

/** A page and where the next one begins. */
export function linesOf(db: ReadableDb, wish: Wish): { readonly lines: Line[]; readonly next: number | null } {
  const seqs = newestOf(db, wish);
  const shown = seqs.slice(0, HISTORY_PAGE);
  const found = new Map(db.all<Line>(LINES, { seqs: JSON.stringify(shown) }).map((line) => [line.seq, line]));
  const lines = shown.flatMap((seq) => found.get(seq) ?? []);
  return { lines, next: seqs.length > HISTORY_PAGE ? (shown.at(-1) ?? null) : null };
}

type Values = Readonly<Record<string, SqlValue>>;
const EVER = Number.MAX_SAFE_INTEGER;

function newestOf(db: ReadableDb, { before, from, until, group, staff, cases }: Wish): number[] {
  const acts = group === null || group === 'REFUSED' ? null : actsOf(group, ALL_ACTS);
  const values = {
    ...{ staff, act: null, limit: HISTORY_PAGE + 1, refused: Number(group === 'REFUSED'), before: before ?? EVER },
    ...{
      cases: cases && JSON.stringify(cases),
      acts: acts && JSON.stringify(acts),
      from: from ?? 0,
      until: until ?? EVER,
    },
  };
  if (cases !== null) return seqsOf(db, WAYS.ofCases, values);
  if (group === 'REFUSED') return seqsOf(db, WAYS.refused, values);
  // Most of what is done are changes: they are found at once among everything.
  if (acts !== null && group !== 'CHANGES') return merged(db, acts, { ...values, acts: null });
  if (staff !== null) return seqsOf(db, WAYS.ofPerson, values);
  return seqsOf(db, from === null && until === null ? WAYS.everything : WAYS.ofDays, values);
}

type Way = (typeof WAYS)[keyof typeof WAYS];

const seqsOf = (db: ReadableDb, way: Way, values: Values): number[] =>
  db.all<{ seq: number }>(way, values).map(({ seq }) => seq);

/** The newest of several acts: each gives its own in order, and as soon as there are enough, what is older is not looked at. */
function merged(db: ReadableDb, acts: readonly string[], values: Values & { readonly limit: number }): number[] {
  let newest: number[] = [];
  for (const act of acts) {
    const floor = newest[values.limit - 1] ?? 0;
    const found = seqsOf(db, WAYS.ofAct, { ...values, act, floor });
    newest = [...newest, ...found].sort((one, other) => other - one).slice(0, values.limit);
  }
  return newest;
}
