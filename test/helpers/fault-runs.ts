// Hands cases to processes with a bent disk (fault-process.ts), two at a time, and gathers their answers. A process that dies has
// failed its case, and another goes on.
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { FaultCase, FaultOutcome } from './fault-acts.ts';

/** Every case once, in no order. */
export async function runCases(
  program: readonly string[],
  cases: readonly FaultCase[],
  side: number,
): Promise<FaultOutcome[]> {
  const waiting = [...cases];
  const outcomes: FaultOutcome[] = [];
  await Promise.all(Array.from({ length: side }, () => work(program, waiting, outcomes)));
  return outcomes;
}

async function work(program: readonly string[], waiting: FaultCase[], outcomes: FaultOutcome[]): Promise<void> {
  let asked: Asked | null = null;
  for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
    asked ??= start(program);
    const answer = await asked.ask(one);
    if (answer === null) asked = null;
    outcomes.push(answer ?? died(one));
  }
  asked?.child.stdin?.end();
}

export const died = (one: FaultCase): FaultOutcome => ({
  ...{
    ...one,
    ended: 'died',
    done: [],
    wrong: [],
    again: '',
    anew: false,
    calls: [],
    bug: 'the process ended',
    ms: 0,
    pid: 0,
  },
});

export interface Asked {
  readonly child: ChildProcess;
  /** Null when it died over it, or took longer than `MOST_MS`. */
  ask(one: FaultCase): Promise<FaultOutcome | null>;
}
/** On a computer that is busy with much else. */
const MOST_MS = 120_000;

/** `program` is the bundle's folder, the folder with what was there before, and one to work in; `under` starts and watches it. */
export function start([bundle = '', ...folders]: readonly string[], under: readonly string[] = []): Asked {
  const [first = '', ...args] = [...under, process.execPath, join(bundle, 'fault-process.js'), ...folders];
  const child = spawn(first, args, {
    env: { TMPDIR: process.env['TMPDIR'] ?? '/tmp', SHOW_BUGS: process.env['SHOW_BUGS'] },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout });
  return {
    child,
    ask: (one) =>
      new Promise((resolve) => {
        const timer = setTimeout(() => child.kill('SIGKILL'), MOST_MS);
        const end = (): void => settle(null);
        const hear = (line: string): void => settle(JSON.parse(line) as FaultOutcome);
        const settle = (answer: FaultOutcome | null): void => {
          clearTimeout(timer);
          child.off('exit', end);
          lines.off('line', hear);
          resolve(answer);
        };
        lines.once('line', hear);
        child.once('exit', end);
        child.stdin.write(`${JSON.stringify(one)}\n`);
      }),
  };
}
