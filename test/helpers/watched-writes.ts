// Every change that a process makes to files, in order and with its bytes, as the kernel's own account (strace) tells it.
import { readFileSync } from 'node:fs';

export type Change =
  /** A file that was not there, or a folder. */
  | { readonly kind: 'made'; readonly path: string }
  | { readonly kind: 'write'; readonly path: string; readonly at: number; readonly bytes: Buffer }
  | { readonly kind: 'cut'; readonly path: string; readonly length: number }
  | { readonly kind: 'renamed'; readonly path: string; readonly to: string }
  | { readonly kind: 'removed'; readonly path: string }
  /** A file or a folder was flushed: what was changed in it before is on the disk. */
  | { readonly kind: 'flushed'; readonly path: string }
  /** A line on standard output. */
  | { readonly kind: 'said'; readonly line: string };

const calls = ['openat', 'open', 'close', 'write', 'pwrite64', 'fsync', 'fdatasync', 'ftruncate'];
const named = ['rename', 'renameat', 'renameat2', 'unlink', 'unlinkat', 'mkdir', 'mkdirat'];

/** The command before a program that writes its changes of files into `account`. */
export const watchingWrites = (account: string): readonly string[] => [
  ...['/usr/bin/strace', '-f', '--seccomp-bpf', '-qq', '-xx', '-s', '1000000'],
  ...['-e', `trace=${[...calls, ...named].join(',')}`, '-e', 'signal=none', '-o', account],
];

const text = (hex: string): string => bytesOf(hex).toString('utf8');
const bytesOf = (hex: string): Buffer => Buffer.from(hex.replaceAll('\\x', ''), 'hex');

interface Open {
  readonly path: string;
  /** Where the next write without a place of its own goes. */
  at: number;
}

/** Reads such an account. What went to devices and pipes, but for standard output, is left out. */
export function changesIn(account: string): Change[] {
  const open = new Map<number, Open>([[1, { path: 'standard output', at: 0 }]]);
  return wholeCalls(readFileSync(account, 'latin1')).flatMap((call) => read(call, open));
}

/** A call that another thread interrupted stands in two lines; it happened when it ended. */
function wholeCalls(account: string): string[] {
  const begun = new Map<string, string>();
  const whole: string[] = [];
  for (const line of account.split('\n')) {
    const [, thread = '', rest = ''] = /^(\d+) +(.*)$/.exec(line) ?? [];
    if (rest.endsWith(' <unfinished ...>')) begun.set(thread, rest.slice(0, -' <unfinished ...>'.length));
    else whole.push(rest.replace(/^<\.\.\. \w+ resumed>/, () => begun.get(thread) ?? ''));
  }
  return whole;
}

/** What one call changed. A call that failed changed nothing. */
function read(call: string, open: Map<number, Open>): Change[] {
  const [, name = '', given = '', result = ''] = /^(\w+)\((.*)\) += (-?\d+)/.exec(call) ?? [];
  if (name === '' || Number(result) < 0) return [];
  const texts = Array.from(given.matchAll(/"((?:\\x[0-9a-f]{2})*)"/g), ([, hex = '']) => hex);
  const file = open.get(Number.parseInt(given, 10));
  if (name === 'openat' || name === 'open') return opened(open, { path: text(texts[0] ?? ''), given, result });
  if (name === 'close') open.delete(Number.parseInt(given, 10));
  if (named.includes(name)) return [renaming(name, texts.map(text))];
  return file === undefined ? [] : inFile(file, { name, given, result, bytes: bytesOf(texts[0] ?? '') });
}

/** With O_CREAT the file may have been there before: who replays it knows. */
function opened(
  open: Map<number, Open>,
  { path, given, result }: Record<'path' | 'given' | 'result', string>,
): Change[] {
  open.set(Number(result), { path, at: 0 });
  const made: Change[] = given.includes('O_CREAT') ? [{ kind: 'made', path }] : [];
  return given.includes('O_TRUNC') ? [...made, { kind: 'cut', path, length: 0 }] : made;
}

function renaming(name: string, [path = '', to = '']: readonly string[]): Change {
  if (name.startsWith('rename')) return { kind: 'renamed', path, to };
  return name.startsWith('mkdir') ? { kind: 'made', path } : { kind: 'removed', path };
}

interface InFile {
  readonly name: string;
  readonly given: string;
  readonly result: string;
  readonly bytes: Buffer;
}
function inFile(file: Open, { name, given, result, bytes }: InFile): Change[] {
  const { path } = file;
  const last = Number(/(\d+)$/.exec(given)?.[1] ?? 0);
  if (name === 'fsync' || name === 'fdatasync') return [{ kind: 'flushed', path }];
  if (name === 'ftruncate') return [{ kind: 'cut', path, length: last }];
  if (name === 'pwrite64') return [{ kind: 'write', path, at: last, bytes: bytes.subarray(0, Number(result)) }];
  if (name !== 'write') return [];
  if (path === 'standard output')
    return bytes
      .toString('utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => ({ kind: 'said', line }) as const);
  const { at } = file;
  file.at += Number(result);
  return [{ kind: 'write', path, at, bytes: bytes.subarray(0, Number(result)) }];
}
