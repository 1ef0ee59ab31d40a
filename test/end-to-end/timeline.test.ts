// A case with 5,000 entries: its timeline is as long as they are, its end can be gone to at once, and only what is near the
// window is asked for. How smoothly it moves is printed.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fillLongCase } from '../helpers/long-case.ts';
import { DIRECTOR } from '../helpers/vault.ts';
import { type Office, openOffice } from './demo/office.ts';
import { openPath } from './driver/place.ts';

const NOW = '2026-05-02T18:00';
const ENTRIES = 5_000;
let office: Office;
const page = () => office.page();
beforeAll(async () => {
  let caseFileId = '';
  office = await openOffice(NOW, undefined, async (home) => {
    caseFileId = await fillLongCase(home.dataDir, Date.parse(NOW), ENTRIES);
  });
  office.passphrase = DIRECTOR.passphrase;
  await office.unlock();
  await openPath(page(), `/cases/${caseFileId}/history`);
}, 120_000);
afterAll(async () => {
  await office.app.stop();
  office.home.remove();
});

const drawn = () => page().locator('.line > li').count();

it('shows the newest at once and has asked for little', async () => {
  await page()
    .getByText(new RegExp(`Errand ${ENTRIES}\\b`))
    .waitFor();
  expect(await drawn()).toBeLessThan(400);
});

it('goes on drawing while it is scrolled', async () => {
  const box = (await page().locator('.timeline-pieces').boundingBox())!;
  await page().mouse.move(box.x + 100, box.y + 200);
  await page().evaluate(() => {
    const gaps: number[] = [];
    let last = performance.now();
    const note = (now: number): void => {
      gaps.push(now - last);
      last = now;
      requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
    Object.assign(window, { gaps });
  });
  for (let turn = 0; turn < 120; turn += 1) await page().mouse.wheel(0, 600);
  const gaps = await page().evaluate(() => (window as unknown as { gaps: number[] }).gaps.toSorted((a, b) => a - b));
  const at = (share: number): string => (gaps[Math.floor((gaps.length - 1) * share)] ?? 0).toFixed(0);
  console.log(
    `${gaps.length} frames while 72,000 px went by: middle ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(1)} ms`,
  );
  expect(gaps.length).toBeGreaterThan(60);
});

it('has its first entry at its end', async () => {
  await page().evaluate(() => document.querySelector('.timeline-later:last-child')?.scrollIntoView({ block: 'end' }));
  await page()
    .getByText(/Errand 1\b/)
    .waitFor();
  expect(await drawn()).toBeLessThan(ENTRIES);
});

it('is narrowed to one topic', async () => {
  await page().getByLabel('What to show').selectOption('The case itself');
  await page().getByText('Case opened').waitFor();
  expect(await drawn()).toBe(1);
});
