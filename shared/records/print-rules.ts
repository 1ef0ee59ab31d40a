// How long a paper may live.
import { addDays, type CalendarDate } from '../time.ts';

/** Days until the paper should be gone: the choices on screen, and the most that may be chosen. */
export const SHRED_AFTER = [7, 30, 90] as const;
const LONGEST = 365;

/** Why a paper may not live until that day, or null. */
export const shredRefusal = (shredOn: CalendarDate, today: CalendarDate): 'print-shred' | null =>
  shredOn >= today && shredOn <= addDays(today, LONGEST) ? null : 'print-shred';
