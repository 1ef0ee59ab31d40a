// Reading an age recipient as a person pastes it, with a verdict for each way it can be wrong.
// Only X25519 recipients: post-quantum ones (age1pq1…) cannot be opened by the age that Debian ships.
import { z } from 'zod';

/** An age X25519 recipient, `age1` and 58 more characters (age-encryption.org/v1; 32 bytes in Bech32). */
export const AgeRecipient = z.string().regex(/^age1[ac-hj-np-z02-9]{58}$/);
export type AgeRecipient = z.output<typeof AgeRecipient>;

const CHARSET = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
// BIP 173: generator of the checksum, and the value a good checksum leaves.
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3] as const;
const GOOD = 1;
const PREFIX = 'age';

export type RecipientVerdict =
  | { readonly kind: 'good'; readonly recipient: AgeRecipient; readonly publicKey: Uint8Array }
  /** Someone pasted the secret half: it must be thrown away, not used. */
  | { readonly kind: 'secret-key' }
  /** A kind of key that the age of most computers cannot use yet. */
  | { readonly kind: 'newer-kind' }
  /** Looks like a recipient; one or more characters are wrong or missing. */
  | { readonly kind: 'mistyped' }
  | { readonly kind: 'not-a-recipient' };

function checksum(values: readonly number[]): number {
  let sum = 1;
  for (const value of values) {
    const top = sum >>> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ value;
    GENERATOR.forEach((generator, bit) => {
      if ((top >>> bit) & 1) sum ^= generator;
    });
  }
  return sum;
}

const expandedPrefix = (): number[] => {
  const codes = Array.from(PREFIX, (letter) => letter.charCodeAt(0));
  return [...codes.map((code) => code >>> 5), 0, ...codes.map((code) => code & 31)];
};

/** 52 groups of five bits → 32 bytes; the four bits left over must be zero. */
function toBytes(groups: readonly number[]): Uint8Array | null {
  const bytes: number[] = [];
  let pending = 0;
  let bits = 0;
  for (const group of groups) {
    pending = (pending << 5) | group;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((pending >>> bits) & 255);
    }
    pending &= (1 << bits) - 1;
  }
  return pending === 0 && bytes.length === 32 ? Uint8Array.from(bytes) : null;
}

function decode(recipient: string): Uint8Array | null {
  const values = Array.from(recipient.slice(PREFIX.length + 1), (letter) => CHARSET.indexOf(letter));
  if (values.includes(-1) || checksum([...expandedPrefix(), ...values]) !== GOOD) return null;
  return toBytes(values.slice(0, -6));
}

/**
 * Reads typed or pasted text, or the text of a recipients file: blank lines and lines that begin with # are passed over
 * (age's recipients file, and the public-key comment of age-keygen), spaces around it are dropped.
 */
export function readRecipient(text: string): RecipientVerdict {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  if (lines.some((line) => /^AGE-(SECRET-KEY|PLUGIN)-/i.test(line))) return { kind: 'secret-key' };
  const words = lines.filter((line) => line !== '' && !line.startsWith('#'));
  const word = words[0]?.toLowerCase();
  if (words.length !== 1 || word === undefined) return { kind: 'not-a-recipient' };
  return verdict(word);
}

function verdict(word: string): RecipientVerdict {
  if (/^age1(pq|tag|tagpq)1/.test(word)) return { kind: 'newer-kind' };
  if (!word.startsWith('age1')) return { kind: 'not-a-recipient' };
  const parsed = AgeRecipient.safeParse(word);
  const publicKey = parsed.success ? decode(parsed.data) : null;
  if (!parsed.success || publicKey === null) return { kind: 'mistyped' };
  return { kind: 'good', recipient: parsed.data, publicKey };
}
