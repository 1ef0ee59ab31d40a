// A form, answered as a worker does it: a part opened, a question found by its words, answered or left.
import type { Locator, Page } from 'playwright-core';

/** Opens a part of the form that is on the page. */
export const openPart = (page: Page, form: string, part: string): Promise<void> =>
  page
    .getByRole('navigation', { name: `Parts of ${form}` })
    .getByRole('button', { name: part })
    .click();

export const question = (page: Page, words: string | RegExp): Locator =>
  page.getByRole('group', { name: words }).filter({ has: page.getByRole('heading', { name: words }) });

/** She would rather not say. */
export async function leave(page: Page, words: string | RegExp): Promise<void> {
  const asked = question(page, words);
  await asked.getByRole('button', { name: 'Rather not say' }).click();
  await asked.getByText('That is enough.').waitFor();
}
