// The parser as it ships: bundled by the product's own build, started as a process of its own.
import { type ChildProcess, fork } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type InlineConfig } from 'vite';
import { FromParser, type ParsedRow } from '#shared/htcds/parser-protocol';
import { MOST_HEAP_MB } from '../../electron/main/parser-bounds.ts';
import type { StartParser } from '../../electron/vault/import/parser-port.ts';

/** The product's own build, in plain JavaScript. */
const viteConfig = new URL('../../build/vite.mjs', import.meta.url).href;

export interface BuiltParser {
  readonly entry: string;
  remove(): void;
}

/** Bundles electron/parser once into a folder of its own. */
export async function buildParser(): Promise<BuiltParser> {
  const { builds } = (await import(/* @vite-ignore */ viteConfig)) as {
    readonly builds: () => [string, InlineConfig][];
  };
  const config = builds().find(([name]) => name === 'parser')?.[1];
  if (config === undefined) throw new Error('the build knows no parser');
  const folder = mkdtempSync(join(tmpdir(), 'parser-build-'));
  await build({ ...config, logLevel: 'error', build: { ...config.build, outDir: folder } });
  return { entry: join(folder, 'process.js'), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** With the memory that main gives it. */
export const startParser = (built: BuiltParser): ChildProcess =>
  fork(built.entry, [], {
    execArgv: [`--max-old-space-size=${MOST_HEAP_MB}`],
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });

type Done = Extract<FromParser, { type: 'done' }>;
export type ParserOutcome =
  | {
      readonly ok: true;
      readonly rows: ParsedRow[];
      readonly done: Done;
      readonly progress: number[];
      readonly peakMb: number;
      readonly cpuSeconds: number;
    }
  | { readonly ok: false; readonly code: string; readonly facts: Readonly<Record<string, unknown>> };

/** Reads one file to its end, checking every message as the vault does. */
export async function parseFile(built: BuiltParser, path: string, today = '2026-11-23'): Promise<ParserOutcome> {
  const child = startParser(built);
  const rows: ParsedRow[] = [];
  const progress: number[] = [];
  try {
    return await new Promise<ParserOutcome>((resolve, reject) => {
      child.once('exit', (code, signal) => reject(new Error(`parser ended: ${code} ${signal}`)));
      child.on('message', (data) => {
        const message = FromParser.parse(data);
        if (message.type === 'rows') {
          rows.push(...message.rows.map((row) => JSON.parse(row) as ParsedRow));
          child.send({ type: 'more' });
        } else if (message.type === 'progress') progress.push(message.done);
        else if (message.type === 'done')
          resolve({
            ok: true,
            rows,
            done: message,
            progress,
            peakMb: peakMb(child.pid),
            cpuSeconds: cpuSeconds(child.pid),
          });
        else resolve({ ok: false, code: message.code, facts: message.facts });
      });
      child.send({ type: 'read', path, today });
    });
  } finally {
    child.kill('SIGKILL');
  }
}

/** Most memory the process ever held, in MB; 0 where the system does not tell (not Linux). */
function peakMb(pid: number | undefined): number {
  const path = `/proc/${pid ?? 0}/status`;
  return existsSync(path) ? Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(path, 'utf8'))?.[1] ?? 0) / 1000 : 0;
}

/** Processor time of the process so far, user and system; the clock of /proc ticks 100 times a second. */
function cpuSeconds(pid: number | undefined): number {
  const path = `/proc/${pid ?? 0}/stat`;
  if (!existsSync(path)) return 0;
  const fields = readFileSync(path, 'utf8')
    .replace(/^.*\) /u, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** Parsers for a vault under test: the built process, forked, and ended with its line. */
export function forkedParsers(built: BuiltParser): StartParser {
  return () => {
    const child = startParser(built);
    return Promise.resolve({
      say: (message) => void child.send(message),
      listen: (hear, closed) => {
        child.on('message', hear);
        child.once('exit', closed);
      },
      close: () => child.kill('SIGKILL'),
    });
  };
}
