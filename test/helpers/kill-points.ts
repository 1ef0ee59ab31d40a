// Every moment at which a run of the vault process can be killed, each looked at once. A killed process leaves the files as they are
// just then, so one run that copies them before each of its changes shows what all those kills would leave. Every third moment is
// a real kill all the same, and must leave what the copy of that moment says.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { copyOf } from './backups.ts';
import { type Run, runVaultProcess, type VaultRun } from './killed-runs.ts';
import { tempFolder } from './temp-folder.ts';

export interface KillPoint {
  /** The changes of the file system before which the very same bytes lay there. */
  readonly changes: number[];
  readonly dataDir: string;
  /** What the process had said by then. */
  readonly lines: readonly string[];
}

/** Runs on copies of the run's data folder; the moments before `from` are left out. */
export async function killPoints(run: VaultRun, from: (whole: Run) => number = () => 1): Promise<KillPoint[]> {
  const copyTo = tempFolder();
  const whole = await runVaultProcess({ ...run, dataDir: copyOf(run.dataDir) }, { copyTo });
  const points = new Map<string, KillPoint>();
  for (let change = from(whole); change <= whole.changes; change += 1) {
    const dataDir = join(copyTo, String(change));
    const lines = whole.lines.slice(0, whole.lines.indexOf(`copied ${change}`));
    const before = points.get(bytesOf(dataDir));
    points.set(bytesOf(dataDir), { dataDir, ...before, changes: [...(before?.changes ?? []), change], lines });
  }
  return Promise.all(Array.from(points.values(), (point, at) => lookedAt(run, point, at % 3 === 0)));
}

const lookedAt = (run: VaultRun, point: KillPoint, isKill: boolean): Promise<KillPoint> =>
  isKill ? reallyKilled(run, point) : Promise.resolve(point);

async function reallyKilled(run: VaultRun, { changes, dataDir, lines }: KillPoint): Promise<KillPoint> {
  const killed = copyOf(run.dataDir);
  const outcome = await runVaultProcess({ ...run, dataDir: killed }, { atChange: changes.at(-1)! });
  expect(outcome.killed).toBe(true);
  expect(outcome.lines.map(apartFromChance)).toEqual(
    lines.filter((line) => !line.startsWith('copied ')).map(apartFromChance),
  );
  expect(sizesIn(killed)).toEqual(sizesIn(dataDir));
  return { changes, dataDir: killed, lines: outcome.lines };
}

/** Without what is another one in every run: a code that was drawn, a time that was taken. */
const apartFromChance = (line: string): string => line.replace(/^(told|took) .*$/, '$1');

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort();
/** Without what is drawn at random in names: those of attachments, of a copy that is being checked, of a key file. */
const sizesIn = (folder: string): string[] =>
  filesIn(folder)
    .map(
      (name) =>
        `${name.replace(/[0-9a-f]{16,32}|(?<=r-)[0-9a-z]{8}(?=\.key)/, '?')} ${statSync(join(folder, name)).size}`,
    )
    .sort();

/** One word for all bytes but those of the index of the log, which SQLite makes anew. */
function bytesOf(folder: string): string {
  const hash = createHash('sha256');
  for (const name of filesIn(folder).filter((file) => !file.endsWith('-shm')))
    hash.update(`${name}\n`).update(readFileSync(join(folder, name)));
  hash.update(readdirSync(folder, { recursive: true }).map(String).sort().join('\n'));
  return hash.digest('hex');
}
