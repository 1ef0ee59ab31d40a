// What was given, and the numbers that come of it.
import type { Page } from 'playwright-core';
import { goTo, tab } from './office.ts';

/** One press in the log of the case that is open. */
export async function giveToday(page: Page, what: string): Promise<void> {
  await tab(page, 'Services');
  await page.getByRole('region', { name: 'Given today' }).getByRole('button', { name: what, exact: true }).click();
  await page.getByText('1 time').first().waitFor();
}

/** The rows of a table that is shown, each as its cells say it. */
export async function rowsOf(page: Page, name: string): Promise<string[][]> {
  const table = page.getByRole('table', { name });
  await table.waitFor();
  const rows = await table.getByRole('row').all();
  const cells = rows.map(async (row) => (await row.locator('th, td').allInnerTexts()).map((words) => words.trim()));
  return (await Promise.all(cells)).slice(1);
}

export interface KeyNumbers {
  readonly served: string;
  readonly isNew: string;
}

/** The large numbers of a quarter, made for whoever is named. */
export async function numbersOf(page: Page, quarter: string, forWhom: string): Promise<KeyNumbers> {
  await goTo(page, 'Reports');
  await page.getByText(forWhom, { exact: true }).click();
  await page.getByLabel('Which time').selectOption(quarter);
  const numbers = page.locator('.key-figures dd');
  await numbers.first().waitFor();
  const [served = '', isNew = ''] = await numbers.allInnerTexts();
  return { served, isNew };
}
