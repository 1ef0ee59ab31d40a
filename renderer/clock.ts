// The page's clock, for words like "Saved 02:51" and "3 days ago". Records never take their time from here: the vault's
// clock decides those, and calendar rules run there too.

let ahead = 0;

/** The vault said what time it is; from now on the page's words agree with it. */
export function followVaultClock(vaultNow: number): void {
  const difference = vaultNow - Date.now();
  // Less than a minute is the way of the message; following it would make "Saved 02:51" jump.
  ahead = Math.abs(difference) < 60_000 ? 0 : difference;
}

/** UTC milliseconds. */
export const now = (): number => Date.now() + ahead;
