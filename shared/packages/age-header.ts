// The header of an age file, judged by us before the library sees it: small, few stanzas, no costly passphrase.
// age-encryption.org/v1: a version line, stanzas of "-> type …" with body lines, a MAC line "--- …".
import { VaultError } from '../contract/errors.ts';

/** security §9: what no honest file comes near. So many bytes from the beginning of a file are enough to judge it. */
export const AGE_HEADER_LIMIT = 64 * 1024;
const MOST_STANZAS = 20;
/** 2^20, as the library: 16 times the usual cost. */
const MOST_SCRYPT_LOG_N = 20;
const VERSION = 'age-encryption.org/v1\n';

const damaged = (): VaultError => new VaultError('file-damaged', { reason: 'header' });

/**
 * The header with its MAC line, out of the beginning of a file. Throws `file-empty`, `file-not-recognised` for what is no age file,
 * `package-newer` for an age file of another version, `file-damaged` beyond the limits.
 */
export function ageHeaderOf(start: Uint8Array): Uint8Array {
  if (start.length === 0) throw new VaultError('file-empty');
  const text = latin1(start.subarray(0, AGE_HEADER_LIMIT));
  if (!text.startsWith(VERSION)) {
    throw new VaultError(/^age-encryption\.org\/v\d+\n/.test(text) ? 'package-newer' : 'file-not-recognised');
  }
  const macAt = text.indexOf('\n--- ');
  const end = macAt < 0 ? -1 : text.indexOf('\n', macAt + 1);
  if (end < 0) throw damaged();
  checkStanzas(text.slice(VERSION.length, macAt));
  return start.subarray(0, end + 1);
}

function checkStanzas(header: string): void {
  const stanzas = header.split('\n').filter((line) => line.startsWith('-> '));
  if (stanzas.length === 0 || stanzas.length > MOST_STANZAS) throw damaged();
  for (const stanza of stanzas) {
    const [, type, , workFactor] = stanza.split(' ');
    if (type === 'scrypt' && !(Number(workFactor) <= MOST_SCRYPT_LOG_N)) throw damaged();
  }
}

/** Whether a package asks for a passphrase, rather than for a key. Of a header that `ageHeaderOf` let through. */
export const asksPassphrase = (header: Uint8Array): boolean => /^-> scrypt /m.test(latin1(header));

const latin1 = (bytes: Uint8Array): string => {
  let text = '';
  for (let at = 0; at < bytes.length; at += 4096) text += String.fromCharCode(...bytes.subarray(at, at + 4096));
  return text;
};
