// The page of words found: one line for each match.
import { SearchedKind, type WordHit, type wordSearchOperations } from '#shared/records/word-search';
import type { ReadContext } from '../context.ts';
import type { Handlers } from '../router.ts';
import { caseRef } from './case-ref.ts';
import { asWritten, everyMatch, type FoundText, matchesByKind } from './text-search.ts';

export const wordSearchHandlers: Handlers<typeof wordSearchOperations> = {
  find: (context, request) => {
    const { rows, total, newestOnly } = everyMatch(context, request);
    return {
      hits: rows.map((row) => hitOf(context, row, request.query)),
      total,
      newestOnly,
      kinds: matchesByKind(context, request.query).map(({ kind, n }) => ({ kind: SearchedKind.parse(kind), count: n })),
    };
  },
};

function hitOf(context: ReadContext, row: FoundText, query: string): WordHit {
  const { snippet, at } = asWritten(context, row, query);
  return {
    of: caseRef(context, row.case_file_id),
    recordKind: SearchedKind.parse(row.record_kind),
    recordId: row.record_id,
    savedAt: at,
    snippet,
  };
}
