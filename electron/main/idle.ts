// When nobody is there. Pure arithmetic, so that it can be tested with made-up clocks.

/** How long before the lock the page says so. */
export const NOTICE_SECONDS = 30;
/** Until the vault tells the shelter's own setting. */
export const DEFAULT_MINUTES = 3;
/** A look that comes this much late means that the computer slept without saying so. */
const SLEPT_SECONDS = 60;

export interface IdleSigns {
  /** Seconds since the last input anywhere, as the system says. */
  readonly system: number;
  /** Whether the system has ever said more than 0: on some desktops it cannot tell, and says 0 for ever. */
  readonly systemCounts: boolean;
  /** Seconds since the last input in our window. */
  readonly window: number;
  /** Seconds by which this look came later than planned. */
  readonly late: number;
}

export type IdleVerdict =
  | { readonly kind: 'present' }
  | { readonly kind: 'soon'; readonly seconds: number }
  | { readonly kind: 'lock' };

/** A person at work in another program is present, and so is one whose input only we see. */
export const quietSeconds = (signs: IdleSigns): number =>
  signs.systemCounts ? Math.min(signs.system, signs.window) : signs.window;

export function idleVerdict(signs: IdleSigns, limitMinutes: number): IdleVerdict {
  const left = limitMinutes * 60 - quietSeconds(signs);
  if (left <= 0 || signs.late >= SLEPT_SECONDS) return { kind: 'lock' };
  return left <= NOTICE_SECONDS ? { kind: 'soon', seconds: Math.ceil(left) } : { kind: 'present' };
}
