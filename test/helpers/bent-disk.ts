// A disk that fails, shortens, delays or lies at one call, below node:fs: every call of the product that names a file under the
// watched folder, or has one open, passes here. What SQLite does itself does not (bent-database.ts).
import fs from 'node:fs';
import fsPromises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

/** What happens to a call. `ends` is a read that says the file ends here; `forgets` a flush after which the file is what it was. */
export const BENDS = ['fails', 'keeps failing', 'shortens', 'ends', 'delays', 'loses', 'twists', 'forgets'] as const;
export type Bend = (typeof BENDS)[number];

export interface Fault {
  /** From 1: the call that is bent, of all or of those with this name. */
  readonly at: number;
  readonly name?: string;
  readonly bend: Bend;
  /** Of `fails` and `keeps failing`. */
  readonly errno?: string;
}

export interface SeenCall {
  readonly name: string;
  readonly isAsync: boolean;
}

type Method = (...args: unknown[]) => unknown;
type Methods = Record<string, Method>;
interface Call {
  readonly name: string;
  readonly isAsync: boolean;
  readonly args: readonly unknown[];
  readonly path: string;
  readonly go: (args?: readonly unknown[]) => unknown;
}

const DELAY_MS = 25;
const SYNC = ['openSync', 'closeSync', 'readSync', 'writeSync', 'fsyncSync', 'fdatasyncSync', 'fstatSync'];
const SYNC_NAMED = ['renameSync', 'rmSync', 'mkdirSync', 'statSync', 'lstatSync', 'existsSync', 'readdirSync'];
const SYNC_WHOLE = ['readFileSync', 'copyFileSync', 'chmodSync'];
const NAMED = ['open', 'mkdir', 'rm', 'rename', 'lstat', 'stat', 'readdir', 'opendir', 'statfs'];
const OF_HANDLE = ['read', 'write', 'sync', 'close', 'stat', 'utimes'];

/** Its name without what says how it is called: `openSync` and `open` are one kind. */
const kindOf = (name: string): string => name.replace(/Sync$/, '').replace(/^(?:fdatasync|fsync)$/, 'sync');

/** Which errors a real disk answers such a call with. */
const ERRNOS: Readonly<Record<string, readonly string[]>> = {
  open: ['EIO', 'EACCES', 'EROFS', 'ENOSPC', 'ENOENT'],
  read: ['EIO'],
  write: ['EIO', 'ENOSPC', 'EROFS'],
  sync: ['EIO', 'ENOSPC'],
  close: ['EIO'],
  rename: ['EIO', 'ENOSPC', 'EACCES', 'EROFS', 'ENOENT'],
  rm: ['EIO', 'EACCES', 'EROFS'],
  mkdir: ['EIO', 'ENOSPC', 'EACCES', 'EROFS'],
  readdir: ['EIO', 'EACCES', 'ENOENT'],
  opendir: ['EIO', 'EACCES', 'ENOENT'],
  readFile: ['EIO', 'EACCES'],
  copyFile: ['EIO', 'ENOSPC'],
};
const OTHER_BENDS: Readonly<Record<string, readonly Bend[]>> = {
  read: ['shortens', 'ends', 'twists'],
  write: ['shortens', 'loses', 'twists'],
  sync: ['forgets'],
};

/** Every way in which a call of this kind is bent; of the errors EIO always, the others in turn. */
export function faultsOf({ name, isAsync }: SeenCall, at: number): Fault[] {
  const kind = kindOf(name);
  const [first, ...more] = ERRNOS[kind] ?? ['EIO', 'EACCES'];
  const errnos = [first!, ...more.filter((_, index) => index === at % more.length)];
  const fails = errnos.map((errno): Fault => ({ at, bend: 'fails', errno }));
  const others = (OTHER_BENDS[kind] ?? []).map((bend): Fault => ({ at, bend }));
  const dies: Fault = { at, bend: 'keeps failing', errno: 'EIO' };
  return [...fails, dies, ...others, ...(isAsync ? [{ at, bend: 'delays' } as const] : [])];
}

