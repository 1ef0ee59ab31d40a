import type { Judged, Line, Proof } from './judge-proofs.mjs';

export function judgeDays(
  proof: Proof & { readonly long: NonNullable<Proof['long']> },
  days: readonly { readonly passed: boolean; readonly lines: readonly Line[] }[],
): Judged;
