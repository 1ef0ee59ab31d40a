// `vault.head`: frozen records, torn writes, and no flipped bit that is believed.
import { closeSync, fstatSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { deriveVaultKeys } from '../../../electron/vault/keys/derived-keys.ts';
import {
  decodeHead,
  encodeHead,
  type Head,
  headFileLength,
  newHeadFile,
  readHead,
  writeHead,
} from '../../../electron/vault/keys/head.ts';
import { tellControl, tellFound } from '../../helpers/proof.ts';
import { hex, unhex } from './drawing.ts';
import { readVector } from './slot-vectors.ts';
import { strangerVouchesForHead } from './stranger.ts';

const HeadVectors = z.strictObject({
  vaultId: z.string(),
  vaultKey: z.string(),
  records: z.array(
    z.strictObject({
      commitSeq: z.number(),
      epoch: z.number(),
      slotsGeneration: z.number(),
      chainHead: z.string(),
      slotsHash: z.string(),
      record: z.string(),
    }),
  ),
});
const vectors = HeadVectors.parse(readVector('head.json'));
const vaultId = unhex(vectors.vaultId);
const vaultKey = unhex(vectors.vaultKey);
const { headMac } = deriveVaultKeys(vaultKey, vaultId);
const head = (commitSeq: number, epoch = 1): Head => ({
  commitSeq,
  epoch,
  chainHead: new Uint8Array(32).fill(commitSeq),
  slotsHash: new Uint8Array(32).fill(7),
  slotsGeneration: 3,
});

describe('a record', () => {
  test.each(vectors.records)('is the frozen one of commit $commitSeq', ({ record, ...fields }) => {
    const known: Head = { ...fields, chainHead: unhex(fields.chainHead), slotsHash: unhex(fields.slotsHash) };
    expect(hex(encodeHead(known, headMac))).toBe(record);
    expect(decodeHead(unhex(record), headMac)).toEqual(known);
    expect(strangerVouchesForHead(unhex(record), vaultKey, vaultId)).toBe(true);
  });

  test('with any bit flipped, cut or under another key is not believed', () => {
    const record = encodeHead(head(9), headMac);
    expect(decodeHead(record, headMac)).toEqual(head(9));
    tellControl('G5', { accepted: 1 });
    for (let bit = 0; bit < record.length * 8; bit += 1) {
      expect(decodeHead(record.with(bit >> 3, (record[bit >> 3] ?? 0) ^ (1 << (bit & 7))), headMac)).toBeUndefined();
    }
    for (let length = 0; length < record.length; length += 1)
      expect(decodeHead(record.slice(0, length), headMac)).toBeUndefined();
    expect(decodeHead(record, deriveVaultKeys(vaultKey, vaultId.with(0, 1)).auditMac)).toBeUndefined();
    tellFound('G5', { 'bits flipped': record.length * 8, 'other changes': record.length + 1, accepted: 0 });
  });
});

describe('the file', () => {
  let folder: string;
  let file: string;
  let fd: number;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'head-'));
    file = path.join(folder, 'vault.head');
    writeFileSync(file, newHeadFile(head(1), headMac));
    fd = openSync(file, 'r+');
  });
  afterEach(() => {
    closeSync(fd);
    rmSync(folder, { recursive: true });
  });

  test('alternates between its two places, never grows, and always shows the newest', () => {
    let next = readHead(readFileSync(file), headMac).nextIndex;
    expect(next).toBe(1);
    for (let seq = 2; seq <= 9; seq += 1) {
      next = writeHead(fd, next, head(seq), headMac);
      expect(readHead(readFileSync(file), headMac)).toEqual({ newest: head(seq), nextIndex: next, damaged: 0 });
      expect(fstatSync(fd).size).toBe(headFileLength);
    }
  });

  test('a write torn at any byte leaves the commit before it or the new one, never nothing', () => {
    writeHead(fd, 1, head(2), headMac);
    const before = readFileSync(file);
    const record = encodeHead(head(3), headMac);
    for (let done = 0; done <= record.length; done += 1) {
      const torn = Uint8Array.from(before);
      torn.set(record.subarray(0, done), 0);
      const whole = done === record.length;
      expect(readHead(torn, headMac)).toMatchObject({ newest: { commitSeq: whole ? 3 : 2 }, nextIndex: whole ? 1 : 0 });
    }
    const lostBlock = Uint8Array.from(before);
    lostBlock.fill(0xff, 0, 4096);
    expect(readHead(lostBlock, headMac)).toMatchObject({ newest: { commitSeq: 2 }, nextIndex: 0, damaged: 1 });
  });

  test('counts what is damaged, and a new vault has no damage', () => {
    const fresh = readFileSync(file);
    expect(readHead(fresh, headMac)).toMatchObject({ newest: { commitSeq: 1 }, nextIndex: 1, damaged: 0 });
    const broken = Uint8Array.from(fresh).fill(1);
    expect(readHead(broken, headMac)).toEqual({ newest: null, nextIndex: 0, damaged: 2 });
    for (const length of [0, 128, headFileLength - 1, headFileLength + 1]) {
      expect(readHead(new Uint8Array(length), headMac)).toEqual({ newest: null, nextIndex: 0, damaged: 2 });
    }
    expect(readHead(new Uint8Array(headFileLength), headMac)).toEqual({ newest: null, nextIndex: 0, damaged: 0 });
  });

  test('prefers the higher epoch, then the higher number', () => {
    writeHead(fd, 1, head(500, 1), headMac);
    writeHead(fd, 0, head(3, 2), headMac);
    expect(readHead(readFileSync(file), headMac)).toMatchObject({ newest: { commitSeq: 3, epoch: 2 }, nextIndex: 1 });
  });
});
