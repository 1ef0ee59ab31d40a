// The key file of one person: 32 random bytes on a stick that are needed beside her passphrase (README.md). Only those bytes enter the
// key; what stands around them tells a damaged key file from a file that is none.
import { createHash } from 'node:crypto';

const magic = Buffer.from('CVUK', 'ascii');
const version = 1;
const headLength = 6;
const secretLength = 32;
/** How long a key file is, in bytes. */
export const KEY_FILE_LENGTH = headLength + secretLength + 32;

export type KeyFileReading =
  | { readonly state: 'whole' /** 32 bytes. */; readonly secret: Uint8Array }
  /** It begins as a key file does, and is not whole. */
  | { readonly state: 'damaged' }
  /** Something else, or a key file of a later version. */
  | { readonly state: 'other' };

/** The file that holds these 32 bytes. */
export function writeKeyFile(secret: Uint8Array): Uint8Array {
  if (secret.length !== secretLength) throw new RangeError('a key file holds 32 bytes');
  const head = Buffer.alloc(headLength);
  magic.copy(head);
  head.writeUInt16BE(version, 4);
  const body = Buffer.concat([head, secret]);
  return new Uint8Array(Buffer.concat([body, sha256(body)]));
}

/** Never throws, whatever the bytes are. */
export function readKeyFile(bytes: Uint8Array): KeyFileReading {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!file.subarray(0, 4).equals(magic)) return { state: 'other' };
  const end = file.length - 32;
  if (end < headLength || !sha256(file.subarray(0, end)).equals(file.subarray(end))) return { state: 'damaged' };
  const found = file.readUInt16BE(4);
  if (found > version) return { state: 'other' };
  if (found !== version || file.length !== KEY_FILE_LENGTH) return { state: 'damaged' };
  return { state: 'whole', secret: new Uint8Array(file.subarray(headLength, end)) };
}

const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();