const errnoError = (errno: string, syscall: string): Error =>
  Object.assign(new Error(`${errno}: bent, ${syscall}`), { code: errno, errno: -5, syscall });

export class BentDisk {
  /** What was called since the last `arm`. */
  readonly calls: SeenCall[] = [];
  #folder = '';
  #fault: Fault | null = null;
  #isWatching = false;
  #depth = 0;
  readonly #putBack: (() => void)[] = [];
  #meant = 0;
  /** What a file that is open for writing was at its last flush; a Buffer by path. */
  readonly #before = new Map<string, Buffer>();
  readonly #real = { readlink: fs.readlinkSync, read: fs.readFileSync, write: fs.writeFileSync, stat: fs.statSync };

  /** Begins to count the calls on files under `folder`, and bends one of them. */
  arm(folder: string, fault: Fault | null): void {
    this.calls.length = 0;
    this.#meant = 0;
    this.#before.clear();
    this.#folder = `${folder}/`;
    this.#fault = fault;
    this.#isWatching = true;
  }

  disarm(): void {
    this.#isWatching = false;
  }

  /** Puts back what was there before. */
  remove(): void {
    for (const putBack of this.#putBack.splice(0)) putBack();
    syncBuiltinESMExports();
  }

  /** As long as nothing is armed every call passes as it came. */
  async install(): Promise<this> {
    const sample = await fsPromises.open('/dev/null', 'r');
    const prototype = Object.getPrototypeOf(sample) as Methods;
    await sample.close();
    const byName = (args: readonly unknown[]): string => String(args[0]);
    const byNumber = (args: readonly unknown[]): string => this.#pathOf(Number(args[0]));
    this.#wrap(fs as unknown as Methods, SYNC, false, (args) =>
      typeof args[0] === 'number' ? byNumber(args) : byName(args),
    );
    this.#wrap(fs as unknown as Methods, [...SYNC_NAMED, ...SYNC_WHOLE], false, byName);
    this.#wrap(fsPromises as unknown as Methods, NAMED, true, byName);
    this.#wrap(prototype, OF_HANDLE, true, (_args, self) => this.#pathOf((self as { fd: number }).fd));
    syncBuiltinESMExports();
    return this;
  }

