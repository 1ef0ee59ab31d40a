// A count as it may be shown, and for whom (domain §20). Mode A rounds, mode B hides cells of an exact table, mode C shows everything
// and stays in the house. Nothing here knows a person: counts come in, what may be said of them goes out.
import { z } from 'zod';

/** For whom a table is made. A funder keeps it to itself; what is public is read by whoever looks for her. */
export const Audience = z.enum(['FUNDER', 'PUBLIC', 'OURSELVES']);
export type Audience = z.output<typeof Audience>;

/** The fewest people a number may speak of (domain §20 [P]). */
export const thresholds: Readonly<Record<Audience, number>> = { FUNDER: 5, PUBLIC: 11, OURSELVES: 5 };

/** ROUNDED: mode A. SUPPRESSED: mode B. EXACT: mode C. */
export const Mode = z.enum(['ROUNDED', 'SUPPRESSED', 'EXACT']);
export type Mode = z.output<typeof Mode>;

/** FEW: one or more, fewer than the threshold. HIDDEN: not shown, so that another hidden one cannot be worked out. */
export const ShownCell = z.union([z.int().min(0), z.literal('FEW'), z.literal('HIDDEN')]);
export type ShownCell = z.output<typeof ShownCell>;
/** What rounding makes of a count. */
export const RoundedCount = z.union([z.int().min(0), z.literal('FEW')]);
export type RoundedCount = z.output<typeof RoundedCount>;
