// A damaged vault in the real app, with the mouse: what the locked screen says, the look, the backup that fills in, the list of what is
// missing; and the sheets of the trustees, made and used.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { productTools } from '../../electron/vault/keys/kdf.ts';
import { leavesOf, zeroPages } from '../helpers/damage.ts';
import { DIRECTOR } from '../helpers/vault.ts';
import { passphraseOf } from '../helpers/passphrases.ts';
import type { Office } from './demo/office.ts';
import { violationsOf } from './driver/axe.ts';
import { openPath } from './driver/place.ts';
import { openFilledOffice } from './filled-office.ts';

let office: Office;
const page = () => office.page();
const press = (name: string) => page().getByRole('button', { name, exact: true }).click();
const clean = async (screen: string) => expect(await violationsOf(page(), screen)).toEqual([]);
afterEach(async () => {
  await office.app.stop();
  office.home.remove();
});

/** In the middle of the records: some pages of bodies and one of the history. */
async function damage(dataDir: string): Promise<void> {
  const bodies = await leavesOf(dataDir, 'bodies', productTools);
  const entries = await leavesOf(dataDir, 'entries', productTools);
  const middle = <T>(list: readonly T[]): T => list[Math.floor(list.length / 2)]!;
  zeroPages(dataDir, middle(bodies).page, bodies[3]!.page, middle(entries).page);
}

async function openWith(passphrase: string): Promise<void> {
  await page().locator('#sign-in-name').fill(DIRECTOR.signInName);
  await page().locator('#passphrase').fill(passphrase);
  await press('Open');
}

it('damaged records are saved: looked at first, then without a backup, with a list of what is missing', async () => {
  ({ office } = await openFilledOffice(({ dataDir }) => damage(dataDir)));
  await openWith(office.passphrase);
  await page().getByText('The file with the records is damaged.').waitFor();
  await clean('damaged');
  await press('Save what can be read');
  await page().locator('#damaged-sign-in').fill(DIRECTOR.signInName);
  await page().locator('#damaged-passphrase').fill(office.passphrase);
  await press('Look what can be saved');
  await page().getByText('An earlier backup may hold some of this.').waitFor();
  const alone = await page()
    .getByText(/records can be saved/)
    .innerText();
  await clean('what can be saved');
  // With the backup that is at hand the words come back.
  await page().getByLabel('My newest backup is at hand').check();
  await office.app.answerNextDialog(join(office.home.root, 'sticks'));
  await press('Choose where the backup lies');
  await page().getByRole('radio').and(page().locator(':enabled')).last().waitFor();
  await page().getByRole('radio', { name: /MB$/ }).first().check();
  await page().locator('#backup-sign-in').fill(DIRECTOR.signInName);
  await page().locator('#backup-passphrase').fill(office.passphrase);
  await press('Look what can be saved');
  await page()
    .getByText(/out of the backup/)
    .waitFor();
  expect(
    await page()
      .getByText(/records can be saved/)
      .innerText(),
  ).not.toBe(alone);
  await clean('with the backup');
  // She goes on without it all the same.
  await page().getByLabel('My newest backup is at hand').uncheck();
  await press('Look what can be saved');
  await page().getByText('An earlier backup may hold some of this.').waitFor();
  await office.app.expectLock(() => press('Save this and go on'));
  await openWith(office.passphrase);
  await page().getByRole('navigation', { name: 'Main' }).waitFor();
  await openPath(page(), '/today');
  await page().getByRole('link', { name: 'See the list' }).click();
  await page().getByRole('heading', { name: 'What is missing' }).waitFor();
  await page().locator('.missing-paper li').first().waitFor();
  await clean('what is missing');
  expect(readdirSync(office.home.dataDir).some((name) => name.startsWith('Records.vault.kept-'))).toBe(true);
});

it('two trustees open the records with the sheets that were printed', async () => {
  ({ office } = await openFilledOffice());
  await office.unlock();
  await openPath(page(), '/safekeeping/trustees');
  await press('Make three sheets');
  await page().getByText('Part 3 of 3').first().waitFor();
  await clean('three sheets');
  const kits = page().locator('.kit .share-lines');
  const sheets = await Promise.all(
    [0, 2].map(async (index) => (await kits.nth(index).innerText()).trim().split(/\s*\n\s*/)),
  );
  const type = async (id: string, lines: readonly string[]): Promise<void> => {
    for (const [index, line] of lines.entries())
      await page()
        .locator(`#${id}-${index + 1}`)
        .fill(line);
  };
  await type('try-one', sheets[0]!);
  await type('try-two', sheets[1]!);
  await clean('typed back');
  await press('These two open the records');
  await page().getByText('Two sheets were typed back, and they open the records').waitFor();
  await office.lock();
  await page().getByRole('button', { name: 'I cannot get in' }).click();
  await press('Use two sheets');
  await type('sheet-one', sheets[0]!);
  await type('sheet-two', sheets[1]!);
  await page().locator('#director-sign-in').fill(DIRECTOR.signInName);
  await press('Write one of my own');
  const words = passphraseOf('ana again');
  await page().locator('#own-passphrase').fill(words);
  await page().locator('#passphrase-again').fill(words);
  await clean('with two sheets');
  await press('Open with the two sheets');
  await page().getByRole('navigation', { name: 'Main' }).waitFor();
});
