// What the demo proves, written down: each computed value with what was expected and what was found, and the seconds it took.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

interface Value {
  readonly row: string;
  readonly what: string;
  readonly expected: string;
  readonly found: string;
}

export interface DemoReport {
  /** A step of the job, timed, with a picture at its end. */
  step(name: string, page: () => Page, work: () => Promise<void>): Promise<void>;
  /** A value of domain §24b as the screen says it. */
  value(row: string, what: string, expected: string, found: string): void;
  /** A rare string typed into a record: it must be nowhere outside the vault. */
  canary(text: string): string;
  fact(name: string, value: unknown): void;
  differences(): readonly Value[];
  write(): void;
}

export function demoReport(out: string): DemoReport {
  mkdirSync(join(out, 'screens'), { recursive: true });
  const values: Value[] = [];
  const seconds: Record<string, number> = {};
  const canaries: string[] = [];
  const facts: Record<string, unknown> = {};
  let picture = 0;
  return {
    step: async (name, page, work) => {
      const start = performance.now();
      await work().catch(async (error: unknown) => {
        await page().screenshot({ path: join(out, 'screens', `stopped-at-${name}.png`), animations: 'disabled' });
        throw error;
      });
      seconds[name] = Math.round(performance.now() - start) / 1000;
      picture += 1;
      await page().screenshot({
        path: join(out, 'screens', `${String(picture).padStart(2, '0')}-${name}.png`),
        animations: 'disabled',
      });
    },
    value: (row, what, expected, found) => void values.push({ row, what, expected, found }),
    canary: (text) => {
      canaries.push(text);
      return text;
    },
    fact: (name, value) => {
      facts[name] = value;
    },
    differences: () => values.filter(({ expected, found }) => expected !== found),
    write: () =>
      writeFileSync(join(out, 'report.json'), `${JSON.stringify({ values, seconds, canaries, ...facts }, null, 2)}\n`),
  };
}
