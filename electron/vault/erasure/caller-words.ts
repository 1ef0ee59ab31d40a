// What callers said is kept thirty days. Then the words go, with the drafts of such words that nobody finished; the line of the log stays.
import { WORDS_DAYS } from '#shared/records/caller-log';
import { DAY } from '#shared/time';
import { ERASED } from '../audit/chain.ts';
import type { Clock, WriteContext } from '../context.ts';
import type { ReadableDb } from '../database/sql.ts';
import { callerWordsKind } from '../records/caller-log.ts';
import { eraseRecords } from '../records/record-kind.ts';

type Reader = Pick<Clock, 'now' | 'today'> & { readonly db: ReadableDb };

const dueWords = ({ db, today }: Reader): string[] =>
  db.all<{ id: string }>('SELECT id FROM caller_words WHERE erase_on <= ?', [today()]).map(({ id }) => id);

const OLD_DRAFTS = "FROM draft WHERE target = 'caller-log//' AND saved_at < ?";
/** Drafts saved before this instant are as old as words that go. */
const draftsUntil = ({ now }: Reader): number => now() - WORDS_DAYS * DAY;

export const callersDue = (context: Reader): boolean =>
  dueWords(context).length > 0 || context.db.get(`SELECT 1 AS old ${OLD_DRAFTS}`, [draftsUntil(context)]) !== undefined;

/** Takes them out, says so in the chain, and marks the file as one that is to be written anew. */
export function forgetCallers(context: WriteContext): void {
  const ids = dueWords(context);
  eraseRecords(
    context,
    ids.map((id) => ({ kind: callerWordsKind.kind, id })),
  );
  for (const recordId of ids) context.note(ERASED, { recordId });
  context.db.run(`DELETE ${OLD_DRAFTS}`, [draftsUntil(context)]);
  context.db.run('UPDATE vault_state SET unswept = 1');
}
