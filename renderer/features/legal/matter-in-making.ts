// A legal matter while it is written: looser than the record, because half of it is still worth keeping.
import { z } from 'zod';
import { RecordId } from '#shared/ids';
import { DateKind, MatterType, Stage } from '#shared/legal/regimes';
import { DateSource, type StoredLegalMatter } from '#shared/records/legal-matter';
import { CalendarDate } from '#shared/time';

export const DateInMaking = z.strictObject({
  kind: DateKind,
  on: z.string(),
  source: DateSource,
  isDone: z.boolean(),
});
export type DateInMaking = z.output<typeof DateInMaking>;

export const ClockInMaking = z.strictObject({
  name: z.string(),
  startOn: z.string(),
  days: z.int(),
  count: z.enum(['CALENDAR', 'WORKING']),
  /** One day a line. */
  holidays: z.string(),
  extension: z.int().nullable(),
});
export type ClockInMaking = z.output<typeof ClockInMaking>;

export const MatterInMaking = z.strictObject({
  type: MatterType,
  stage: Stage,
  dates: z.array(DateInMaking),
  ownClock: ClockInMaking.nullable(),
  agencyId: RecordId.nullable(),
  lawyerName: z.string(),
  decided: z.string(),
  /** One title a line. */
  documents: z.string(),
});
export type MatterInMaking = z.output<typeof MatterInMaking>;

const fresh: MatterInMaking = {
  type: 'T_STATUS',
  stage: 'PREP',
  dates: [],
  ownClock: null,
  agencyId: null,
  lawyerName: '',
  decided: '',
  documents: '',
};

export function inMaking(saved: StoredLegalMatter | null): MatterInMaking {
  if (saved === null) return fresh;
  const { type, stage, dates, ownClock, lawyer, decided, documents } = saved;
  return {
    type,
    stage,
    dates,
    ownClock:
      ownClock === null
        ? null
        : {
            name: ownClock.name,
            startOn: ownClock.startOn,
            days: ownClock.days,
            count: ownClock.count,
            holidays: ownClock.holidays.join('\n'),
            extension: ownClock.extensions.reduce((sum, more) => sum + more, 0) || null,
          },
    agencyId: lawyer.agencyId,
    lawyerName: lawyer.name,
    decided,
    documents: documents.join('\n'),
  };
}

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
const isDay = (text: string): boolean => CalendarDate.safeParse(text).success;

/** What is complete of it; a row without a day is not a date yet. */
export function asMatter(making: MatterInMaking) {
  const { type, stage, dates, ownClock, agencyId, lawyerName, decided, documents } = making;
  const clock =
    ownClock === null || ownClock.name.trim() === '' || !isDay(ownClock.startOn)
      ? null
      : {
          name: ownClock.name,
          startOn: ownClock.startOn,
          days: ownClock.days,
          count: ownClock.count,
          holidays: lines(ownClock.holidays).filter(isDay),
          extensions: ownClock.extension === null ? [] : [ownClock.extension],
        };
  return {
    type,
    stage,
    dates: dates.filter(({ on }) => isDay(on)),
    ownClock: clock,
    lawyer: { agencyId, name: lawyerName },
    decided,
    documents: lines(documents).map((title) => title.slice(0, 160)),
  };
}
