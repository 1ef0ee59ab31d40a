// `vault.head` (FORMATS.md §5): outside the database, the number and chain hash of the newest commit, so that a database that lost
// commits or was put back is noticed. Two records in turn, each in its own 4 KiB of disk; a torn write spoils only the one written.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { overwriteAt } from './atomic-file.ts';

export interface Head {
  /** Number of the newest commit; 0 in a vault that was just made. */
  readonly commitSeq: number;
  readonly epoch: number;
  /** Last MAC of the chain of revisions and audit entries, 32 bytes. */
  readonly chainHead: Uint8Array;
  /** Identity and generation of the key slots that belong to this commit. */
  readonly slotsHash: Uint8Array;
  readonly slotsGeneration: number;
}

export interface HeadReading {
  readonly newest: Head | null;
  /** Where the next record goes: never over the newest. */
  readonly nextIndex: 0 | 1;
  /** How many records are neither valid nor empty. One can be a torn write; it is healed by the next write. */
  readonly damaged: 0 | 1 | 2;
}

const magic = Buffer.from('CVHD', 'ascii');
const version = 1;
export const headRecordLength = 128;
// Disks write whole blocks of up to 4 KiB: records in one block could be torn together.
const recordSpacing = 4096;
export const headFileLength = 2 * recordSpacing;
const macStart = 96;

/** One record, 128 bytes, sealed with the head key. */
export function encodeHead(head: Head, headMac: Uint8Array): Uint8Array {
  const bytes = Buffer.alloc(headRecordLength);
  magic.copy(bytes, 0);
  bytes.writeUInt16BE(version, 4);
  bytes.writeUInt32BE(head.epoch, 8);
  bytes.writeBigUInt64BE(BigInt(head.commitSeq), 12);
  bytes.set(thirtyTwo(head.chainHead), 20);
  bytes.set(thirtyTwo(head.slotsHash), 52);
  bytes.writeUInt32BE(head.slotsGeneration, 84);
  macOf(bytes, headMac).copy(bytes, macStart);
  return new Uint8Array(bytes);
}

/** Reads one record of 128 bytes; undefined unless this very program under this very key wrote it. */
export function decodeHead(bytes: Uint8Array, headMac: Uint8Array): Head | undefined {
  if (bytes.length !== headRecordLength) return undefined;
  const record = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!timingSafeEqual(macOf(record, headMac), record.subarray(macStart))) return undefined;
  const commitSeq = record.readBigUInt64BE(12);
  const known = record.subarray(0, 4).equals(magic) && record.readUInt16BE(4) === version;
  if (!known || commitSeq > BigInt(Number.MAX_SAFE_INTEGER)) return undefined;
  return {
    commitSeq: Number(commitSeq),
    epoch: record.readUInt32BE(8),
    chainHead: new Uint8Array(record.subarray(20, 52)),
    slotsHash: new Uint8Array(record.subarray(52, 84)),
    slotsGeneration: record.readUInt32BE(84),
  };
}

/** The newest valid record of the file. Never throws: a file of the wrong length counts as two damaged records. */
export function readHead(file: Uint8Array, headMac: Uint8Array): HeadReading {
  if (file.length !== headFileLength) return { newest: null, nextIndex: 0, damaged: 2 };
  const records = [0, 1].map((index) => file.subarray(index * recordSpacing, index * recordSpacing + headRecordLength));
  const heads = records.map((record) => decodeHead(record, headMac));
  const damaged = records.filter((record, index) => heads[index] === undefined && record.some((byte) => byte !== 0));
  const [first, second] = heads;
  const newestIsFirst = first !== undefined && (second === undefined || !isNewer(second, first));
  const newest = newestIsFirst ? first : second;
  return { newest: newest ?? null, nextIndex: newestIsFirst ? 1 : 0, damaged: damaged.length as 0 | 1 | 2 };
}

/** The highest epoch that the file speaks of, believed by nobody: it only helps to say why a database does not open. */
export function epochClaimed(file: Uint8Array): number {
  if (file.length !== headFileLength) return 0;
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  return Math.max(bytes.readUInt32BE(8), bytes.readUInt32BE(recordSpacing + 8));
}

/** The whole file for a new vault: the first record, and no second one yet. */
export function newHeadFile(head: Head, headMac: Uint8Array): Uint8Array {
  const file = new Uint8Array(headFileLength);
  file.set(encodeHead(head, headMac), 0);
  return file;
}

/** Writes one record over the older one and waits until it is on the disk. Answers the place of the next. */
export function writeHead(fd: number, index: 0 | 1, head: Head, headMac: Uint8Array): 0 | 1 {
  overwriteAt(fd, index * recordSpacing, encodeHead(head, headMac));
  return index === 0 ? 1 : 0;
}

function isNewer(one: Head, other: Head): boolean {
  return one.epoch === other.epoch ? one.commitSeq > other.commitSeq : one.epoch > other.epoch;
}

function macOf(record: Uint8Array, headMac: Uint8Array): Buffer {
  return createHmac('sha256', headMac).update(record.subarray(0, macStart)).digest();
}

function thirtyTwo(bytes: Uint8Array): Uint8Array {
  if (bytes.length !== 32) throw new RangeError('expected 32 bytes');
  return bytes;
}
