// The encrypted file itself: nothing of it can be changed, moved, cut, or exchanged for another one without being noticed.
import { appendFileSync, copyFileSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { VaultError } from '#shared/contract/errors';
import {
  type BlobSecrets,
  CHUNK_BYTES,
  HEADER_BYTES,
  storedBytesOf,
  TAG_BYTES,
} from '../../electron/vault/attachments/blob-format.ts';
import { readBlob, readStart } from '../../electron/vault/attachments/blob-reader.ts';
import { blobName, BlobWriter } from '../../electron/vault/attachments/blob-writer.ts';
import { bend } from '../helpers/backups.ts';
import { tempFolder } from '../helpers/temp-folder.ts';

const secretsOf = (number: number): BlobSecrets => ({
  vaultId: new Uint8Array(16).fill(7),
  blobId: new Uint8Array(16).fill(number),
  key: new Uint8Array(32).fill(number + 100),
});
const one = secretsOf(1);
const other = secretsOf(2);

const content = (bytes: number): Buffer => Buffer.from(Uint8Array.from({ length: bytes }, (_none, at) => at % 251));

async function written(folder: string, secrets: BlobSecrets, plain: Buffer): Promise<string> {
  const writer = await BlobWriter.begin(folder, secrets);
  for (let at = 0; at < plain.length; at += 50_000) await writer.write(plain.subarray(at, at + 50_000));
  await writer.finish();
  return join(folder, blobName(secrets.blobId));
}

/** What reading all of it gives: the content, or the code of the refusal. */
function reading(folder: string, bytes: number, secrets: BlobSecrets = one): Buffer | string {
  try {
    return Buffer.concat([...readBlob(folder, secrets, bytes)]);
  } catch (error) {
    if (!(error instanceof VaultError)) throw error;
    return error.code;
  }
}

describe('an encrypted file', () => {
  it.each([1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 3 * CHUNK_BYTES, 200_001])(
    'of %i bytes reads back the same and has the size that was foretold',
    async (bytes) => {
      const folder = tempFolder();
      const file = await written(folder, one, content(bytes));
      expect(statSync(file).size).toBe(storedBytesOf(bytes));
      expect(content(bytes).equals(reading(folder, bytes) as Buffer)).toBe(true);
      const start = Math.min(bytes, 70_000);
      expect(
        content(bytes)
          .subarray(0, start)
          .equals(readStart(folder, one, bytes, 70_000)),
      ).toBe(true);
      expect(readFileSync(file).includes(content(64))).toBe(false);
      expect(statSync(file).mode & 0o777).toBe(0o600);
    },
  );

  it('a changed byte anywhere is noticed: in the header, in every chunk, in every tag', async () => {
    const folder = tempFolder();
    const bytes = 3 * CHUNK_BYTES - 10;
    const file = await written(folder, one, content(bytes));
    const step = CHUNK_BYTES + TAG_BYTES;
    const places = [0, 5, 6, HEADER_BYTES - 1];
    for (let at = HEADER_BYTES; at < storedBytesOf(bytes); at += step) places.push(at, at + 1_000, at + step - 11);
    for (const at of places) {
      bend(file, at);
      expect(reading(folder, bytes), String(at)).toBe('attachment-damaged');
      bend(file, at);
    }
    expect(reading(folder, bytes)).toBeInstanceOf(Buffer);
  });

  it('chunks that changed places, were doubled, or end elsewhere are noticed', async () => {
    const folder = tempFolder();
    const bytes = 3 * CHUNK_BYTES;
    const file = await written(folder, one, content(bytes));
    const whole = readFileSync(file);
    const step = CHUNK_BYTES + TAG_BYTES;
    const chunk = (index: number): Buffer =>
      whole.subarray(HEADER_BYTES + index * step, HEADER_BYTES + (index + 1) * step);
    const header = whole.subarray(0, HEADER_BYTES);
    for (const order of [
      [1, 0, 2],
      [0, 0, 2],
      [0, 2, 1],
      [0, 1, 1],
    ]) {
      writeFileSync(file, Buffer.concat([header, ...order.map(chunk)]));
      expect(reading(folder, bytes), order.join()).toBe('attachment-damaged');
    }
    writeFileSync(file, Buffer.concat([header, chunk(0), chunk(1)]));
    expect(reading(folder, bytes)).toBe('attachment-damaged');
    expect(reading(folder, 2 * CHUNK_BYTES), 'even when the record were bent to the shorter size').toBe(
      'attachment-damaged',
    );
    writeFileSync(file, whole);
    truncateSync(file, whole.length - 1);
    expect(reading(folder, bytes)).toBe('attachment-damaged');
    writeFileSync(file, whole);
    appendFileSync(file, 'x');
    expect(reading(folder, bytes)).toBe('attachment-damaged');
  });

  it('another file of the same size in its place is noticed, and so is a chunk of it', async () => {
    const folder = tempFolder();
    const bytes = 2 * CHUNK_BYTES;
    const file = await written(folder, one, content(bytes));
    const mine = readFileSync(file);
    const theirs = await written(folder, other, content(bytes));
    copyFileSync(theirs, file);
    expect(reading(folder, bytes)).toBe('attachment-damaged');
    const step = CHUNK_BYTES + TAG_BYTES;
    const mixed = Buffer.from(mine);
    readFileSync(theirs).copy(mixed, HEADER_BYTES, HEADER_BYTES, HEADER_BYTES + step);
    writeFileSync(file, mixed);
    expect(reading(folder, bytes)).toBe('attachment-damaged');
    expect(reading(folder, bytes, other)).toBeInstanceOf(Buffer);
  });

  it('with the key of one vault does not open as the file of another', async () => {
    const folder = tempFolder();
    await written(folder, one, content(10));
    expect(reading(folder, 10, { ...one, vaultId: new Uint8Array(16) })).toBe('attachment-damaged');
  });
});
