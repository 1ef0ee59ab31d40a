// Search in what was written: the whole of the cases that open to her, the newest matches first of all. Whatever stands in
// other cases is left out before anything is counted or ranked. T4 was never indexed, so it is never found.
import { caseWorkers, isAmong } from '#shared/contract/operation';
import { foldWords } from '#shared/fold';
import type { ReadContext } from '../context.ts';
import type { Row } from '../database/sql.ts';
import { OPEN_WHOLE, openWhole } from './case-reach.ts';
import { allKinds } from './record-kind.ts';
import { snippetOf } from './text-snippet.ts';

/**
 * Ranked among the newest matches only: ranking all of 2 million notes costs seconds (design: performance §3). The rank is asked
 * for where the newest are found: asked for row by row afterwards, FTS5 counts every match anew for each of them.
 */
export const NEWEST = 1_000;

/** Scripts written without spaces: there a word has no beginning that an index could know. */
const WITHOUT_SPACES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Texts of these cases and kinds; binds $me, $now and $kinds. The plus keeps SQLite from walking the index by case. */
const IS_HERS =
  `+s.case_file_id IN (${OPEN_WHOLE}) AND +s.record_kind IN (SELECT value FROM json_each($kinds))` as const;

const MATCHES = {
  /** Each match is looked up, newest first, until there are enough: for who works on a good part of all cases. */
  many: `SELECT m.rowid AS id, m.rank AS rank FROM search_index m CROSS JOIN search_text s ON s.id = m.rowid
    WHERE m.search_index MATCH $sought AND ${IS_HERS} ORDER BY m.rowid DESC LIMIT $newest`,
  /** Her few texts are listed first, so that the matches of everybody else are passed over without a look. */
  few: `SELECT rowid AS id, rank AS rank FROM search_index WHERE search_index MATCH $sought AND +rowid IN (
      SELECT id FROM search_text s WHERE case_file_id IN (${OPEN_WHOLE}) AND record_kind IN (SELECT value FROM json_each($kinds)))
    ORDER BY rowid DESC LIMIT $newest`,
  letters: `SELECT s.id, -s.id AS rank FROM search_text s WHERE ${IS_HERS}
    AND NOT EXISTS (SELECT 1 FROM json_each($sought) w WHERE instr(s.folded, w.value) = 0) ORDER BY s.id DESC LIMIT $newest`,
} as const;
type Way = keyof typeof MATCHES;

const oneACase = <M extends string>(matches: M) =>
  `WITH newest AS MATERIALIZED (${matches})
    SELECT s.case_file_id, s.record_kind, s.record_id, min(n.rank) AS best, (SELECT count(*) FROM newest) AS found
    FROM newest n JOIN search_text s ON s.id = n.id GROUP BY s.case_file_id ORDER BY best LIMIT $limit` as const;
const each = <M extends string>(matches: M) =>
  `WITH newest AS MATERIALIZED (${matches})
    SELECT s.case_file_id, s.record_kind, s.record_id, (SELECT count(*) FROM newest) AS found
    FROM newest n JOIN search_text s ON s.id = n.id ORDER BY n.rank, n.id DESC LIMIT $limit OFFSET $offset` as const;
const byKind = <M extends string>(matches: M) =>
  `SELECT s.record_kind AS kind, count(*) AS n FROM (${matches}) m JOIN search_text s ON s.id = m.id GROUP BY s.record_kind` as const;

export interface FoundText extends Row {
  case_file_id: string;
  record_kind: string;
  record_id: string;
}
interface FoundRow extends FoundText {
  found: number;
}
export interface Found {
  readonly rows: readonly FoundText[];
  /** Matches that were looked at. */
  readonly total: number;
  /** There are older matches, which were not. */
  readonly newestOnly: boolean;
}
const nothing: Found = { rows: [], total: 0, newestOnly: false };

