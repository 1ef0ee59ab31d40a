// An agency with its key, a permission for it, and what the five checks say on different days.
import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import type { Office } from './office.ts';
import { choose, goTo, tab } from './office.ts';

export async function addAgency(page: Page, name: string, recipient: string): Promise<void> {
  await goTo(page, 'Partners and sharing');
  await page.getByLabel('Name of the agency').fill(name);
  await page.getByRole('button', { name: 'Add an agency' }).click();
  await page.getByLabel('Key, as text').fill(recipient);
  await page.getByRole('checkbox', { name: 'We compared the six words' }).check();
  await page.getByRole('button', { name: 'Pin this key' }).click();
  await page.getByText('Pinned on').waitFor();
}

export async function prepareAndSign(
  page: Page,
  agency: string,
  purpose: string,
  categories: readonly string[],
): Promise<void> {
  await tab(page, 'Consents and shares');
  await page.getByRole('button', { name: 'Prepare a permission' }).click();
  await choose(page, 'To which agency', agency);
  await page.getByLabel('What for').fill(purpose);
  for (const category of categories) await page.getByRole('checkbox', { name: category, exact: true }).check();
  await page.getByRole('checkbox', { name: 'We talked about what could go wrong' }).check();
  await page.getByRole('checkbox', { name: /other ways/ }).check();
  await page.getByText('No', { exact: true }).click();
  await page.getByRole('button', { name: 'Keep it, not signed yet' }).click();
  await page.getByLabel('Where the paper is kept').fill('grey binder');
  await page.getByRole('button', { name: 'Signed on paper today' }).click();
  await page.getByText('May be used').waitFor();
}

/** Walks to the check and says its verdict; stays on that step. */
export async function askTheGate(page: Page, purpose: string, categories: readonly string[]): Promise<string> {
  await tab(page, 'Summary');
  await page.getByRole('link', { name: 'Share', exact: true }).click();
  await page.getByRole('radio', { name: new RegExp(purpose) }).check();
  await page.getByRole('button', { name: 'Next' }).click();
  for (const category of categories) await page.getByRole('checkbox', { name: category, exact: true }).check();
  await page.getByRole('button', { name: 'Next' }).click();
  const verdict = page.locator('.verdict h2');
  await verdict.waitFor();
  const said = await verdict.innerText();
  if (said.startsWith('This may leave')) return 'may leave';
  const reasons = await page.locator('.gate .no .gate-word').allInnerTexts();
  return `blocked: ${reasons.join(', ')}`;
}

/** From a good verdict to the written, verified package. */
export async function handOver(office: Office, folder: string): Promise<void> {
  const page = office.page();
  await page.getByRole('button', { name: 'Read it through' }).click();
  await page.getByRole('button', { name: 'It is right, go on' }).click();
  await office.app.answerNextDialog(folder);
  await page.getByRole('button', { name: 'Choose the stick or a folder' }).click();
  await page.getByRole('button', { name: 'Seal it and write it' }).click();
  await page.getByText('Written, read back and compared.').first().waitFor({ timeout: 60_000 });
  expect(await page.locator('.verdict-yes').count()).toBe(1);
}
