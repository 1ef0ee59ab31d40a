// How backups are made: how often one is asked for, in how many places, and which older ones stay beside a new one.
import { z } from 'zod';
import { directorOnly, read, shelterStaff, write } from '../contract/operation.ts';
import { addDays, DAY, localDate, weekday } from '../time.ts';
import { BACKUP_DUE_AFTER_DAYS } from './backup-days.ts';
import { BasedOn, Revision } from './revision-mark.ts';

export const ASK_AFTER_DAYS = [1, 3, 7, 14] as const;

export const BackupRule = z.strictObject({
  /** Days after which a backup is asked for. */
  askAfterDays: z.literal(ASK_AFTER_DAYS),
  /** 2: it is asked for when everything of the last month lies in one place. */
  places: z.literal([1, 2]),
  /** Whether older backups go from a place once a new one there was read back. */
  clearsOlder: z.boolean(),
});
export type BackupRule = z.output<typeof BackupRule>;

export const firstRule: BackupRule = { askAfterDays: BACKUP_DUE_AFTER_DAYS, places: 2, clearsOlder: true };

/** What stays in one place: the newest of each of so many days, weeks and months on which one was made (security §4). */
export const KEPT = { days: 7, weeks: 5, months: 12 } as const;
/** Fewer than these never stay, however close together they were made. */
export const KEPT_AT_LEAST = 2;

/** Days that are looked back over for whether everything lies in one place. */
export const ONE_PLACE_DAYS = 30;

/** The Monday before, so that a week has one name, also across the turn of a year. */
const weekOf = (day: string): string => addDays(day, 1 - weekday(day));

/** The newest of each period, for the newest `most` periods in which there is one. `newestFirst` is in that order. */
function newestOfEach<T>(newestFirst: readonly T[], most: number, periodOf: (one: T) => string): T[] {
  const seen = new Map<string, T>();
  for (const one of newestFirst) {
    const period = periodOf(one);
    if (!seen.has(period)) seen.set(period, one);
  }
  return [...seen.values()].slice(0, most);
}

/** Which of the backups in one place stay; days are those of UTC, as in the manifest. The newest is always among them. */
export function generationsKept<T extends { readonly createdAt: number }>(backups: readonly T[]): ReadonlySet<T> {
  const newestFirst = backups.toSorted((a, b) => b.createdAt - a.createdAt);
  const dayOf = ({ createdAt }: T): string => localDate(createdAt, 'UTC');
  return new Set([
    ...newestFirst.slice(0, KEPT_AT_LEAST),
    ...newestOfEach(newestFirst, KEPT.days, dayOf),
    ...newestOfEach(newestFirst, KEPT.weeks, (one) => weekOf(dayOf(one))),
    ...newestOfEach(newestFirst, KEPT.months, (one) => dayOf(one).slice(0, 7)),
  ]);
}

interface Placed {
  readonly createdAt: number;
  readonly place: string | null;
}

/** Whether everything of the last month lies in one place, although there was time for a second since the `first` was ever made. */
export function isInOnePlace(left: readonly Placed[], now: number, first: number): boolean {
  const lately = left.filter(({ createdAt }) => createdAt > now - ONE_PLACE_DAYS * DAY);
  const hadTime = first <= now - BACKUP_DUE_AFTER_DAYS * DAY;
  return hadTime && lately.length > 0 && new Set(lately.map(({ place }) => place)).size === 1;
}

const None = z.strictObject({});
/** `revision` 0: nobody has said anything, and `firstRule` holds. */
export const StoredBackupRule = z.strictObject({ ...BackupRule.shape, revision: Revision.or(z.literal(0)) });
export type StoredBackupRule = z.output<typeof StoredBackupRule>;

export const backupRuleOperations = {
  get: read(shelterStaff, None, StoredBackupRule),
  /** Errors: conflict. */
  save: write(
    directorOnly,
    ['backupRule', 'backup', 'session'],
    z.strictObject({ ...BackupRule.shape, basedOn: BasedOn }),
    StoredBackupRule,
  ),
};
