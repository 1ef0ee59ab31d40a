// `npm run bench`: measures the named rows, or all, and prints them; writes out/reports/bench.json as well. Ends with 1 only when
// something breaks: slow is a finding, not a failure.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, release } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { memoryRow, startRow } from './app.ts';
import { backupRow, packageRow } from './copies.ts';
import { type Figure, table } from './figures.ts';
import { importRow } from './import.ts';
import { type MeasuredOffice, openMeasuredOffice } from './office.ts';
import { caseRow, listRow, searchRow, todayRow } from './reads.ts';
import { ROUNDS } from './invented-shelter.ts';
import type { Bench, MeasureRow } from './rows.ts';
import { saveRow } from './save.ts';

/** In the order in which they run: what only reads comes before what writes. */
const rows: Readonly<Record<string, MeasureRow>> = {
  list: listRow,
  case: caseRow,
  today: todayRow,
  search: searchRow,
  save: saveRow,
  import: importRow,
  package: packageRow,
  backup: backupRow,
  start: startRow,
  memory: memoryRow,
};

interface Wanted {
  readonly cases: number;
  readonly only: readonly string[];
}

function wantedBy(args: readonly string[]): Wanted {
  const { values } = parseArgs({
    args: [...args],
    options: { cases: { type: 'string', default: '500' }, only: { type: 'string', default: '' } },
  });
  const only = values.only.split(',').filter(Boolean);
  const unknown = only.find((name) => rows[name] === undefined);
  if (unknown !== undefined)
    throw new Error(`There is no row "${unknown}". There are: ${Object.keys(rows).join(', ')}.`);
  const cases = Number(values.cases);
  if (!Number.isInteger(cases) || cases < 20 || cases > 50_000)
    throw new Error('--cases is a number from 20 to 50,000.');
  return { cases, only: only.length === 0 ? Object.keys(rows) : only };
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Says each tenth of a long step once. */
function saidInTenths(): (what: string, done: number) => void {
  let last = '';
  return (what, done) => {
    const line = `  ${what}: ${Math.floor(done * 10) * 10} %`;
    if (line !== last && done > 0) say(line);
    last = line;
  };
}

function debian(): string {
  try {
    return `Debian ${readFileSync('/etc/debian_version', 'utf8').trim()}`;
  } catch {
    return `${process.platform} ${release()}`;
  }
}

const machine = (): string => `${cpus().length} cores, ${debian()}, Node ${process.versions.node}`;
const load = (): string =>
  loadavg()
    .map((value) => value.toFixed(1))
    .join(' ');

async function measureAll({ cases, only }: Wanted, folder: string): Promise<Figure[]> {
  let office: Promise<MeasuredOffice> | undefined;
  const bench: Bench = {
    folder,
    cases,
    office: () => (office ??= openMeasuredOffice(folder, cases, saidInTenths())),
  };
  const figures: Figure[] = [];
  for (const name of Object.keys(rows).filter((each) => only.includes(each))) {
    say(`${name} …`);
    figures.push(...(await rows[name]!(bench)));
  }
  await (await office)?.close();
  return figures;
}

async function main(): Promise<void> {
  const wanted = wantedBy(process.argv.slice(2));
  const folder = mkdtempSync(join(process.cwd(), 'out/benchmark-'));
  process.env['TMPDIR'] = folder;
  const [begun, before] = [new Date(), load()];
  try {
    const figures = await measureAll(wanted, folder);
    const size = `${wanted.cases} cases, ${wanted.cases * 40} notes, ${wanted.cases * ROUNDS} entries`;
    const about = { begun: begun.toISOString(), machine: machine(), load: { before, after: load() }, size };
    mkdirSync('out/reports', { recursive: true });
    writeFileSync('out/reports/bench.json', `${JSON.stringify({ ...about, figures }, null, 2)}\n`);
    say(`\n${about.begun.slice(0, 16)}Z · ${about.machine} · load ${before} to ${about.load.after} · ${size}\n`);
    say(table(figures));
    say(`\nAlso in ${join(process.cwd(), 'out/reports/bench.json')}. What each row is: test/benchmark/README.md.`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  // At once, with the apps and the floor that may still be running.
  process.exit(1);
}
