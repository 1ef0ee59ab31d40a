// Waiting after wrong passphrases. It deters a colleague at the locked screen; it does not stop anyone who has a copy of the
// files, because the count lies outside the encrypted vault and can be deleted. Against copies stands Argon2id alone.
import { z } from 'zod';

/** Wrong passphrases since the last right one. */
export interface Attempts {
  readonly misses: number;
  /** UTC milliseconds. */
  readonly lastMissAt: number;
}

export const noAttempts: Attempts = { misses: 0, lastMissAt: 0 };
const freeMisses = 2;
const longestMs = 60_000;
const mostMisses = 1000;

const StoredAttempts = z.strictObject({
  misses: z.int().min(0).max(mostMisses),
  lastMissAt: z.int().min(0),
});

/** Reads `unlock-attempts.json`; a missing or nonsensical file counts as no attempts. */
export function readAttempts(text: string | null): Attempts {
  try {
    return StoredAttempts.parse(JSON.parse(text ?? ''));
  } catch {
    return noAttempts; // the file is only a courtesy: never a reason to keep people out
  }
}

export function writeAttempts(attempts: Attempts): string {
  return `${JSON.stringify(attempts)}\n`;
}

export function afterMiss(attempts: Attempts, now: number): Attempts {
  return { misses: Math.min(attempts.misses + 1, mostMisses), lastMissAt: Math.max(0, Math.trunc(now)) };
}

/** Milliseconds until the next try: 1, 2, 4, 8, 16, 32, then 60 s, from the third miss on. A clock set back never makes it longer. */
export function waitMs(attempts: Attempts, now: number): number {
  if (attempts.misses <= freeMisses) return 0;
  const whole = Math.min(1000 * 2 ** (attempts.misses - freeMisses - 1), longestMs);
  const passed = Math.max(0, now - attempts.lastMissAt);
  return Math.max(0, whole - passed);
}
