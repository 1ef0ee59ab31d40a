// Who could not stay and who waits, without names; and the figures of the beds.
import { RecordId } from '#shared/ids';
import { nightsWithin } from '#shared/records/bed-nights';
import {
  type BedFigures,
  BedWait,
  NoBed,
  type noBedOperations,
  NoBedReason,
  type StoredWait,
} from '#shared/records/no-bed';
import type { Bed } from '#shared/records/room';
import type { Stay } from '#shared/records/stay';
import { sumOf as sum } from '#shared/statistics/count-table';
import { addDays, type CalendarDate, daysBetween } from '#shared/time';
import type { ReadContext } from '../context.ts';
import type { Handlers } from '../router.ts';
import { listRecords, loadRecord, recordKind, saveRecord, type Stored } from './record-kind.ts';
import { obey, revisionMark } from './revision-mark.ts';
import { bedsEver } from './room.ts';
import { nightsOf, stayKind, staysFrom } from './stay-kind.ts';

export const noBedKind = recordKind<NoBed>({
  kind: 'no-bed',
  schema: NoBed,
  table: 'no_bed',
  columns: (body) => ({ on_day: body.on }),
});

export const bedWaitKind = recordKind<BedWait>({
  kind: 'bed-wait',
  schema: BedWait,
  table: 'bed_wait',
  columns: (body) => ({ since_on: body.since, ended_on: body.ended?.on ?? null }),
});

export const noBedHandlers: Handlers<typeof noBedOperations> = {
  count: (context, counted) => {
    saveRecord(context, noBedKind, {
      id: context.newId(),
      caseFileId: null,
      body: { ...counted, on: context.today() },
    });
    return {};
  },
  waiting: (context) =>
    listRecords(context, bedWaitKind, 't.ended_on IS NULL ORDER BY t.since_on, t.id').map((one) => shown(context, one)),
  wait: (context, wanted) => {
    const body: BedWait = { ...wanted, since: context.today(), ended: null };
    return shown(context, saveRecord(context, bedWaitKind, { id: context.newId(), caseFileId: null, body }));
  },
  endWait: (context, { waitId, basedOn, how }) => {
    const { body } = loadRecord(context, bedWaitKind, waitId);
    obey(body.ended === null ? null : 'wait-over');
    const after = { ...body, ended: { on: context.today(), how } };
    saveRecord(context, bedWaitKind, { id: waitId, caseFileId: null, body: after, expectedRevision: basedOn });
    return {};
  },
  figures: (context, period) => bedFigures(context, period),
};

const shown = (context: ReadContext, stored: Stored<BedWait>): StoredWait => ({
  ...stored.body,
  ...revisionMark(context, stored),
  id: RecordId.parse(stored.id),
});

interface Period {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

function bedFigures(context: ReadContext, period: Period): BedFigures {
  const past = untilTonight(context, period);
  return { ...bedNights(context, past), ended: lengthsOf(context, past), noBed: turnedAway(context, past) };
}

/** Nights that are still to come are not counted as taken, nor as such that could be had. */
function untilTonight(context: ReadContext, { from, to }: Period): Period {
  const tomorrow = addDays(context.today(), 1);
  return { from, to: to < tomorrow ? to : tomorrow };
}

/** Nights that were taken in a period, up to tonight, of those that could be had. */
export function bedNights(context: ReadContext, asked: Period): Pick<BedFigures, 'available' | 'taken'> {
  const period = untilTonight(context, asked);
  const slept = staysFrom(context, period.from).map(({ body }) =>
    nightsWithin(nightsOf(body, context.today()), period),
  );
  return { available: sum(bedsEver(context).map(({ body }) => couldBeHad(body, period))), taken: sum(slept) };
}

/** Nights on which a bed was there and not closed. Closings of one bed never share a night. */
const couldBeHad = ({ since, removedOn, closings }: Bed, period: Period): number =>
  nightsWithin({ from: since, to: removedOn }, period) -
  sum(closings.map((one) => nightsWithin({ from: one.from, to: one.to }, period)));

/** Lengths of what ended in the period. Whoever moved went on in another bed, and is counted by the last with all of them. */
function lengthsOf(context: ReadContext, { from, to }: Period): number[] {
  const all = new Map<string | null, Stay>(listRecords(context, stayKind, '1 = 1').map(({ id, body }) => [id, body]));
  const wentOn = new Set<string | null>([...all.values()].map(({ movedFrom }) => movedFrom));
  const length = (id: string | null): number => {
    const stay = all.get(id);
    if (stay === undefined || stay.leftOn === null) return 0;
    return daysBetween(stay.from, stay.leftOn) + length(stay.movedFrom);
  };
  return [...all]
    .filter(([id, { leftOn }]) => !wentOn.has(id) && leftOn !== null && from <= leftOn && leftOn < to)
    .map(([id]) => length(id))
    .sort((one, other) => one - other);
}

function turnedAway(context: ReadContext, { from, to }: Period): BedFigures['noBed'] {
  const lines = listRecords(context, noBedKind, 't.on_day >= ? AND t.on_day < ?', [from, to]);
  const people = (reason: NoBedReason): number =>
    sum(lines.filter(({ body }) => body.reason === reason).map(({ body }) => body.people));
  return Object.fromEntries(NoBedReason.options.map((reason) => [reason, people(reason)])) as BedFigures['noBed'];
}
