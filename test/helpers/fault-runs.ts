// Hands cases to processes with a bent disk (fault-process.ts), two at a time, and gathers their answers. A process that dies has
// failed its case, and another goes on.
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { writeCsv } from '../../build/workbooks/write-workbook.mjs';
import { backUp } from './backups.ts';
import { aNote } from './casework.ts';
import { type Before, JO, PEOPLE, placeIn, sha256Of, WORDS } from './fault-acts.ts';
import type { FaultCase, FaultOutcome } from './fault-process.ts';
import { Office } from './office.ts';

/** Makes what every case begins with, in `folder`: a vault with a note, a file, a colleague and a release, and a stick with a backup. */
export async function makeBefore(folder: string): Promise<void> {
  const place = placeIn(folder);
  for (const path of [place.stick, place.outside]) mkdirSync(path, { recursive: true });
  writeFileSync(join(place.outside, 'letter.txt'), `Dear Maya, ${WORDS.file}.\n`.repeat(9_000));
  const person = (at: number) => [`Ana${at}`, `${WORDS.imported} ${at}`, `19${80 + at}-03-04`];
  const rows = [['First Name', 'Second Name', 'Birthdate'], ...Array.from({ length: PEOPLE }, (_, at) => person(at))];
  const numbered = rows.map((cells, at) => ({ number: at + 1, cells }));
  writeFileSync(join(place.outside, 'people.csv'), writeCsv({ rows: numbered }));

  const office = await Office.open('2026-05-01T09:00', folder);
  const { vault } = office;
  const planned = await office.planned(['NAME', 'HEALTH']);
  const { caseFileId } = planned;
  await vault.ask('caseNote.add', aNote(caseFileId, { happenedOn: '2026-04-30', body: `First words: ${WORDS.old}.` }));
  const file = vault.grant(join(place.outside, 'letter.txt'));
  await vault.ask('attachment.add', { caseFileId, file, title: 'Old letter', sealed: false });
  const { id: jo } = await vault.ask('staffMember.add', { name: 'Jo', role: 'case-manager', ...JO });
  const { name: backup } = await backUp(vault, place.stick);
  const before: Before = {
    ...{ now: vault.clock.now, maya: caseFileId, jo, planned, identity: office.identity },
    ...{ backup, backupSha256: sha256Of(join(place.stick, backup)) },
    cases: (await vault.ask('caseFile.list', { show: 'all' })).total,
  };
  vault.vault.close();
  cpSync(vault.dataDir, place.data, { recursive: true });
  writeFileSync(join(folder, 'before.json'), JSON.stringify(before));
  await vault.remove();
}

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

const died = (one: FaultCase): FaultOutcome => ({
  ...{ ...one, ended: 'died', done: [], wrong: [], again: '', anew: false, calls: [], bug: 'the process ended', ms: 0 },
});

interface Asked {
  readonly child: ChildProcess;
  /** Null when it died over it, or took longer than `MOST_MS`. */
  ask(one: FaultCase): Promise<FaultOutcome | null>;
}
const MOST_MS = 30_000;

function start([bundle = '', folder = '']: readonly string[]): Asked {
  const child = spawn(process.execPath, [join(bundle, 'fault-process.js'), folder], {
    env: { TMPDIR: process.env['TMPDIR'] ?? '/tmp', SHOW_BUGS: process.env['SHOW_BUGS'] },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout! });
  return {
    child,
    ask: (one) =>
      new Promise((resolve) => {
        const timer = setTimeout(() => child.kill('SIGKILL'), MOST_MS);
        const end = (): void => settle(null);
        const settle = (answer: FaultOutcome | null): void => {
          clearTimeout(timer);
          child.off('exit', end);
          resolve(answer);
        };
        lines.once('line', (line) => settle(JSON.parse(line) as FaultOutcome));
        child.once('exit', end);
        child.stdin!.write(`${JSON.stringify(one)}\n`);
      }),
  };
}
