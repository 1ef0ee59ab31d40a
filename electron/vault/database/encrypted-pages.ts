// Reads a SQLCipher 4 file page by page, without SQLite: of a damaged file every page that is whole can still be decrypted, whatever
// became of the others. A page counts only when its own MAC fits; nothing here writes.
// Format: https://www.zetetic.net/sqlcipher/design/ and https://www.sqlite.org/walformat.html; the vault's settings in open.ts.
import { createDecipheriv, createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

export const PAGE = 4096;
const IV = 16;
const MAC = 64;
/** What SQLite sees of a page. */
export const USABLE = PAGE - IV - MAC;
const SALT = 16;
const LOG_HEADER = 32;
const FRAME_HEADER = 24;

export const logOf = (database: string): string => `${database}-wal`;
/** The log as it lay there before the vault was last opened: opening empties it, and of a damaged one drops what it cannot follow. */
export const keptLogOf = (database: string): string => `${database}.log-kept`;

/** One page as it once was; `isNewest` when it is what SQLite would read today. */
export interface ReadPage {
  readonly number: number;
  /** `USABLE` bytes. Of page 1 the first 16 are zero. */
  readonly content: Buffer;
  readonly isNewest: boolean;
}

export interface PageKey {
  /** 32 bytes. */
  readonly key: Uint8Array;
  /** 16 bytes. */
  readonly salt: Uint8Array;
}

/** Where a page lies in one of the two files. */
interface Place {
  readonly file: 'database' | 'log' | 'kept';
  readonly at: number;
}

/** The pages of a database and of its write-ahead log. */
export class EncryptedPages {
  readonly #open: PageOpener;
  readonly #files: Readonly<Record<Place['file'], number | null>>;
  /** What is newest of each page, by its number. */
  readonly #newest = new Map<number, Place>();
  readonly #older: { readonly number: number; readonly place: Place }[] = [];
  /** Pages whose MAC does not fit, or that could not be read. */
  refused = 0;

  constructor(database: string, key: PageKey) {
    this.#open = pageOpener(key);
    this.#files = {
      database: openIfThere(database),
      log: openIfThere(logOf(database)),
      kept: openIfThere(keptLogOf(database)),
    };
    this.#lookAtDatabase();
    this.#lookAtLog();
    this.#older.push(...this.#wholeFrames('kept'));
  }

  /** How many places there are to look at. */
  get count(): number {
    return this.#newest.size + this.#older.length;
  }

  /** Every version of every page that is whole: older ones first, so that what comes later counts. */
  *all(): Generator<ReadPage> {
    for (const { number, place } of this.#older) yield* this.#asPage(number, place, false);
    for (const [number, place] of this.#newest) yield* this.#asPage(number, place, true);
  }

  /** The newest version of a page, or null when it is not whole. */
  newest(number: number): Buffer | null {
    const place = this.#newest.get(number);
    return place === undefined ? null : this.#content(number, place);
  }

  close(): void {
    for (const file of Object.values(this.#files)) if (file !== null) closeSync(file);
  }

  *#asPage(number: number, place: Place, isNewest: boolean): Generator<ReadPage> {
    const content = this.#content(number, place);
    if (content === null) this.refused += 1;
    else yield { number, content, isNewest };
  }

  #content(number: number, { file, at }: Place): Buffer | null {
    const bytes = readAt(this.#files[file], at, PAGE);
    return bytes === null ? null : this.#open(bytes, number);
  }

  #lookAtDatabase(): void {
    const file = this.#files.database;
    const pages = file === null ? 0 : Math.floor(fstatSync(file).size / PAGE);
    for (let number = 1; number <= pages; number += 1)
      this.#newest.set(number, { file: 'database', at: (number - 1) * PAGE });
  }

  #wholeFrames(file: 'log' | 'kept'): Frame[] {
    return framesOf(this.#files[file], file).filter(({ number, place }) => this.#content(number, place) !== null);
  }

  /**
   * Frames of the log that is going on are newer than the database, up to the last that ends a commit; whole frames that lie behind
   * it, or are left over from an earlier log, hold what was true of their page once.
   */
  #lookAtLog(): void {
    const frames = this.#wholeFrames('log');
    const current = frames[0]?.salts;
    const going = frames.filter(({ salts }) => salts === current);
    const committed = going.slice(0, going.findLastIndex(({ endsCommit }) => endsCommit) + 1);
    for (const frame of frames.filter((one) => !committed.includes(one))) this.#older.push(frame);
    for (const { number, place } of committed) {
      const before = this.#newest.get(number);
      if (before !== undefined) this.#older.push({ number, place: before });
      this.#newest.set(number, place);
    }
  }
}

type PageOpener = (bytes: Buffer, number: number) => Buffer | null;

function pageOpener({ key, salt }: PageKey): PageOpener {
  const macSalt = Uint8Array.from(salt, (byte) => byte ^ 0x3a);
  const macKey = pbkdf2Sync(key, macSalt, 2, 32, 'sha512');
  return (bytes, number) => {
    const start = number === 1 ? SALT : 0;
    const said = Buffer.alloc(4);
    said.writeUInt32LE(number);
    const mac = createHmac('sha512', macKey)
      .update(bytes.subarray(start, PAGE - MAC))
      .update(said);
    if (!timingSafeEqual(mac.digest(), bytes.subarray(PAGE - MAC))) return null;
    const cipher = createDecipheriv('aes-256-cbc', key, bytes.subarray(USABLE, USABLE + IV)).setAutoPadding(false);
    return Buffer.concat([Buffer.alloc(start), cipher.update(bytes.subarray(start, USABLE)), cipher.final()]);
  };
}

/** The first 16 bytes of a database file, where SQLCipher keeps the salt; null when they are not there. */
export function firstBytes(database: string): Uint8Array | null {
  const file = openIfThere(database);
  const salt = readAt(file, 0, SALT);
  if (file !== null) closeSync(file);
  return salt;
}

interface Frame {
  readonly number: number;
  readonly place: Place;
  readonly endsCommit: boolean;
  /** Of the log that it was written into. */
  readonly salts: string;
}

function framesOf(log: number | null, file: Place['file']): Frame[] {
  if (log === null) return [];
  const count = Math.max(0, Math.floor((fstatSync(log).size - LOG_HEADER) / (FRAME_HEADER + PAGE)));
  return Array.from({ length: count }, (_, index) => LOG_HEADER + index * (FRAME_HEADER + PAGE)).flatMap((at) => {
    const header = readAt(log, at, FRAME_HEADER);
    if (header === null) return [];
    const place = { file, at: at + FRAME_HEADER };
    const salts = header.toString('hex', 8, 16);
    return [{ number: header.readUInt32BE(0), place, endsCommit: header.readUInt32BE(4) !== 0, salts }];
  });
}

function openIfThere(file: string): number | null {
  try {
    return openSync(file, 'r');
  } catch {
    return null; // nothing there to be read
  }
}

/** Null for what is not there whole, and for a bad block. */
function readAt(file: number | null, at: number, length: number): Buffer | null {
  if (file === null) return null;
  const bytes = Buffer.alloc(length);
  try {
    return readSync(file, bytes, 0, length, at) === length ? bytes : null;
  } catch {
    return null;
  }
}
