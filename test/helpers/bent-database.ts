// The same below SQLite, whose calls never pass through Node: strace(1) answers one system call of the process on the database files
// in the kernel's place. Not reached: the index of the log (-shm), which is memory that was mapped from a file and makes no calls.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type ActName, type FaultOutcome, MARKS } from './fault-acts.ts';
import { died, start } from './fault-runs.ts';

export interface DatabaseCall {
  readonly act: ActName;
  readonly name: string;
  /** Which one of this name on these files, from 1, since the process began: what strace counts. */
  readonly at: number;
  /** Bytes that were asked for. */
  readonly length: number;
  readonly file: string;
}
export interface BentCall extends DatabaseCall {
  readonly bend: 'fails' | 'loses' | 'ends';
  /** As strace writes it: an error, or what is answered without doing anything. */
  readonly answer: string;
}

const TRACED = ['openat', 'pread64', 'pwrite64', 'fsync', 'fdatasync', 'ftruncate', 'unlink'];

/** Where the files of a case lie that SQLite opens; the part of the backup is named after day and commit. */
const filesIn = (folder: string, part: string): string[] => [
  ...['records.db', 'records.db-wal', 'records.db-journal', 'records.next', 'records.next-wal'].map((name) =>
    join(folder, 'data', 'Records.vault', name),
  ),
  join(folder, 'data', 'Records.vault', 'records.next-journal'),
  ...['records.db', 'records.db-journal'].map((name) => join(folder, 'stick', `${part}.part`, name)),
  ...Object.values(MARKS).map((name) => join(folder, name)),
];

export interface Watched {
  /** The bundle's folder and the folder with what was there before. */
  readonly program: readonly string[];
  /** Where this case works; nobody else meanwhile. */
  readonly folder: string;
  /** The name of the backup that the act makes. */
  readonly part: string;
}

async function run({ program, folder, part }: Watched, act: ActName, inject: readonly string[]) {
  const account = `${folder}.calls`;
  const under = [
    ...['/usr/bin/strace', '-f', '--seccomp-bpf', '-qq', '-y', '-o', account],
    ...filesIn(folder, part).flatMap((path) => ['-P', path]),
    ...['-e', `trace=${TRACED.join(',')}`, '-e', 'signal=none', ...inject],
  ];
  const asked = start([...program, folder], under);
  const outcome = await asked.ask({ act, fault: null });
  asked.child.stdin?.end();
  const calls = readFileSync(account, 'latin1');
  rmSync(account, { force: true });
  return { outcome, calls };
}

/** Every call of the act on the files of the database, in order. */
export async function databaseCalls(where: Watched, act: ActName): Promise<DatabaseCall[]> {
  const { outcome, calls } = await run(where, act, []);
  const counts = new Map<string, number>();
  let isInside = false;
  return calls.split('\n').flatMap((line) => {
    const [, pid, name = '', given = ''] = /^(\d+) +(\w+)\((.*)/.exec(line) ?? [];
    if (Number(pid) !== outcome?.pid) return [];
    const at = (counts.get(name) ?? 0) + 1;
    counts.set(name, at);
    const [, path = ''] = /[<"](\/[^>"]*)[>"]/.exec(given.replace(/^AT_FDCWD<[^>]*>, /, '')) ?? [];
    const file = path.split('/').at(-1)!;
    if (name === 'openat' && (file === MARKS.begin || file === MARKS.end)) isInside = file === MARKS.begin;
    const length = Number(/, (\d+), \d+\) += /.exec(given)?.[1] ?? 0);
    return isInside && file !== MARKS.begin ? [{ act, name, at, length, file }] : [];
  });
}

/** Of the reads and writes of one whole copy each pages alike: every so many-th of them is bent. */
const COPY_EVERY = 16;

/** Each call once, the ways to bend it in turn; of the pages of a whole copy some. */
export function bentCalls(calls: readonly DatabaseCall[]): BentCall[] {
  const seen = new Map<string, number>();
  return calls.flatMap((call) => {
    const kind = `${call.name} ${call.file}`;
    const count = (seen.get(kind) ?? 0) + 1;
    seen.set(kind, count);
    const isOfCopy = ['pread64', 'pwrite64'].includes(call.name) && /^records\.(?:db|next)$/.test(call.file);
    if (isOfCopy && count % COPY_EVERY !== 1) return [];
    const bends = bendsOf(call);
    return [bends[(isOfCopy ? (count - 1) / COPY_EVERY : count) % bends.length]!];
  });
}

function bendsOf(call: DatabaseCall): BentCall[] {
  const fails = (errno: string): BentCall => ({ ...call, bend: 'fails', answer: `error=${errno}` });
  switch (call.name) {
    case 'pwrite64':
      return [fails('EIO'), fails('ENOSPC'), { ...call, bend: 'loses', answer: `retval=${call.length}` }];
    case 'pread64':
      return [fails('EIO'), { ...call, bend: 'ends', answer: 'retval=0' }];
    case 'openat':
      return [fails('EIO'), fails('EACCES')];
    default:
      return [fails('EIO')];
  }
}

/** Tries an act with one call of SQLite bent; the outcome names the call. */
export async function tryBent(where: Watched, { act, name, file, answer, at, bend }: BentCall): Promise<FaultOutcome> {
  const { outcome } = await run(where, act, ['-e', `inject=${name}:${answer}:when=${at}`]);
  const fault = { at, name: `${name} ${file}`, bend, errno: answer };
  return { ...(outcome ?? died({ act, fault })), fault };
}
