// The part of the work that is really clicked and typed: coming in, somebody new, a note and its draft, a backup, the lock.
import type { Page } from 'playwright-core';
import { english } from '#shared/text/english';
import { openPath } from '../driver/place.ts';
import type { Act } from './acts.ts';
import type { Day, Shift } from './day.ts';
import { caseName } from './look.ts';
import type { Colleague } from '../../helpers/small-house.ts';

const main = (page: Page) => page.getByRole('navigation', { name: 'Main' });
const MISSED = english.errors['wrong-passphrase'].happened;

/** The neutral screen is there: the two fields, and no word of the house or of anybody in it. */
export async function atTheDoor(day: Day): Promise<boolean> {
  const { page } = day.app;
  await page.locator('#sign-in-name').waitFor();
  const said = await page.evaluate(() => document.body.innerText);
  const names = [...day.shared.map(({ name }) => name), 'Willow House'];
  return (await main(page).count()) === 0 && !names.some((name) => said.includes(name));
}

export async function type(page: Page, who: Colleague, passphrase: string): Promise<void> {
  await page.locator('#sign-in-name').fill(who.signInName);
  await page.locator('#passphrase').fill(passphrase);
  await page.keyboard.press('Enter');
}

/** Signs in with the passphrase that is kept, or, when a change of it was cut off, with the one it may have become. */
export async function comeIn(day: Day, who: Colleague): Promise<Shift> {
  const thing = `passphrase/${who.signInName}`;
  const ways = [day.passphraseOf(who), ...day.ledger.perhaps(thing).filter((way) => way !== null)];
  const { page } = day.app;
  for (const way of ways) {
    await type(page, who, way);
    await main(page).or(page.getByText(MISSED)).first().waitFor();
    if ((await main(page).count()) === 0) continue;
    if (day.ledger.perhaps(thing).length > 0) day.ledger.settled(thing, way);
    return day.sitDown(who);
  }
  throw new Error(`${who.signInName} does not get in with any of ${ways.length} passphrases: a kept one is lost`);
}

export const openCaseByKeys: Act = async (day, { who }) => {
  const { page } = day.app;
  const name = caseName('Robin', who.signInName, day.next());
  await page.keyboard.press('Control+n');
  const field = page.getByLabel('What would this person like to be called here?');
  await field.fill(name);
  day.ledger.ask(`case/${name}`, 'open');
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: 'Parts of this case' }).waitFor();
  day.ledger.keep(`case/${name}`, 'open');
};

/** A note as it is written: what the chip calls saved is a draft, and then the note itself. */
export const writeByHand: Act = async (day, { who }) => {
  const { page } = day.app;
  const { id, name } = day.pick(day.shared);
  const [draft, body] = [`draft/${who.signInName}/${name}`, `Slept until nine ${day.next()}`];
  await openPath(page, `/cases/${id}/notes`);
  const field = page.locator('#note-body');
  await field.waitFor();
  const before = (await field.inputValue()).trim();
  day.ledger.ask(draft, body);
  await field.fill(body);
  // Nothing else was kept through this page since it was opened, so the chip speaks of these words.
  await page.locator('.save-saved').waitFor();
  day.ledger.keep(draft, body);
  if (before !== '' && day.below(2) === 0) return; // what she had begun before goes on as a draft
  day.ledger.ask(`note/${name}/${body}`, 'there');
  day.ledger.ask(draft, null);
  await page.getByRole('button', { name: 'Keep the note' }).click();
  await page.locator('.note-body', { hasText: body }).first().waitFor();
  day.ledger.keep(`note/${name}/${body}`, 'there');
  day.ledger.settled(draft, null);
};

export const backUpByHand: Act = async (day, { vault }) => {
  const { page } = day.app;
  await openPath(page, '/safekeeping/backups');
  await day.app.answerNextDialog(day.places.backups);
  await page.getByRole('button', { name: 'Choose the stick or folder' }).click();
  day.ledger.askNew('backup');
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.locator('.verdict-yes').waitFor();
  const { backups } = await vault.ask('backup.list', {});
  const [made] = backups;
  day.ledger.keepNew('backup', `backup/${made!.name}`, made!.databaseSha256);
};
