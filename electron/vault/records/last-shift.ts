// What others did in her cases since she was last at work, told as the timeline tells it.
import type { SinceLastShift } from '#shared/records/calendar';
import { actsOfThisShift } from '#shared/records/shift';
import type { ReadContext } from '../context.ts';
import { caseRef } from './case-ref.ts';
import { openWhole } from './case-reach.ts';
import { toldSince } from './timeline.ts';

/** A screen that a tired person reads. */
const FEW = 8;
/** Acts of one person in one shift, and many more. */
const LOOKED_THROUGH = 5_000;

export function sinceLastShift(context: ReadContext): SinceLastShift {
  const { id: me } = context.staffMember;
  const mine = context.db.all<{ seq: number; at: number }>(
    'SELECT seq, at FROM audit_entry WHERE staff_id = ? ORDER BY seq DESC LIMIT ?',
    [me, LOOKED_THROUGH],
  );
  const before =
    mine[
      actsOfThisShift(
        mine.map(({ at }) => at),
        context.now(),
      )
    ];
  if (before === undefined) return { since: null, entries: [], total: 0 };
  const { entries, total } = toldSince(context, { after: before.seq, workerId: openWhole(context).me, limit: FEW });
  return {
    since: before.at,
    entries: entries.map(({ caseFileId, ...entry }) => ({ ...entry, of: caseRef(context, caseFileId) })),
    total,
  };
}
