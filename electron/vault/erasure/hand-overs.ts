// Hand-overs are kept two weeks. Then they go whole, with the drafts of such words that nobody finished.
import { HAND_OVER_DAYS } from '#shared/records/hand-over';
import { DAY } from '#shared/time';
import { ERASED } from '../audit/chain.ts';
import type { Clock, WriteContext } from '../context.ts';
import type { ReadableDb } from '../database/sql.ts';
import { handOverKind } from '../records/hand-over.ts';
import { eraseRecords } from '../records/record-kind.ts';

type Reader = Pick<Clock, 'now' | 'today'> & { readonly db: ReadableDb };

const due = ({ db, today }: Reader): string[] =>
  db.all<{ id: string }>('SELECT id FROM hand_over WHERE erase_on <= ?', [today()]).map(({ id }) => id);

const OLD_DRAFTS = "FROM draft WHERE target = 'hand-over//' AND saved_at < ?";
const draftsUntil = ({ now }: Reader): number => now() - HAND_OVER_DAYS * DAY;

export const handOversDue = (context: Reader): boolean =>
  due(context).length > 0 || context.db.get(`SELECT 1 AS old ${OLD_DRAFTS}`, [draftsUntil(context)]) !== undefined;

/** Takes them out, says so in the chain, and marks the file as one that is to be written anew. */
export function forgetHandOvers(context: WriteContext): void {
  const ids = due(context);
  eraseRecords(
    context,
    ids.map((id) => ({ kind: handOverKind.kind, id })),
  );
  for (const recordId of ids) context.note(ERASED, { recordId });
  context.db.run(`DELETE ${OLD_DRAFTS}`, [draftsUntil(context)]);
  context.db.run('UPDATE vault_state SET unswept = 1');
}
