// The sender's signature inside a package: age says that nobody changed it, this says who made it.
import { createPublicKey, verify } from 'node:crypto';
import { SIGNATURE_LABEL } from '#shared/packages/bag-reader';

const LABEL = Buffer.from(SIGNATURE_LABEL, 'ascii');
// RFC 8410: SubjectPublicKeyInfo of an Ed25519 key, up to its 32 bytes.
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

/** Who signs: the shelter's key, never a person's, so that a partner checks one fingerprint once. */
export interface Sender {
  readonly name: string;
  /** Raw Ed25519 public key, 32 bytes. */
  readonly publicKey: Uint8Array;
  readonly keyFingerprint: readonly string[];
  /** Ed25519 (RFC 8032), 64 bytes. */
  sign(message: Uint8Array): Uint8Array;
}

/** What is signed: "cv/export/1" ‖ manifest. The files are covered by their hashes in the manifest. */
export const signedMessage = (manifest: Uint8Array): Uint8Array => Buffer.concat([LABEL, manifest]);

export function isSignedBy(publicKey: Uint8Array, manifest: Uint8Array, signature: Uint8Array): boolean {
  try {
    const key = createPublicKey({ key: Buffer.concat([SPKI, publicKey]), format: 'der', type: 'spki' });
    return verify(null, signedMessage(manifest), key, signature);
  } catch {
    return false; // bytes that are no point of the curve sign nothing
  }
}
