// A referral under the permission that was signed for it: written, looked at, sent, answered, and how it went.
import type { Page } from 'playwright-core';
import { tab } from './office.ts';

const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).first().click();

/** Writes it and sends it by letter; says by when an answer is expected. */
export async function refer(
  page: Page,
  agency: string,
  purpose: string,
  categories: readonly string[],
): Promise<string> {
  await tab(page, 'Referrals');
  await press(page, 'Write a referral');
  await page.getByLabel('Which agency').selectOption({ label: agency });
  const permission = page.getByLabel('Under which permission');
  await permission.getByRole('option', { name: new RegExp(`^${purpose}`) }).waitFor({ state: 'attached' });
  await permission.selectOption({ index: 1 });
  for (const category of categories) await page.getByRole('checkbox', { name: category, exact: true }).check();
  await press(page, 'Keep it');
  await press(page, 'See whether it may go');
  await page.getByText('All five things match. It may go.').waitFor();
  await press(page, 'It has left');
  const expected = page.getByText(/^An answer is expected by the end of/);
  await expected.waitFor();
  return expected.innerText();
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
