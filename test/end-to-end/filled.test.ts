// Every page of a shelter at work, and the states a person brings it into, in the real app: nothing that WCAG A or AA forbids,
// light and dark; nothing cut off or pushed out of the window with the largest text, in either direction.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../renderer/routes.tsx';
import { FILLED_UNTIL, type FilledIds, fillVault } from '../helpers/filled-vault.ts';
import { DIRECTOR } from '../helpers/vault.ts';
import { ANA, type Office, openOffice } from './demo/office.ts';
import { violationsOf } from './driver/axe.ts';
import { cutOff } from './driver/layout.ts';
import { openPath } from './driver/place.ts';
import { appFolder } from './driver/runtime.ts';
import { type Visit, visits } from './visits.ts';

let office: Office;
let ids: FilledIds;
beforeAll(async () => {
  office = await openOffice(FILLED_UNTIL, undefined, async (home) => {
    ids = await fillVault(home.dataDir, home.folder('sticks'), join(appFolder(), 'out/parser/process.js'));
  });
  office.passphrase = DIRECTOR.passphrase;
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