/** The best match of each case, best case first. */
export function bestOfEachCase(context: ReadContext, query: string, limit: number): Found {
  const ask = asked(context, query, null);
  return ask === null ? nothing : found(context.db.all<FoundRow>(oneACase(MATCHES[ask.by]), { ...ask.values, limit }));
}

export interface TextPage {
  readonly query: string;
  /** One kind of record, or null for all that her role may find. */
  readonly kind: string | null;
  readonly offset: number;
  readonly limit: number;
}

/** Every match on its own, best first. */
export function everyMatch(context: ReadContext, { query, kind, offset, limit }: TextPage): Found {
  const ask = asked(context, query, kind);
  if (ask === null) return nothing;
  return found(context.db.all<FoundRow>(each(MATCHES[ask.by]), { ...ask.values, limit, offset }));
}

/** How many of the newest matches are of which kind, most first. */
export function matchesByKind(context: ReadContext, query: string): readonly { kind: string; n: number }[] {
  const ask = asked(context, query, null);
  if (ask === null) return [];
  return context.db
    .all<{ kind: string; n: number }>(byKind(MATCHES[ask.by]), ask.values)
    .sort((one, other) => other.n - one.n || one.kind.localeCompare(other.kind));
}

const found = (rows: readonly FoundRow[]): Found => ({
  rows,
  total: Math.min(NEWEST, rows[0]?.found ?? 0),
  newestOnly: (rows[0]?.found ?? 0) > NEWEST,
});

/** From a quarter of all cases on, the newest matches hold enough of hers to be looked up one by one. */
function worksOnMany(context: ReadContext): boolean {
  const counted = context.db.get<{ hers: number; all_cases: number }>(
    `SELECT (SELECT count(*) FROM (${OPEN_WHOLE})) AS hers, (SELECT count(*) FROM case_file) AS all_cases`,
    openWhole(context),
  );
  return counted !== undefined && counted.hers * 4 >= counted.all_cases;
}

function asked(context: ReadContext, query: string, kind: string | null) {
  const words = wordsOf(query);
  if (words.length === 0) return null;
  const by: Way = WITHOUT_SPACES.test(query) ? 'letters' : worksOnMany(context) ? 'many' : 'few';
  const { role } = context.staffMember;
  const kinds = allKinds()
    .filter((one) => one.searchText !== undefined && isAmong(role, one.searchedBy ?? caseWorkers))
    .map((one) => one.kind)
    .filter((one) => kind === null || one === kind);
  const sought = by === 'letters' ? JSON.stringify(words) : matchOf(words);
  return { by, values: { sought, ...openWhole(context), kinds: JSON.stringify(kinds), newest: NEWEST + 1 } };
}

/** Every word must be there; the last one may still be growing. Quoted, so that no query syntax gets through. */
const matchOf = (words: readonly string[]): string =>
  words.map((word, index) => `"${word}"${index === words.length - 1 ? '*' : ''}`).join(' ');

export const wordsOf = (query: string): readonly string[] => foldWords(query).match(/[\p{L}\p{N}]+/gu) ?? [];

interface WrittenRow extends Row {
  body: string | null;
  at: number;
}

/** The words around the match as they were written, and when. */
export function asWritten(context: ReadContext, { record_kind, record_id }: FoundText, query: string) {
  const kind = allKinds().find((one) => one.kind === record_kind);
  const newest = context.db.get<WrittenRow>(
    `SELECT r.body, e.at FROM revision r JOIN audit_entry e ON e.seq = r.audit_seq
     WHERE r.record_id = ? ORDER BY r.revision DESC LIMIT 1`,
    [record_id],
  );
  const isThere = kind?.searchText !== undefined && newest?.body != null;
  const text = isThere ? kind.searchText(kind.schema.parse(JSON.parse(newest.body ?? 'null'))) : '';
  return { snippet: snippetOf(text, wordsOf(query)), at: newest?.at ?? 0 };
}
