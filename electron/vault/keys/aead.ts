// AES-256-GCM with a 16-byte tag behind the ciphertext: the one cipher of every key format of a vault.
import { createCipheriv, createDecipheriv } from 'node:crypto';
import { wipe } from './wipe.ts';

const tagLength = 16;
/** For keys that encrypt once in their life (something fresh made each of them), so that the nonce may be constant, as in age. */
export const onceNonce = Buffer.alloc(12);

/** The ciphertext, then the tag. `context` is vouched for and not part of it. */
export function encrypt(key: Uint8Array, nonce: Uint8Array, context: Uint8Array, plain: Uint8Array): Uint8Array {
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength });
  cipher.setAAD(context);
  return new Uint8Array(Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]));
}

/** Undefined when the tag does not fit; what that means is decided by whoever asks. */
export function decrypt(
  key: Uint8Array,
  nonce: Uint8Array,
  context: Uint8Array,
  sealed: Uint8Array,
): Uint8Array | undefined {
  if (sealed.length < tagLength) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength });
  decipher.setAAD(context);
  decipher.setAuthTag(sealed.subarray(-tagLength));
  const plain = decipher.update(sealed.subarray(0, -tagLength));
  try {
    decipher.final();
  } catch {
    wipe(plain); // never authenticated
    return undefined;
  }
  return new Uint8Array(plain);
}

export function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
