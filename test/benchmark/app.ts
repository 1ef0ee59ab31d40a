// The app itself in the real Electron, beside an empty window of the same runtime: how long until something is painted, and how
// much memory all its processes take.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { launchApp, type RunningApp } from '../end-to-end/driver/app.ts';
import { type Home, newHome } from '../end-to-end/driver/home.ts';
import { processTree } from '../end-to-end/driver/processes.ts';
import { DIRECTOR } from '../helpers/vault.ts';
import { type Figure, figure } from './figures.ts';
import type { Bench, MeasureRow } from './rows.ts';

const ROUNDS = 5;
const EMPTY = join(process.cwd(), 'test/benchmark/empty-window');

/** A home of its own around the data folder that is measured. */
async function homeOfOffice(bench: Bench): Promise<Home> {
  const { vault } = await bench.office();
  vault.vault.close();
  return { ...newHome(), dataDir: vault.dataDir };
}

/** When the largest thing in the page was first seen on the screen, UTC milliseconds: for both pages the same measure. */
const paintedAt = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const last = list.getEntries().at(-1);
          if (last !== undefined) resolve(performance.timeOrigin + last.startTime);
        }).observe({ type: 'largest-contentful-paint', buffered: true });
      }),
  );

interface Looked {
  readonly took: number;
  readonly app: RunningApp;
}

async function started(home: Home, selector: string, folder?: string): Promise<Looked> {
  const begun = Date.now();
  const app = await launchApp({ home, ...(folder === undefined ? {} : { folder }) });
  await app.page.locator(selector).waitFor();
  await wait(300);
  return { app, took: (await paintedAt(app.page)) - begun };
}

export const startRow: MeasureRow = async (bench) => {
  const home = await homeOfOffice(bench);
  const empty = newHome();
  const took = { ours: [] as number[], empty: [] as number[] };
  for (let round = -1; round < ROUNDS; round += 1) {
    const ours = await started(home, '#passphrase');
    await ours.app.stop();
    const other = await started(empty, 'p', EMPTY);
    await other.app.stop();
    if (round < 0) continue;
    took.ours.push(ours.took);
    took.empty.push(other.took);
  }
  home.remove();
  empty.remove();
  const what = 'start, to the painted unlock screen';
  return [figure({ row: 'start', what, unit: 'ms' }, took.ours, { 'an empty window': took.empty })];
};

/** Memory of these processes, each shared page counted once among those that share it, in MB. */
function proportionalMemory(pids: readonly number[]): number {
  const kib = pids.map((pid) =>
    Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1]),
  );
  return (kib.reduce((sum, each) => sum + each, 0) * 1024) / 1_000_000;
}

/** Counts in the page from the vault's answer to "unlock" to the painted Today. Runs in the page. */
function watchToday(): void {
  const marks: { answered?: number; painted?: number } = {};
  Object.assign(window, { benchmarkMarks: marks });
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with the port it was asked on
  const send = MessagePort.prototype.postMessage;
  MessagePort.prototype.postMessage = function (this: MessagePort, ...args: Parameters<typeof send>) {
    MessagePort.prototype.postMessage = send;
    const { id } = args[0] as { id: number };
    this.addEventListener('message', ({ data }: MessageEvent<{ id: number; type: string }>) => {
      if (data.id === id && data.type === 'result') marks.answered ??= performance.now();
    });
    send.apply(this, args);
  } as typeof send;
  new MutationObserver(() => {
    if (marks.painted !== undefined || document.querySelector('.today') === null) return;
    requestAnimationFrame(() => requestAnimationFrame(() => (marks.painted ??= performance.now())));
  }).observe(document, { childList: true, subtree: true });
}

async function openToday(page: Page): Promise<number> {
  await page.locator('#sign-in-name').fill(DIRECTOR.signInName);
  await page.locator('#passphrase').fill(DIRECTOR.passphrase);
  await page.evaluate(watchToday);
  await page.keyboard.press('Enter');
  await page.locator('.today').waitFor();
  await wait(2_000);
  const { answered, painted } = await page.evaluate(
    () => (window as unknown as { benchmarkMarks: { answered?: number; painted?: number } }).benchmarkMarks,
  );
  if (answered === undefined || painted === undefined) throw new Error('Today was not seen to be painted');
  return painted - answered;
}

export const memoryRow: MeasureRow = async (bench) => {
  const home = await homeOfOffice(bench);
  const empty = newHome();
  const memory = { ours: [] as number[], empty: [] as number[] };
  const today: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const ours = await started(home, '#passphrase');
    today.push(await openToday(ours.app.page));
    memory.ours.push(proportionalMemory(processTree(ours.app.pid)));
    await ours.app.stop();
    const other = await started(empty, 'p', EMPTY);
    await wait(2_000);
    memory.empty.push(proportionalMemory(processTree(other.app.pid)));
    await other.app.stop();
  }
  home.remove();
  empty.remove();
  const figures: Figure[] = [
    figure({ row: 'memory', what: 'memory of all processes at Today', unit: 'MB' }, memory.ours, {
      'an empty window': memory.empty,
    }),
    figure({ row: 'memory', what: 'from unlocked to the painted Today', unit: 'ms' }, today, {}),
  ];
  return figures;
};
