// Finding a case by any of her names, by its number, or by words in what was written: names of the
// cases she works on (a director's, of all), words of those that open to her whole. T4 was never indexed, so it is never found.
import { caseWorkers, isAmong } from '#shared/contract/operation';
import { fold } from '#shared/fold';
import type { CaseHit, CaseSearchAnswer } from '#shared/records/case-search';
import { CaseStatus } from '#shared/records/case-status';
import { readCaseNumber } from '#shared/records/case-number';
import { holds, inLatin, openNames } from '#shared/records/names';
import type { ReadContext } from '../context.ts';
import type { Row } from '../database/sql.ts';
import { caseFileKind } from './case-file-kind.ts';
import { herCases, OPEN_WHOLE, WORKED_ON } from './case-reach.ts';
import { caseRef } from './case-ref.ts';
import { allKinds, loadRecord } from './record-kind.ts';
import { snippetOf } from './text-snippet.ts';

/**
 * Ranked among the newest matches only: ranking all of 2 million notes costs seconds, this 40 ms (design: performance §3). The rank
 * is asked for where the newest are found: asked for row by row afterwards, FTS5 counts every match anew for each of them.
 */
const NEWEST = 1_000;

interface CaseHitRow extends Row {
  id: string;
  status: string;
  works: number;
  matched: 'name' | 'alias' | 'case-number';
}
interface TextRow extends Row {
  case_file_id: string;
  record_kind: string;
  record_id: string;
}

export function searchCases(
  context: ReadContext,
  { query, limit, inText }: { readonly query: string; readonly limit: number; readonly inText: boolean },
): CaseSearchAnswer {
  const byName = namesAndNumbers(context, query, limit + 1);
  const seen = new Set(byName.map((hit) => hit.caseFileId as string));
  const text =
    inText && byName.length <= limit ? inWriting(context, query, limit + 1) : { hits: [], newestOnly: false };
  const hits = [...byName, ...text.hits.filter((hit) => !seen.has(hit.caseFileId))];
  return { hits: hits.slice(0, limit), more: hits.length > limit, newestOnly: text.newestOnly };
}

/** The name that lists show stands first among all of them. */
const LATIN_NAME = 'substr(latin_names, 1, instr(latin_names || char(10), char(10)) - 1)';
const IN_NAME =
  `(folded_name LIKE '%' || $folded || '%' ESCAPE '\\' OR ($latin <> '' AND ${LATIN_NAME} LIKE '%' || $latin || '%' ESCAPE '\\'))` as const;
const IN_NAMES =
  `(folded_names LIKE '%' || $folded || '%' ESCAPE '\\' OR ($latin <> '' AND latin_names LIKE '%' || $latin || '%' ESCAPE '\\'))` as const;

/** A name that begins so comes first, then one that contains it, then aliases; open cases before closed ones. */
function namesAndNumbers(context: ReadContext, query: string, limit: number): CaseHit[] {
  const number = readCaseNumber(query) ?? '';
  const rows = context.db.all<CaseHitRow>(
    `SELECT id, status, id IN (${WORKED_ON}) AS works,
       CASE WHEN case_number = $number THEN 'case-number' WHEN ${IN_NAME} THEN 'name' ELSE 'alias' END AS matched
     FROM case_file WHERE (case_number = $number OR ${IN_NAMES}) AND ($every = 1 OR id IN (${WORKED_ON}))
     ORDER BY is_open DESC, case_number <> $number, folded_name NOT LIKE $folded || '%' ESCAPE '\\', matched DESC,
       revision_seq DESC LIMIT $limit`,
    {
      number,
      folded: likeText(fold(query.trim())),
      latin: likeText(inLatin(query.trim())),
      limit,
      ...herCases(context),
    },
  );
  return rows
    .filter((row) => row.matched !== 'alias' || row.works === 1 || isFoundByAnybody(context, row.id, query))
    .map((row) => ({
      ...caseRef(context, row.id),
      status: CaseStatus.parse(row.status),
      matched: row.matched,
      recordKind: null,
      snippet: [],
    }));
}

/** A director does not find a case she does not work on by a name of its papers (T3). */
const isFoundByAnybody = (context: ReadContext, id: string, query: string): boolean =>
  openNames(loadRecord(context, caseFileKind, id).body).some((name) => holds(name, query));

function inWriting(context: ReadContext, query: string, limit: number): { hits: CaseHit[]; newestOnly: boolean } {
  const match = matchOf(query);
  if (match === '') return { hits: [], newestOnly: false };
  const { id: me, role } = context.staffMember;
  const kinds = allKinds().filter(({ searchedBy }) => isAmong(role, searchedBy ?? caseWorkers));
  const rows = context.db.all<TextRow>(
    `SELECT s.case_file_id AS case_file_id, s.record_kind AS record_kind, s.record_id AS record_id
     FROM (SELECT rowid AS id, rank AS rank FROM search_index WHERE search_index MATCH $match
       ORDER BY rowid DESC LIMIT $newest) newest JOIN search_text s ON s.id = newest.id
     WHERE s.case_file_id IN (${OPEN_WHOLE}) AND s.record_kind IN (SELECT value FROM json_each($kinds))
     ORDER BY newest.rank LIMIT $limit`,
    {
      match,
      newest: NEWEST,
      limit: limit * 4,
      me,
      now: context.now(),
      kinds: JSON.stringify(kinds.map(({ kind }) => kind)),
    },
  );
  const matches = context.db.get<{ n: number }>(
    'SELECT count(*) AS n FROM (SELECT 1 FROM search_index WHERE search_index MATCH ? LIMIT ?)',
    [match, NEWEST + 1],
  );
  const first = new Map(rows.toReversed().map((row) => [row.case_file_id, row]));
  const ordered = [...new Set(rows.map((row) => row.case_file_id))].slice(0, limit);
  return {
    hits: ordered.flatMap((id) => {
      const row = first.get(id);
      return row === undefined ? [] : [textHit(context, row, wordsOf(query))];
    }),
    newestOnly: (matches?.n ?? 0) > NEWEST,
  };
}

function textHit(context: ReadContext, row: TextRow, words: readonly string[]): CaseHit {
  const status = context.db.get<{ status: string }>('SELECT status FROM case_file WHERE id = ?', [
    row.case_file_id,
  ])?.status;
  return {
    ...caseRef(context, row.case_file_id),
    status: CaseStatus.parse(status),
    matched: 'text',
    recordKind: row.record_kind,
    snippet: snippetOf(asWritten(context, row), words),
  };
}

/** Every word must be there; the last one may still be growing. Quoted, so that no query syntax gets through. */
function matchOf(query: string): string {
  const words = wordsOf(query);
  return words.map((word, index) => `"${word}"${index === words.length - 1 ? '*' : ''}`).join(' ');
}

const wordsOf = (query: string): readonly string[] => fold(query).match(/[\p{L}\p{N}]+/gu) ?? [];

const likeText = (folded: string): string => folded.replace(/[\\%_]/g, (sign) => `\\${sign}`);

/** The searchable words of a record before folding. */
function asWritten(context: ReadContext, { record_kind, record_id }: TextRow): string {
  const kind = allKinds().find((one) => one.kind === record_kind);
  const newest = context.db.get<{ body: string | null }>(
    'SELECT body FROM revision WHERE record_id = ? ORDER BY revision DESC LIMIT 1',
    [record_id],
  );
  if (kind?.searchText === undefined || newest?.body == null) return '';
  return kind.searchText(kind.schema.parse(JSON.parse(newest.body)));
}
