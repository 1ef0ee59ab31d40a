// Stays and holds as records, and the questions about nights that several rules ask.
import { type Span } from '#shared/records/bed-nights';
import { BedHold, Stay } from '#shared/records/stay';
import type { CalendarDate } from '#shared/time';
import type { ReadContext } from '../context.ts';
import { ALL_PARTS } from './one-record.ts';
import { listRecords, recordKind, type Stored } from './record-kind.ts';

export const stayKind = recordKind<Stay>({
  kind: 'stay',
  schema: Stay,
  table: 'stay',
  columns: (body) => ({
    case_file_id: body.caseFileId,
    bed_id: body.bedId,
    from_on: body.from,
    left_on: body.leftOn,
  }),
});

export const bedHoldKind = recordKind<BedHold>({
  kind: 'bed-hold',
  schema: BedHold,
  table: 'bed_hold',
  columns: (body) => ({
    bed_id: body.bedId,
    case_file_id: body.caseFileId,
    until_at: body.until,
    ended_at: body.endedAt,
  }),
});

/** The nights of a stay. Who meant to leave and did not is still here, so a day that has come ends nothing by itself. */
export const nightsOf = ({ from, until, leftOn }: Stay, today: CalendarDate): Span => ({
  from,
  to: leftOn ?? (until !== null && until > today ? until : null),
});

/** Every stay with a night on or after this day. */
export const staysFrom = (context: Pick<ReadContext, 'db'>, day: CalendarDate): Stored<Stay>[] =>
  listRecords(context, stayKind, '(t.left_on IS NULL OR t.left_on > ?) ORDER BY t.from_on, t.id', [day]);

/** Every stay of a person, the newest first. */
export const staysOf = (context: Pick<ReadContext, 'db'>, caseFileId: string): Stored<Stay>[] =>
  listRecords(context, stayKind, `t.case_file_id IN (${ALL_PARTS}) ORDER BY t.from_on DESC, t.revision_seq DESC`, {
    case: caseFileId,
  });

/** Holds that have not ended, by hand or by themselves. */
export const holdsNow = (context: Pick<ReadContext, 'db' | 'now'>): Stored<BedHold>[] =>
  listRecords(context, bedHoldKind, 't.ended_at IS NULL AND t.until_at > ? ORDER BY t.until_at, t.id', [context.now()]);
