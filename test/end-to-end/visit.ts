// What a visit of a page is, and what most of them do there.
import type { Page } from 'playwright-core';
import type { FilledIds } from '../helpers/filled-vault.ts';
import type { Office } from './demo/office.ts';

export interface Visit {
  /** Words that are on the page only when it is filled. */
  readonly shows: string | RegExp;
  /** Ids for the parameters of the path, where another record of the same kind shows more. */
  readonly ids?: Readonly<Record<string, keyof FilledIds>>;
  /** Brought about one after the other, each from where the one before left the page. */
  readonly states?: Readonly<Record<string, (page: Page, office: Office) => Promise<unknown>>>;
}

export const press = (name: string | RegExp) => (page: Page) =>
  page
    .getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) })
    .first()
    .click();
export const see = (page: Page, words: string | RegExp) => page.getByText(words).first().waitFor();
