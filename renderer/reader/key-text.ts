// What was pasted into the one field: the secret line of a key file, with or without the rest of that file, or a passphrase.
import { normalisePassphrase } from '#shared/keys/passphrase';

export type OpenWith = { readonly identity: string } | { readonly passphrases: readonly string[] };
/** Each has its own sentence. */
export type KeyTrouble = 'no-key' | 'public-key' | 'newer-key' | 'mistyped-key';

const SECRET = /AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}(?![0-9A-Z])/;

export function keyFrom(typed: string): OpenWith | KeyTrouble {
  const upper = typed.toUpperCase();
  const secret = SECRET.exec(upper)?.[0];
  if (secret !== undefined) return { identity: secret };
  if (upper.includes('AGE-SECRET-KEY-PQ-1') || upper.includes('AGE-PLUGIN-')) return 'newer-key';
  if (upper.includes('AGE-SECRET-KEY-')) return 'mistyped-key';
  if (/^\s*age1[0-9a-z]{20,}\s*$/i.test(typed)) return 'public-key';
  if (typed.trim() === '') return 'no-key';
  // As Safehold writes it, and letter for letter, as another program may have: each only once, because each try takes a second.
  return { passphrases: [...new Set([normalisePassphrase(typed), typed])] };
}
