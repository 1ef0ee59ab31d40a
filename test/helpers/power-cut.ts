// What a disk may hold after the power went: all that was flushed, and of the rest any part, each write whole, torn at a sector or
// not at all, each new name there or not. Files and names are flushed apart from each other, as POSIX says.
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Change } from './watched-writes.ts';

const SECTOR = 512;
type Below = (n: number) => number;

/** The bytes of one file, whatever it is called. */
interface Content {
  durable: Buffer;
  waiting: Extract<Change, { kind: 'write' | 'cut' }>[];
}
interface Renaming {
  readonly folders: readonly string[];
  readonly change: (names: Map<string, Content>) => void;
}

/** A disk that begins with a folder, everything in it flushed, and is told of changes one by one. */
export class WatchedDisk {
  readonly #root: string;
  /** As running programs see them, and as they would be found after a cut. */
  readonly #names = new Map<string, Content>();
  readonly #durable = new Map<string, Content>();
  #waiting: Renaming[] = [];

  constructor(root: string, from: string) {
    this.#root = root;
    for (const name of readdirSync(from, { recursive: true }).map(String)) {
      if (!statSync(join(from, name)).isFile()) continue;
      const content = { durable: readFileSync(join(from, name)), waiting: [] };
      this.#names.set(join(root, name), content);
      this.#durable.set(join(root, name), content);
    }
  }

  happened(change: Change): void {
    if (change.kind === 'said' || !change.path.startsWith(this.#root)) return;
    // SQLite makes this one anew after a cut, and writes it past the kernel's account.
    if (change.path.endsWith('-shm')) return;
    if (change.kind === 'write' || change.kind === 'cut') this.#names.get(change.path)?.waiting.push(change);
    else if (change.kind === 'flushed') this.#flush(change.path);
    else this.#rename(change);
  }

  #flush(path: string): void {
    const content = this.#names.get(path);
    if (content !== undefined) {
      content.durable = withAll(content.durable, content.waiting);
      content.waiting = [];
      return;
    }
    for (const { folders, change } of this.#waiting) if (folders.includes(path)) change(this.#durable);
    this.#waiting = this.#waiting.filter(({ folders }) => !folders.includes(path));
  }

  #rename(made: Exclude<Change, { kind: 'write' | 'cut' | 'flushed' | 'said' }>): void {
    const { path } = made;
    if (made.kind === 'made' && this.#names.has(path)) return;
    const content = this.#names.get(path) ?? { durable: Buffer.alloc(0), waiting: [] };
    const change = (names: Map<string, Content>): void => {
      if (made.kind !== 'made') names.delete(path);
      if (made.kind !== 'removed') names.set(made.kind === 'renamed' ? made.to : path, content);
    };
    change(this.#names);
    const folders = [dirname(path), ...(made.kind === 'renamed' ? [dirname(made.to)] : [])];
    this.#waiting.push({ folders, change });
  }

  /** Writes into `folder` what a cut at this moment may leave; `below` draws. */
  cutInto(folder: string, below: Below): void {
    const names = new Map(this.#durable);
    for (const { change } of this.#waiting) if (below(2) === 0) change(names);
    for (const [path, content] of names) {
      const place = join(folder, relative(this.#root, path));
      mkdirSync(dirname(place), { recursive: true, mode: 0o700 });
      const survived = content.waiting.flatMap((change) => afterACut(change, below));
      writeFileSync(place, withAll(content.durable, survived), { mode: 0o600 });
    }
  }
}

function withAll(bytes: Buffer, changes: Content['waiting']): Buffer {
  const ends = changes.map((change) => (change.kind === 'cut' ? change.length : change.at + change.bytes.length));
  const all = Buffer.alloc(Math.max(bytes.length, ...ends));
  bytes.copy(all);
  let length = bytes.length;
  for (const change of changes) {
    if (change.kind === 'write') {
      change.bytes.copy(all, change.at);
      length = Math.max(length, change.at + change.bytes.length);
    } else {
      all.fill(0, change.length);
      ({ length } = change);
    }
  }
  return all.subarray(0, length);
}

/** Of five, two are lost, one is torn and two are whole. */
function afterACut(change: Content['waiting'][number], below: Below): Content['waiting'] {
  const luck = below(5);
  if (luck < 2) return [];
  return luck === 2 && change.kind === 'write' ? torn(change, below) : [change];
}

/** Sectors are written whole, in any order: each is there or not. */
function torn({ path, at, bytes }: Extract<Change, { kind: 'write' }>, below: Below): Content['waiting'] {
  const pieces: Content['waiting'] = [];
  for (let from = 0; from < bytes.length; ) {
    const to = Math.min(bytes.length, from + SECTOR - ((at + from) % SECTOR));
    if (below(2) === 0) pieces.push({ kind: 'write', path, at: at + from, bytes: bytes.subarray(from, to) });
    from = to;
  }
  return pieces;
}
