// The formats of the compartment, byte by byte: what was changed, or stands elsewhere than where it was sealed, does not open.
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  followLink,
  generationOf,
  linkBack,
  openKey,
  openText,
  sealedKeyLength,
  sealKey,
  sealText,
} from '../../../electron/vault/keys/compartment.ts';
import { rootKeys } from '../../../electron/vault/keys/root-keys.ts';

const at = { vaultId: randomBytes(16), compartmentId: randomBytes(16), generation: 1 };
const next = { ...at, generation: 2 };
const key = new Uint8Array(randomBytes(32));
const person = () => {
  const { exchange, publicX } = rootKeys(randomBytes(32));
  const slotId = new Uint8Array(randomBytes(16));
  return { to: { slotId, publicX }, by: { slotId, exchangeKey: exchange } };
};
const mara = person();
const jonas = person();
const bytesOf = (opened: Uint8Array | undefined) => opened && Buffer.from(opened).toString('hex');

/** Copies with one bit changed, one for each bit. */
function* flips(bytes: Uint8Array): Generator<Uint8Array> {
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    const changed = Uint8Array.from(bytes);
    changed[bit >> 3]! ^= 1 << (bit & 7);
    yield changed;
  }
}

describe('a key sealed to one person', () => {
  const sealed = sealKey(key, mara.to, at, randomBytes);

  it('opens for her and for nobody else, and not as another generation', () => {
    expect(sealed.length).toBe(sealedKeyLength);
    expect(bytesOf(openKey(sealed, mara.by, at)?.key)).toBe(bytesOf(key));
    expect(openKey(sealed, jonas.by, at)).toBeUndefined();
    expect(openKey(sealed, { ...mara.by, slotId: jonas.by.slotId }, at)).toBeUndefined();
    expect(openKey(sealed, mara.by, next)).toBeUndefined();
    expect(openKey(sealed, mara.by, { ...at, compartmentId: randomBytes(16) })).toBeUndefined();
  });

  it('does not open with any bit of it changed', () => {
    const opened = [...flips(sealed)].filter((one) => openKey(one, mara.by, at) !== undefined);
    // RFC 7748 masks the highest bit of a public key; the key that is made from it has all of its bytes, so that even that shows.
    expect(opened).toEqual([]);
  });
});

describe('the link to the generation before', () => {
  it('opens with the newer key only', () => {
    const newer = new Uint8Array(randomBytes(32));
    const link = linkBack(key, newer, next);
    expect(bytesOf(followLink(link, newer, next))).toBe(bytesOf(key));
    expect(followLink(link, key, next)).toBeUndefined();
    expect([...flips(link)].filter((one) => followLink(one, newer, next) !== undefined)).toEqual([]);
  });
});

describe('a sealed text', () => {
  const sealed = sealText({ words: '"Slept until nine."', place: 'note/maya/1' }, key, at, randomBytes);

  it('opens where it was sealed and nowhere else', () => {
    expect(generationOf(sealed)).toBe(1);
    expect(openText(sealed, 'note/maya/1', key, at)?.trimEnd()).toBe('"Slept until nine."');
    expect(openText(sealed, 'note/heron/1', key, at)).toBeUndefined();
    expect(openText(sealed, 'note/maya/1', new Uint8Array(32), at)).toBeUndefined();
    expect(openText(sealed, 'note/maya/1', key, next)).toBeUndefined();
  });

  it('does not open with any bit of it changed', () => {
    const opened = [...flips(sealed)].filter((one) => openText(one, 'note/maya/1', key, at) !== undefined);
    expect(opened).toEqual([]);
  });

  it('is as long for few words as for many, and never the same twice', () => {
    const long = sealText({ words: 'x'.repeat(512), place: 'note/maya/1' }, key, at, randomBytes);
    expect(long.length).toBe(sealed.length);
    expect(sealText({ words: 'x'.repeat(513), place: 'note/maya/1' }, key, at, randomBytes).length).toBe(
      sealed.length + 512,
    );
    const again = sealText({ words: '"Slept until nine."', place: 'note/maya/1' }, key, at, randomBytes);
    expect(bytesOf(again)).not.toBe(bytesOf(sealed));
  });

  it('is told apart from anything else', () => {
    expect(generationOf(new Uint8Array(8))).toBeUndefined();
    expect(generationOf(new Uint8Array(600))).toBeUndefined();
  });
});
