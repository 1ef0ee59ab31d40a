// Reads a time as people type it: 20:00, 8.30, 2000. Always the clock of 24 hours, whatever the computer is set to.
import type { TimeOfDay } from '#shared/time';

const CLOCK = /^([01]?\d|2[0-3])[:. ]?([0-5]\d)$/;

/** HH:MM, or null for what is no time. */
export function readTime(typed: string): TimeOfDay | null {
  const [, hour, minute] = CLOCK.exec(typed.trim()) ?? [];
  return hour === undefined || minute === undefined ? null : `${hour.padStart(2, '0')}:${minute}`;
}
