// The key file of README.md: frozen bytes (test/vectors/key-file.json), and damage told from a file that is something else.
import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import vector from '../../vectors/key-file.json' with { type: 'json' };
import { KEY_FILE_LENGTH, readKeyFile, writeKeyFile } from '../../../electron/vault/keys/key-file.ts';

const secret = Uint8Array.from({ length: 32 }, (_, index) => index);
const FROZEN = vector.file;
const file = writeKeyFile(secret);
const rehashed = (body: Uint8Array): Uint8Array =>
  new Uint8Array(Buffer.concat([body, createHash('sha256').update(body).digest()]));

describe('a key file', () => {
  test('is written byte for byte as it always was, and read back', () => {
    expect(Buffer.from(file).toString('hex')).toBe(FROZEN);
    expect(file).toHaveLength(KEY_FILE_LENGTH);
    expect(readKeyFile(file)).toEqual({ state: 'whole', secret });
  });

  test('is damaged when any bit after its first four bytes is wrong, and something else when one before is', () => {
    for (let bit = 0; bit < file.length * 8; bit += 1) {
      const flipped = file.with(bit >> 3, (file[bit >> 3] ?? 0) ^ (1 << (bit & 7)));
      expect(readKeyFile(flipped).state).toBe(bit < 32 ? 'other' : 'damaged');
    }
  });

  test('is damaged when it is shorter or longer', () => {
    for (let length = 4; length < file.length; length += 1)
      expect(readKeyFile(file.slice(0, length)).state).toBe('damaged');
    expect(readKeyFile(Buffer.concat([file, Buffer.alloc(1)])).state).toBe('damaged');
    expect(readKeyFile(rehashed(Buffer.concat([file.slice(0, 38), Buffer.alloc(1)]))).state).toBe('damaged');
  });

  test('of a later version is not ours to judge, and random bytes are none', () => {
    expect(readKeyFile(rehashed(file.slice(0, 38).with(5, 2)))).toEqual({ state: 'other' });
    expect(readKeyFile(rehashed(file.slice(0, 38).with(5, 0)))).toEqual({ state: 'damaged' });
    for (const length of [0, 3, 32, 70, 500]) expect(readKeyFile(randomBytes(length)).state).toBe('other');
  });
});
