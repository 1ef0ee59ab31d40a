// A referral under the permission that was signed for it: written, looked at, sent, answered, and how it went.
import type { Page } from 'playwright-core';
import { tab } from './office.ts';

const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).first().click();

type Asked = readonly [page: Page, agency: string, purpose: string, categories: readonly string[]];

/** Writes it and sends it by letter; says by when an answer is expected. */
export async function refer(...asked: Asked): Promise<string> {
  const [page] = asked;
  await writeReferral(...asked);
  await press(page, 'It has left');
  const expected = page.getByText(/^An answer is expected by the end of/);
  await expected.waitFor();
  return expected.innerText();
}

/** Writes it under the permission that was signed for this purpose, and sees that it may go. */
export async function writeReferral(...[page, agency, purpose, categories]: Asked): Promise<void> {
  await tab(page, 'Referrals');
  await press(page, 'Write a referral');
  await page.getByLabel('Which agency').selectOption({ label: agency });
  const permission = page.getByLabel('Under which permission');
  const option = permission.getByRole('option', { name: new RegExp(`^${purpose}`) });
  await option.waitFor({ state: 'attached' });
  await permission.selectOption((await option.getAttribute('value')) ?? '');
  for (const category of categories) await page.getByRole('checkbox', { name: category, exact: true }).check();
  await press(page, 'Keep it');
  await press(page, 'See whether it may go');
  await page.getByText('All five things match. It may go.').waitFor();
}

/** Opens one again; what is marked about it, where its permission is compared: why each check does not match. */
export async function whyItWaits(page: Page, agency: string): Promise<string> {
  await tab(page, 'Referrals');
  await page.getByRole('list', { name: 'Referrals' }).getByRole('link', { name: agency }).first().click();
  await page.getByText('Nothing has left. It waits for a permission that matches.').waitFor();
  return `blocked: ${(await page.locator('.gate .no .gate-word').allInnerTexts()).join(', ')}`;
}

/** From the yes of the agency to what came of it; says where it stands then. */
export async function goThere(page: Page, agency: string, day: string): Promise<string> {
  await tab(page, 'Referrals');
  await page.getByRole('list', { name: 'Referrals' }).getByRole('link', { name: agency }).click();
  await press(page, 'They said yes');
  await page.locator('#appointment-day').fill(day);
  await page.keyboard.press('Escape');
  await press(page, 'Keep the appointment');
  await press(page, 'Went there');
  await press(page, 'Keep how it went');
  await page.getByText('Settled').first().waitFor();
  return page.locator('.referral-terms').innerText();
}
