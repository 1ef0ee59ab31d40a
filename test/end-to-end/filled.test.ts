// Every page of a shelter at work, and the states a person brings it into, in the real app: nothing that WCAG A or AA forbids,
// light and dark; nothing cut off or pushed out of the window with the largest text, in either direction.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../renderer/routes.tsx';
import type { FilledIds } from '../helpers/filled-vault.ts';
import { ANA, type Office } from './demo/office.ts';
import { SCHEMES, violationsOf } from './driver/axe.ts';
import { cutOff } from './driver/layout.ts';
import { edgeOf, ringOf } from './driver/pixels.ts';
import { openPath } from './driver/place.ts';
import { openFilledOffice } from './filled-office.ts';
import type { Visit } from './visit.ts';
import { visits } from './visits.ts';

let office: Office;
let ids: FilledIds;
beforeAll(async () => {
  ({ office, ids } = await openFilledOffice());
  page().setDefaultTimeout(15_000);
}, 120_000);
afterAll(async () => {
  await office.app.stop();
  office.home.remove();
});

const page = () => office.page();
async function expectGood(screen: string): Promise<void> {
  expect([...(await violationsOf(page(), screen)), ...(await cutOff(page(), screen))]).toEqual([]);
}

const pathOf = (pattern: string, visit: Visit): string =>
  pattern.replace(/:(\w+)/g, (_, name: keyof FilledIds) => ids[visit.ids?.[name] ?? name]);

it('sees words that are cut off, and a page that has to be pushed sideways', async () => {
  await page().locator('#sign-in-name').waitFor();
  await page().evaluate(() => {
    const bad = document.createElement('div');
    bad.className = 'control';
    bad.style.cssText = 'inline-size: 3rem; overflow: hidden; white-space: nowrap';
    bad.textContent = 'words that do not fit';
    const wide = document.createElement('div');
    wide.style.cssText = 'block-size: 1px; inline-size: 200vw';
    document.body.append(bad, wide);
  });
  const found = (await cutOff(page(), 'control')).join('\n');
  await page().evaluate(() => document.querySelectorAll('.control, .control + div').forEach((bad) => bad.remove()));
  for (const dir of ['ltr', 'rtl']) {
    expect(found).toContain(`control, ${dir}: HTML is wider than the window`);
    expect(found).toContain(`control, ${dir}: cut off: DIV.control`);
  }
});

it('visits every page that there is', () => {
  expect(Object.keys(visits).sort()).toEqual(routes.map(({ path }) => path).sort());
});

it('the locked screen, after the third miss, offers help', async () => {
  await page().locator('#sign-in-name').fill(ANA.signInName);
  for (let miss = 1; miss <= 3; miss += 1) {
    await page().locator('#passphrase').fill(`not this ${miss}`);
    await page().getByRole('button', { name: 'Open', exact: true }).click();
    await page().getByRole('alert').waitFor();
    await page().getByRole('button', { name: 'Open', exact: true, disabled: false }).waitFor();
  }
  await page().getByText('The files are undamaged').waitFor();
  await expectGood('after the third miss');
  await office.unlock();
});

describe.for(Object.entries(visits))('%s', ([pattern, visit]) => {
  it('filled', async () => {
    await openPath(page(), pathOf(pattern, visit));
    await page().getByText(visit.shows).first().waitFor();
    await expectGood(pattern);
  });

  it.for(Object.entries(visit.states ?? {}))('%s', async ([state, bringAbout]) => {
    await bringAbout(page(), office);
    await expectGood(`${pattern}, ${state}`);
  });
});

describe.for(SCHEMES)('the pixels of a control, %s', (colorScheme) => {
  const open = async (path: string) => {
    await page().emulateMedia({ colorScheme });
    await openPath(page(), path);
    await page().locator('main h1').first().waitFor();
    // Away from every control, and as somebody who works with the keyboard.
    await page().mouse.move(640, 820);
    await page().keyboard.press('Tab');
  };
  const leave = () => page().evaluate(() => (document.activeElement as HTMLElement).blur());

  it('the border of a field is seen at rest, under the pointer, with the focus, and when something is missing', async () => {
    await open('/safekeeping/colleague');
    const field = page().getByLabel('Name', { exact: true });
    await leave();
    const borders = { rest: (await edgeOf(page(), field)).border, hover: 0, focus: 0, missing: 0 };
    await field.hover();
    borders.hover = (await edgeOf(page(), field)).border;
    await field.focus();
    borders.focus = (await edgeOf(page(), field)).border;
    await page().getByRole('button', { name: 'Their passphrase' }).click();
    await page().mouse.move(640, 820);
    await leave();
    borders.missing = (await edgeOf(page(), field)).border;
    for (const [state, border] of Object.entries(borders)) expect(border, state).toBeGreaterThanOrEqual(3);
  });

  it('the ring of the focus is at least 2 px wide and 3:1 around every kind of control', async () => {
    const place = `/cases/${ids.caseFileId}`;
    const rings: Record<string, number> = {};
    const measure = async (kind: string, path: string, find: () => Locator) => {
      await open(path);
      await find().waitFor();
      await leave();
      rings[kind] = (await ringOf(page(), find(), () => find().focus())).width;
    };
    await measure('field', '/safekeeping/colleague', () => page().getByLabel('Name', { exact: true }));
    await measure('link', '/partners', () => page().getByRole('link', { name: 'Clinic A' }));
    await measure('button', '/safekeeping', () => page().getByRole('button', { name: 'Check now' }));
    await measure('filled button', '/today', () => page().getByRole('link', { name: 'Someone new' }));
    await measure('tab', place, () => page().locator('.case-parts a').nth(1));
    await measure('tick', `${place}/safety-plan`, () => page().getByRole('checkbox', { name: 'Being followed' }));
    await measure('rail', '/today', () => page().locator('.rail-item').nth(1));
    for (const [kind, width] of Object.entries(rings)) expect(width, kind).toBeGreaterThanOrEqual(2);
  });
});

it('comes back as this person likes to see it, the locked screen too', async () => {
  const looks = () =>
    page().evaluate(() => [
      document.documentElement.dataset['mantineColorScheme'],
      document.documentElement.style.fontSize,
    ]);
  await page().emulateMedia({ colorScheme: 'light' });
  await openPath(page(), '/today');
  await page().getByRole('button', { name: 'Larger text' }).click();
  await page().getByRole('button', { name: 'Hide names' }).click();
  await page().getByRole('button', { name: 'Ana, settings' }).click();
  await page().getByRole('menuitemradio', { name: 'Dark', exact: true }).click();
  await office.lock();
  expect(await looks()).toEqual(['dark', '110%']);
  await office.unlock();
  await page().getByRole('button', { name: 'Show names' }).waitFor();
  // As it is written: “1 May” before “A safety step” is nobody.
  expect(await page().getByText(/Maya/).count()).toBe(0);
  const kept = JSON.parse(readFileSync(join(office.home.dataDir, 'preferences.json'), 'utf8')) as unknown;
  expect(kept).toEqual({ scheme: 'dark', textSize: 110, namesHidden: true });
});
