// A large file is taken in while it passes, by the button and by letting go of it on the sheet: the vault's process never holds it.
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { FilledIds } from '../helpers/filled-vault.ts';
import type { Office } from './demo/office.ts';
import { openFilledOffice, openItsFiles } from './filled-office.ts';

/** Of the file here, in millions of bytes. The most that is taken, 200, costs the vault no more memory than this. */
const MEGABYTES = 120;
/** What taking it in may cost in memory, in MB: less than the file. */
const MOST_MB = 100;

let office: Office;
let file: string;
beforeAll(async () => {
  let ids: FilledIds;
  ({ office, ids } = await openFilledOffice(async (home) => {
    file = join(home.folder('sticks'), 'everything-they-wrote.txt');
    await writeLarge(file);
  }));
  page().setDefaultTimeout(60_000);
  await openItsFiles(office, ids);
}, 240_000);
afterAll(async () => {
  await office.app.stop();
  office.home.remove();
});
const page = () => office.page();

async function writeLarge(path: string): Promise<void> {
  const out = createWriteStream(path);
  const million = Buffer.alloc(1_000_000, 'One line of many that were written down.\n');
  for (let count = 0; count < MEGABYTES; count += 1) if (!out.write(million)) await once(out, 'drain');
  out.end();
  await once(out, 'close');
}

/** Runs `work` and returns how many MB more the vault's process held at most than before it. */
async function memoryOf(work: () => Promise<void>): Promise<number> {
  const before = await office.app.inMain(({ app }) => {
    const held = (): number =>
      (app.getAppMetrics().find(({ name }) => name === 'vault')?.memory.workingSetSize ?? 0) / 1024;
    const seen = { most: held(), timer: setInterval(() => void (seen.most = Math.max(seen.most, held())), 20) };
    (globalThis as Record<string, unknown>)['vaultHeld'] = seen;
    return seen.most;
  });
  expect(before).toBeGreaterThan(20); // the process was found
  await work();
  const most = await office.app.inMain(() => {
    const seen = (globalThis as Record<string, unknown>)['vaultHeld'] as { most: number; timer: NodeJS.Timeout };
    clearInterval(seen.timer);
    return seen.most;
  });
  return most - before;
}

async function keepAs(title: string): Promise<void> {
  await page().getByRole('textbox', { name: 'What it is' }).fill(title);
  await page().getByRole('button', { name: 'Keep this file' }).click();
  await page().getByText(`Kept: ${title}`).waitFor();
}

it('chosen with the button, costs less memory than it is large', async () => {
  const cost = await memoryOf(async () => {
    await office.app.answerNextDialog(file);
    await page().getByRole('button', { name: 'Choose a file' }).click();
    await keepAs('Chosen');
  });
  expect(cost).toBeLessThan(MOST_MB);
}, 120_000);

it('let go of on the sheet, costs no more', async () => {
  const cost = await memoryOf(async () => {
    const box = (await page().locator('.attachment-drop').boundingBox())!;
    const devtools = await page().context().newCDPSession(page());
    const [x, y] = [box.x + box.width - 20, box.y + box.height / 2];
    const data = { items: [], files: [file], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await devtools.send('Input.dispatchDragEvent', { type, x, y, data });
    await keepAs('Let go of');
  });
  expect(cost).toBeLessThan(MOST_MB);
  const kept = page()
    .getByRole('listitem')
    .filter({ hasText: `${MEGABYTES}.0 MB` });
  expect(await kept.count()).toBe(2);
}, 120_000);
