// Runs the bundled vault process (vault-process.ts) and kills it: after a time, after a line it said, or at its n-th change of the disk.
import { spawn } from 'node:child_process';
import { join } from 'node:path';

export interface Killing {
  /** Milliseconds after it said `ready`, or as many lines as `afterLines`. */
  readonly afterMs?: number;
  readonly afterLines?: number;
  /** Ends itself just before this many-th change of the file system. */
  readonly atChange?: number;
  /** Not killed: copies its data folder here before each change of the file system. */
  readonly copyTo?: string;
}

export interface Run {
  readonly lines: readonly string[];
  readonly killed: boolean;
  /** Changes of the file system, when it came to its end. */
  readonly changes: number;
}

export interface VaultRun {
  readonly bundle: string;
  readonly dataDir: string;
  readonly act:
    | ('write' | 'attach' | 'receive' | 'detach' | 'erase' | 'erase-part' | 'seal' | 'remove' | 'key')
    | ('backup' | 'restore' | 'salvage' | 'start' | 'keepOld');
  /** Where its clock stands, UTC milliseconds. */
  readonly now: number;
  readonly args?: readonly string[];
  /** A program, with its arguments, that starts it and watches it: strace. */
  readonly under?: readonly string[];
  /** Without the setting that flushes each commit. */
  readonly weakFlushes?: boolean;
  /** The two copies of the key slots are written over at once and in place. */
  readonly slotsInPlace?: boolean;
}

export function runVaultProcess(run: VaultRun, killing: Killing = {}): Promise<Run> {
  const program = [process.execPath, join(run.bundle, 'vault-process.js')];
  const [first, ...rest] = [...(run.under ?? []), ...program, run.dataDir, run.act, String(run.now)];
  const child = spawn(first, [...rest, ...(run.args ?? [])], {
    env: {
      DIE_AT: String(killing.atChange ?? 0),
      COPY_TO: killing.copyTo ?? '',
      WEAK_FLUSHES: run.weakFlushes ? '1' : '0',
      SLOTS_IN_PLACE: run.slotsInPlace ? '1' : '0',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  let timer: NodeJS.Timeout | undefined;
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8');
    const { afterMs, afterLines = 0 } = killing;
    if (afterMs === undefined || timer !== undefined || !said.includes('ready\n')) return;
    if (said.split('\n').length <= afterLines) return;
    timer = setTimeout(() => child.kill('SIGKILL'), afterMs);
  });
  return new Promise((resolve) => {
    child.once('close', (_code, signal) => {
      clearTimeout(timer);
      const lines = said.split('\n').slice(0, -1); // a line without its end was not said
      const last = lines.findLast((line) => line.startsWith('changes '));
      resolve({ lines, killed: signal === 'SIGKILL', changes: Number(last?.slice('changes '.length) ?? 0) });
    });
  });
}
