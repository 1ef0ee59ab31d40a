// The end of keeping: a hold that delays it, a colleague who signs, and a certificate that names nobody.
import type { Page } from 'playwright-core';
import { goTo, tab } from './office.ts';

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .click();

/** Somebody who can sign beside the director; returns the passphrase of six words that was offered. */
export async function addColleague(page: Page, name: string): Promise<string> {
  await goTo(page, 'Safekeeping');
  await page.getByRole('link', { name: 'Add a colleague' }).click();
  await page.locator('#colleague-name').fill(name);
  await page.locator('#colleague-sign-in').fill(name.toLowerCase());
  await press(page, 'Their passphrase');
  const words = page.locator('.six-words span');
  await words.first().waitFor();
  const passphrase = (await words.allInnerTexts()).join(' ');
  await page.getByLabel('Type it once, so that your fingers know it').fill(passphrase);
  await press(page, 'Give access');
  await page.getByText(`the short name “${name.toLowerCase()}”`).waitFor();
  // After a lock the page of before is back, and this one would take the keys for itself.
  await goTo(page, 'Today');
  return passphrase;
}

export const untilWords = async (page: Page): Promise<string> => {
  await tab(page, 'History');
  const sheet = page.getByRole('region', { name: 'How long this is kept' });
  return (await sheet.locator('p').first().innerText()).trim();
};

/** A court asks for the record; until when it would have been kept. */
export async function hold(page: Page): Promise<string> {
  await tab(page, 'History');
  await press(page, 'Place a legal hold');
  await page.getByLabel('Why', { exact: true }).fill('A trial');
  await page.getByLabel('Who asks for it').fill('District court');
  await press(page, 'Place it');
  await page.getByText('asked for by District court').waitFor();
  return untilWords(page);
}

/** The trial is over; since when the record is due to go. */
export async function endHold(page: Page): Promise<string> {
  await tab(page, 'History');
  await press(page, 'End the hold');
  await page.getByLabel('Why it is no longer needed').fill('The trial is over');
  await press(page, 'End the hold');
  await page.getByText(/^Ended on /).waitFor();
  return untilWords(page);
}

/** What is due goes, signed by this colleague as well; what of it still stands on the certificate, by its name and its number. */
export async function erase(
  page: Page,
  nameUsed: string,
  second: { readonly name: string; readonly passphrase: string },
): Promise<string> {
  await goTo(page, 'Safekeeping');
  await page.getByRole('link', { name: 'See what is due to go' }).click();
  const number = page.locator('.rows b.num').first();
  await number.waitFor();
  const caseNumber = await number.innerText();
  const due = page.getByRole('checkbox', { disabled: false });
  await due.first().waitFor();
  for (const one of await due.all()) await one.check();
  await press(page, /^Erase \d+ for good/);
  await page.getByLabel('Who signs with you').selectOption({ label: second.name });
  await page.locator('#second-passphrase').fill(second.passphrase);
  await press(page, 'Erase for good now');
  await page
    .getByText(/was erased\.$/)
    .first()
    .waitFor({ timeout: 60_000 });
  await page
    .getByRole('link', { name: /^Print it: certificate/ })
    .first()
    .click();
  const paper = page.locator('.certificate');
  await paper.waitFor();
  const words = await paper.innerText();
  return [nameUsed, caseNumber].filter((one) => words.includes(one)).join(', ') || 'nobody';
}