  #wrap(
    holder: Methods,
    names: readonly string[],
    isAsync: boolean,
    pathIn: (args: readonly unknown[], self: unknown) => string,
  ): void {
    for (const name of names) {
      const real = holder[name]!;
      this.#putBack.push(() => void (holder[name] = real));
      const pass = (call: Omit<Call, 'path'>, self: unknown): unknown => this.#pass(call, pathIn(call.args, self));
      holder[name] = function bent(this: unknown, ...args: unknown[]): unknown {
        return pass({ name, isAsync, args, go: (other = args) => real.apply(this, [...other]) }, this);
      };
    }
  }

  #pass(call: Omit<Call, 'path'>, path: string): unknown {
    if (!this.#isWatching || this.#depth > 0) return call.go();
    const whole = this.#whole(path);
    if (!whole.startsWith(this.#folder)) return call.go();
    this.calls.push({ name: call.name, isAsync: call.isAsync });
    const fault = this.#fault;
    const isMeant = fault?.name === undefined || fault.name === call.name;
    const at = isMeant ? (this.#meant += 1) : 0;
    const isHit = fault !== null && at > 0 && (at === fault.at || (fault.bend === 'keeps failing' && at > fault.at));
    return this.#within(() => {
      this.#remember(call, whole, isHit);
      return isHit ? this.#bent({ ...call, path: whole }, fault) : call.go();
    });
  }

  /** Node's own functions call each other: what they do within one call of ours is that call. */
  #within<T>(work: () => T): T {
    this.#depth += 1;
    try {
      return work();
    } finally {
      this.#depth -= 1;
    }
  }

  #whole(path: string): string {
    const [, fd, rest] = /^\/proc\/self\/fd\/(\d+)(\/.*)?$/.exec(path) ?? [];
    return fd === undefined ? path : `${this.#pathOf(Number(fd))}${rest ?? ''}`;
  }

  #pathOf(fd: number): string {
    try {
      return this.#real.readlink(`/proc/self/fd/${fd}`);
    } catch {
      return '';
    }
  }

  /** A file's bytes before it is written to, and again when it was really flushed. */
  #remember({ name, args }: Omit<Call, 'path'>, path: string, isHit: boolean): void {
    if (this.#fault?.bend !== 'forgets') return;
    const kind = kindOf(name);
    const isFirst = (kind === 'open' || kind === 'write') && !this.#before.has(path);
    const isFlushed = kind === 'sync' && !isHit;
    if (isFlushed || (isFirst && args[1] !== 'r' && args[1] !== fs.constants.O_RDONLY)) this.#keep(path);
  }

  #keep(path: string): void {
    try {
      if (this.#real.stat(path).isFile()) this.#before.set(path, this.#real.read(path));
    } catch {
      this.#before.set(path, Buffer.alloc(0)); // not there yet
    }
  }

  #bent(call: Call, fault: Fault): unknown {
    switch (fault.bend) {
      case 'fails':
      case 'keeps failing':
        return this.#failing(call, fault.errno ?? 'EIO');
      case 'delays':
        return new Promise((resolve) => setTimeout(resolve, DELAY_MS)).then(() => call.go());
      case 'shortens':
        return call.go(shortened(call.args));
      case 'ends':
        return call.isAsync ? Promise.resolve({ bytesRead: 0, buffer: call.args[0] }) : 0;
      case 'loses':
        return said(call);
      case 'twists':
        return kindOf(call.name) === 'write' ? call.go(twisted(call.args)) : readTwisted(call);
      case 'forgets':
        this.#forget(call.path);
        return call.isAsync ? Promise.resolve() : undefined;
    }
  }

  #failing(call: Call, errno: string): unknown {
    const error = errnoError(errno, call.name);
    if (call.name === 'existsSync') return false; // it has no other way to say so
    if (kindOf(call.name) === 'close') {
      // Linux lets go of the descriptor whatever it answers (close(2)).
      if (call.isAsync) return (call.go() as Promise<unknown>).then(() => Promise.reject(error));
      call.go();
    }
    if (call.isAsync) return Promise.reject(error);
    throw error;
  }

  #forget(path: string): void {
    const before = this.#before.get(path);
    if (before !== undefined) this.#real.write(path, before);
  }
}

/** (fd, buffer, offset, length, position) and (buffer, offset, length, position): the buffer is the first object. */
function placeIn(args: readonly unknown[]) {
  const at = args.findIndex((arg) => ArrayBuffer.isView(arg));
  const bytes = args[at] as Uint8Array;
  const offset = Number(args[at + 1] ?? 0);
  return { at, bytes, offset, length: Number(args[at + 2] ?? bytes.byteLength - offset) };
}

function shortened(args: readonly unknown[]): unknown[] {
  const { at, offset, length } = placeIn(args);
  const other = [...args];
  other[at + 1] = offset;
  other[at + 2] = Math.max(1, Math.floor(length / 2));
  return other;
}

/** As if it had been written. */
function said({ args, isAsync }: Call): unknown {
  const { bytes, length } = placeIn(args);
  return isAsync ? Promise.resolve({ bytesWritten: length, buffer: bytes }) : length;
}

const flip = (bytes: Uint8Array, offset: number, length: number): void => {
  if (length > 0) bytes[offset + (length >> 1)]! ^= 0x10;
};

function twisted(args: readonly unknown[]): unknown[] {
  const { at, bytes, offset, length } = placeIn(args);
  const copy = Buffer.from(bytes);
  flip(copy, offset, length);
  const other = [...args];
  other[at] = copy;
  return other;
}

function readTwisted({ args, isAsync, go }: Call): unknown {
  const { bytes, offset } = placeIn(args);
  if (!isAsync) {
    const read = go() as number;
    flip(bytes, offset, read);
    return read;
  }
  return (go() as Promise<{ bytesRead: number }>).then((result) => {
    flip(bytes, offset, result.bytesRead);
    return result;
  });
}
