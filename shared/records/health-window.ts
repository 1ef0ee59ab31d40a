// Medical time windows (domain §6): care that helps only for some hours after something happened. When a window ends is kept;
// when it began, and what happened, never is. It is offered and never urged. Pure: no clock is read here.
import { z } from 'zod';
import { HOUR, Instant } from '../time.ts';

export const HealthWindowKind = z.enum(['HIV_PREVENTION', 'EMERGENCY_CONTRACEPTION', 'FORENSIC_EVIDENCE']);
export type HealthWindowKind = z.output<typeof HealthWindowKind>;

/** domain §6: hours after which it helps no more. How long evidence is taken differs from place to place. */
export const WINDOW_HOURS: Readonly<Record<HealthWindowKind, number>> = {
  HIV_PREVENTION: 72,
  EMERGENCY_CONTRACEPTION: 120,
  FORENSIC_EVIDENCE: 120,
};

export const HealthWindow = z.strictObject({ kind: HealthWindowKind, endsAt: Instant });
export type HealthWindow = z.output<typeof HealthWindow>;

/** One of each kind at most. */
export const HealthWindows = z
  .array(HealthWindow)
  .max(HealthWindowKind.options.length)
  .refine((windows) => new Set(windows.map(({ kind }) => kind)).size === windows.length);

/** When each window ends for something that happened then; `evidenceHours` where the place sets another time. */
export const windowsAfter = (
  happenedAt: Instant,
  evidenceHours: number = WINDOW_HOURS.FORENSIC_EVIDENCE,
): HealthWindow[] =>
  HealthWindowKind.options.map((kind) => ({
    kind,
    endsAt: happenedAt + (kind === 'FORENSIC_EVIDENCE' ? evidenceHours : WINDOW_HOURS[kind]) * HOUR,
  }));

/** The end that comes first, or null without a window. */
export const firstEnd = (windows: readonly HealthWindow[]): Instant | null =>
  windows.length === 0 ? null : Math.min(...windows.map(({ endsAt }) => endsAt));

/** Whole hours left, 0 in the last one; null once the window has ended. At its minute it is still open. */
export const hoursLeft = ({ endsAt }: Pick<HealthWindow, 'endsAt'>, now: Instant): number | null =>
  now > endsAt ? null : Math.floor((endsAt - now) / HOUR);
