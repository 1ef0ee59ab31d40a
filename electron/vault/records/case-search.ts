// Finding a case by any of her names, by its number, or by words in what was written: names of the
// cases she works on (a director's, of all), words of those that open to her whole. T4 was never indexed, so it is never found.
import { fold } from '#shared/fold';
import type { CaseHit, CaseSearchAnswer } from '#shared/records/case-search';
import { CaseStatus } from '#shared/records/case-status';
import { readCaseNumber } from '#shared/records/case-number';
import { foldedOtherwise, holds, inLatin, openNames } from '#shared/records/names';
import type { CaseRef } from '#shared/records/revision-mark';
import type { ReadContext } from '../context.ts';
import type { Row } from '../database/sql.ts';
import { caseFileKind } from './case-file-kind.ts';
import { herCases, inHerCases, WORKED_ON } from './case-reach.ts';
import { caseRef } from './case-ref.ts';
import { loadRecord } from './record-kind.ts';
import { asWritten, bestOfEachCase, type FoundText } from './text-search.ts';

interface CaseHitRow extends Row {
  id: string;
  status: string;
  works: number;
  matched: 'name' | 'alias' | 'case-number';
}

export function searchCases(
  context: ReadContext,
  { query, limit, inText }: { readonly query: string; readonly limit: number; readonly inText: boolean },
): CaseSearchAnswer {
  const byName = namesAndNumbers(context, query, limit + 1);
  const text =
    inText && byName.length <= limit ? inWriting(context, query, limit + 1) : { hits: [], newestOnly: false };
  const all = [...byName, ...text.hits];
  const hits = all.filter((hit, at) => all.findIndex(({ caseFileId }) => caseFileId === hit.caseFileId) === at);
  return { hits: hits.slice(0, limit), more: hits.length > limit, newestOnly: text.newestOnly };
}

/** The name that lists show stands first among all of them. */
const LATIN_NAME = 'substr(latin_names, 1, instr(latin_names || char(10), char(10)) - 1)';
const IN_NAME =
  `(folded_name LIKE '%' || $folded || '%' ESCAPE '\\' OR folded_name LIKE '%' || $otherwise || '%' ESCAPE '\\' OR ($latin <> '' AND ${LATIN_NAME} LIKE '%' || $latin || '%' ESCAPE '\\'))` as const;
const IN_NAMES =
  `(folded_names LIKE '%' || $folded || '%' ESCAPE '\\' OR folded_names LIKE '%' || $otherwise || '%' ESCAPE '\\' OR ($latin <> '' AND latin_names LIKE '%' || $latin || '%' ESCAPE '\\'))` as const;

/** A name that begins so comes first, then one that contains it, then aliases; open cases before closed ones. */
function namesAndNumbers(context: ReadContext, query: string, limit: number): CaseHit[] {
  const number = readCaseNumber(query) ?? '';
  const rows = context.db.all<CaseHitRow>(
    `SELECT id, status, id IN (${WORKED_ON}) AS works,
       CASE WHEN case_number = $number THEN 'case-number' WHEN ${IN_NAME} THEN 'name' ELSE 'alias' END AS matched
     FROM case_file WHERE (case_number = $number OR ${IN_NAMES}) AND ${inHerCases('id')}
     ORDER BY is_open DESC, case_number <> $number, folded_name NOT LIKE $folded || '%' ESCAPE '\\', matched DESC,
       revision_seq DESC LIMIT $limit`,
    {
      number,
      folded: likeText(fold(query.trim())),
      otherwise: likeText(foldedOtherwise(query.trim())),
      latin: likeText(inLatin(query.trim())),
      limit,
      ...herCases(context),
    },
  );
  return rows
    .filter((row) => row.matched !== 'alias' || row.works === 1 || isFoundByAnybody(context, row.id, query))
    .map((row) => ({ ...namedIn(context, row.id), matched: row.matched, recordKind: null, snippet: [] }));
}

/** A director does not find a case she does not work on by a name of its papers (T3). */
const isFoundByAnybody = (context: ReadContext, id: string, query: string): boolean =>
  openNames(loadRecord(context, caseFileKind, id).body).some((name) => holds(name, query));

function inWriting(context: ReadContext, query: string, limit: number): { hits: CaseHit[]; newestOnly: boolean } {
  const { rows, newestOnly } = bestOfEachCase(context, query, limit);
  return { hits: rows.map((row) => textHit(context, row, query)), newestOnly };
}

function textHit(context: ReadContext, row: FoundText, query: string): CaseHit {
  return {
    ...namedIn(context, row.case_file_id),
    matched: 'text',
    recordKind: row.record_kind,
    snippet: asWritten(context, row, query).snippet,
  };
}

/** The case that is shown: of a part of another case, that one. */
function namedIn(context: ReadContext, id: string): Pick<CaseHit, keyof CaseRef | 'status'> {
  const ref = caseRef(context, id);
  const row = context.db.get<{ status: string }>('SELECT status FROM case_file WHERE id = ?', [ref.caseFileId]);
  return { ...ref, status: CaseStatus.parse(row?.status) };
}

const likeText = (folded: string): string => folded.replace(/[\\%_]/g, (sign) => `\\${sign}`);
