// When a backup, and the test of one, is asked for: what every page that shows it knows of that.
import { z } from 'zod';

/** Days after which a backup is asked for, unless the house says otherwise. */
export const BACKUP_DUE_AFTER_DAYS = 7;
/** Days after which a test of a backup is asked for (security §4). */
export const DRILL_DUE_AFTER_DAYS = 90;

export const BackupsAsked = z.strictObject({
  /** Days after which a backup is asked for. */
  askAfterDays: z.int().min(1),
  /** All backups of the last month lie in one place, although the house wants two. */
  inOnePlace: z.boolean(),
  /** There are backups, and none was tested for DRILL_DUE_AFTER_DAYS. */
  drillDue: z.boolean(),
});
export type BackupsAsked = z.output<typeof BackupsAsked>;

export const nothingAsked: BackupsAsked = {
  askAfterDays: BACKUP_DUE_AFTER_DAYS,
  inOnePlace: false,
  drillDue: false,
};
