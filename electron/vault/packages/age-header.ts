// The header of an age file, judged by us before the library sees it: small, few stanzas, no costly passphrase.
// age-encryption.org/v1: a version line, stanzas of "-> type …" with body lines, a MAC line "--- …".
import type { FileHandle } from 'node:fs/promises';
import { VaultError } from '#shared/contract/errors';

/** security §9: what no honest file comes near. */
const MOST_BYTES = 64 * 1024;
const MOST_STANZAS = 20;
/** 2^20, as the library: 16 times the usual cost. */
const MOST_SCRYPT_LOG_N = 20;
const VERSION = 'age-encryption.org/v1';

const damaged = (reason: string): VaultError => new VaultError('file-damaged', { reason });

/** Returns the header with its MAC line. Throws `file-not-recognised` for what is no age file, `file-damaged` beyond the limits. */
export async function readAgeHeader(handle: FileHandle, bytes: number): Promise<Uint8Array> {
  if (bytes === 0) throw new VaultError('file-empty');
  const buffer = Buffer.alloc(Math.min(MOST_BYTES, bytes));
  await handle.read(buffer, 0, buffer.length, 0);
  const text = buffer.toString('latin1');
  if (!text.startsWith(`${VERSION}\n`)) throw new VaultError('file-not-recognised');
  const macAt = text.indexOf('\n--- ');
  const end = macAt < 0 ? -1 : text.indexOf('\n', macAt + 1);
  if (end < 0) throw damaged('header');
  checkStanzas(text.slice(VERSION.length + 1, macAt));
  return buffer.subarray(0, end + 1);
}

function checkStanzas(header: string): void {
  const stanzas = header.split('\n').filter((line) => line.startsWith('-> '));
  if (stanzas.length === 0 || stanzas.length > MOST_STANZAS) throw damaged('header');
  for (const stanza of stanzas) {
    const [, type, , workFactor] = stanza.split(' ');
    if (type === 'scrypt' && !(Number(workFactor) <= MOST_SCRYPT_LOG_N)) throw damaged('header');
  }
}
