// The sheets of the three trustees: what is printed for each, and what two of them hold together. What they open is a key slot like any
// other (slot-keys.ts); a part that was changed without a checksum noticing opens nothing, because the slot's own tag does not fit.
import { VaultError } from '#shared/contract/errors';
import { readShare, type TrusteeShare, writeShare } from '#shared/keys/trustee-share';
import { joinParts, type PartNumber, splitSecret } from './shamir.ts';
import { wipe } from './wipe.ts';

/** How many bytes of the slot's id stand on each sheet. */
const SET_BYTES = 4;

/** Three sheets of five lines. `slotId` is that of the slot that the secret opens; the randomness is used for the parts alone. */
export function writeSheets(
  secret: Uint8Array,
  slotId: Uint8Array,
  randomBytes: (size: number) => Uint8Array,
): string[][] {
  const slope = Uint8Array.from(randomBytes(secret.length));
  const parts = splitSecret(secret, slope);
  wipe(slope);
  return parts.map(({ number, bytes }) => writeShare({ number, set: slotId.subarray(0, SET_BYTES), part: bytes }));
}

/**
 * Throws `share-mistyped` {sheet, line}, `shares-same` when one trustee's sheet was typed twice, `shares-mixed` for sheets of two sets.
 * The secret is the caller's to wipe.
 */
export function joinSheets(sheets: readonly [readonly string[], readonly string[]]): {
  readonly set: Uint8Array;
  readonly secret: Uint8Array;
} {
  const [one, other] = [sheetOf(sheets[0], 1), sheetOf(sheets[1], 2)];
  if (Buffer.compare(one.set, other.set) !== 0) throw new VaultError('shares-mixed');
  if (one.number === other.number) throw new VaultError('shares-same');
  const secret = joinParts(partOf(one), partOf(other));
  wipe(one.part, other.part);
  return { set: one.set, secret };
}

const partOf = ({ number, part }: TrusteeShare) => ({ number: number as PartNumber, bytes: part });

function sheetOf(lines: readonly string[], sheet: 1 | 2): TrusteeShare {
  const reading = readShare(lines);
  if (reading.state === 'well-formed') return reading;
  const line = reading.state === 'mistyped' && reading.line !== null ? { line: reading.line } : {};
  throw new VaultError('share-mistyped', { sheet, ...line });
}
