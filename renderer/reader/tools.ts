// Hashes and signatures of the reader: the same library that age itself is made of here, so that every browser judges alike.
import { ed25519 } from '@noble/curves/ed25519.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { FINGERPRINT_LABEL, FINGERPRINT_WORDS, wordsOfHash } from '#shared/keys/words-of-hash';
import { type BagTools, SIGNATURE_LABEL } from '#shared/packages/bag-reader';

export const bagTools: BagTools = {
  sha256: () => {
    const hash = sha256.create();
    return { update: (bytes) => void hash.update(bytes), end: () => bytesToHex(hash.digest()) };
  },
  isSigned: (publicKey, manifest, signature) => {
    try {
      const message = concatBytes(utf8ToBytes(SIGNATURE_LABEL), manifest);
      // Not ZIP 215: RFC 8032 as it is written, as the vault's own library judges.
      return ed25519.verify(signature, message, hexToBytes(publicKey), { zip215: false });
    } catch {
      return false; // bytes that are no point of the curve sign nothing
    }
  },
  utf8: (bytes) => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes),
};

/** The six words of a key, reckoned here: those in the package are only what its maker says. */
export const sixWords = (publicKey: string): readonly string[] =>
  wordsOfHash(
    bytesToHex(sha256(concatBytes(utf8ToBytes(FINGERPRINT_LABEL), hexToBytes(publicKey)))),
    FINGERPRINT_WORDS,
  );

/** HMAC-SHA-256 in hex. */
export const codeOf = (secret: string, text: string): string =>
  bytesToHex(hmac(sha256, hexToBytes(secret), utf8ToBytes(text)));

/** Random bytes in hex. */
export const randomHex = (bytes: number): string => bytesToHex(crypto.getRandomValues(new Uint8Array(bytes)));
