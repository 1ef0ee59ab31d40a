// The encrypted file of one attachment (FORMATS.md §10). Chunks of 64 KiB under AES-256-GCM with a key of its own;
// the nonce counts the chunks and marks the last one, so that none can be missing, doubled, moved, or come from another file.
import { createCipheriv, createDecipheriv } from 'node:crypto';
import { VaultError } from '#shared/contract/errors';
import { wipe } from '../keys/wipe.ts';

/** Bytes of plain content in every chunk but the last, which has at least one and at most as many. */
export const CHUNK_BYTES = 64 * 1024;
export const TAG_BYTES = 16;
export const BLOB_ID_BYTES = 16;
const MAGIC = Buffer.from('CVKF\0\x01', 'latin1');
export const HEADER_BYTES = MAGIC.length + BLOB_ID_BYTES;

/** What opens one file: its number, its key, and the vault it belongs to. */
export interface BlobSecrets {
  readonly vaultId: Uint8Array;
  readonly blobId: Uint8Array;
  readonly key: Uint8Array;
}

export const headerOf = (blobId: Uint8Array): Uint8Array => Buffer.concat([MAGIC, blobId]);

/** The size of the encrypted file of `bytes` plain bytes. */
export const storedBytesOf = (bytes: number): number =>
  HEADER_BYTES + bytes + Math.ceil(bytes / CHUNK_BYTES) * TAG_BYTES;

/** 8 bytes that count from 0, three that are 0, and one that is 1 for the last chunk. A key seals one file, so no nonce comes twice. */
function nonceOf(index: number, isLast: boolean): Uint8Array {
  const nonce = Buffer.alloc(12);
  nonce.writeBigUInt64BE(BigInt(index), 0);
  nonce.writeUInt8(isLast ? 1 : 0, 11);
  return nonce;
}

const contextOf = ({ vaultId, blobId }: BlobSecrets): Uint8Array => Buffer.concat([headerOf(blobId), vaultId]);

export function sealChunk(secrets: BlobSecrets, index: number, isLast: boolean, plain: Uint8Array): Uint8Array {
  const cipher = createCipheriv('aes-256-gcm', secrets.key, nonceOf(index, isLast), { authTagLength: TAG_BYTES });
  cipher.setAAD(contextOf(secrets));
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Throws `attachment-damaged` for a chunk that is not this one of this file. */
export function openChunk(secrets: BlobSecrets, index: number, isLast: boolean, sealed: Uint8Array): Uint8Array {
  if (sealed.length <= TAG_BYTES) throw new VaultError('attachment-damaged');
  const decipher = createDecipheriv('aes-256-gcm', secrets.key, nonceOf(index, isLast), { authTagLength: TAG_BYTES });
  decipher.setAAD(contextOf(secrets));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  const plain = decipher.update(sealed.subarray(0, -TAG_BYTES));
  try {
    decipher.final();
    return plain;
  } catch {
    wipe(plain); // never vouched for
    throw new VaultError('attachment-damaged');
  }
}
