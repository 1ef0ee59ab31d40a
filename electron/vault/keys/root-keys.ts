// The two key pairs of one slot's owner, made from the user root alone. The private halves exist only while the vault is open.
import { createPrivateKey, createPublicKey, diffieHellman, type KeyObject } from 'node:crypto';
import { hkdf32 } from './kdf.ts';
import { wipe } from './wipe.ts';

// RFC 8410: PKCS #8 and SubjectPublicKeyInfo around a raw 32-byte key, up to the key itself.
const privatePrefix = {
  x25519: Buffer.from('302e020100300506032b656e04220420', 'hex'),
  ed25519: Buffer.from('302e020100300506032b657004220420', 'hex'),
} as const;
const publicPrefix = Buffer.from('302a300506032b656e032100', 'hex');
const none = new Uint8Array();

export interface RootKeys {
  /** X25519, opens what is sealed to `publicX`. */
  readonly exchange: KeyObject;
  /** Ed25519, signs entries of weight in the owner's name. */
  readonly signing: KeyObject;
  readonly publicX: Uint8Array;
  readonly publicEd: Uint8Array;
  /** 32 bytes that whoever seals a vault key to this owner must know (seal.ts). */
  readonly sealSecret: Uint8Array;
}

export function rootKeys(userRoot: Uint8Array): RootKeys {
  const exchange = privateKey('x25519', hkdf32(userRoot, none, 'cv/x25519/1'));
  const signing = privateKey('ed25519', hkdf32(userRoot, none, 'cv/ed25519/1'));
  return {
    exchange,
    signing,
    publicX: publicBytes(exchange),
    publicEd: publicBytes(signing),
    sealSecret: hkdf32(userRoot, none, 'cv/seal/1'),
  };
}

/** A private key from its 32-byte seed; the seed is wiped. */
export function privateKey(curve: 'x25519' | 'ed25519', seed: Uint8Array): KeyObject {
  const der = Buffer.concat([privatePrefix[curve], seed]);
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  wipe(der, seed);
  return key;
}

/** The raw 32-byte public half. */
export function publicBytes(key: KeyObject): Uint8Array {
  return new Uint8Array(createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32));
}

/** X25519; undefined when the other side is a point of small order, whose result everyone would know (RFC 7748 §6.1). */
export function sharedSecret(own: KeyObject, other: Uint8Array): Uint8Array | undefined {
  const publicKey = createPublicKey({ key: Buffer.concat([publicPrefix, other]), format: 'der', type: 'spki' });
  try {
    const secret = diffieHellman({ privateKey: own, publicKey });
    return secret.every((byte) => byte === 0) ? undefined : new Uint8Array(secret);
  } catch {
    return undefined; // OpenSSL and BoringSSL refuse such points themselves
  }
}
