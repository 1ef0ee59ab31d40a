// Story 17, in the groups: Bea is asked, Cleo is not, nobody hears because of whom; who leads the group hears a first name.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { ANA, IRIS, JO, LENA } from '../../helpers/small-house.ts';
import { comeIn, find, goTo, type Office, tab } from './office.ts';

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const said = (page: Page): Promise<string> => page.locator('main').innerText();

/** As a director: a group, and who leads it. */
async function beginGroup(page: Page, name: string, facilitator: string): Promise<void> {
  await goTo(page, 'House');
  await page.locator('main').getByRole('link', { name: 'Groups' }).click();
  await press(page, 'Begin a group');
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByRole('checkbox', { name: facilitator, exact: true }).check();
  await press(page, 'Keep the group');
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

export async function oneGroup(office: Office): Promise<void> {
  const page = (): Page => office.page();
  await comeIn(office, ANA);
  await beginGroup(page(), 'Tuesday tea', 'Iris');
  await comeIn(office, JO);
  await find(page(), 'bea');
  await tab(page(), 'Groups and mentors');
  await press(page(), 'We asked them');
  await page()
    .getByText(/^asked on/)
    .waitFor();

  await comeIn(office, LENA);
  await find(page(), 'cleo');
  await tab(page(), 'Groups and mentors');
  await page().getByText('She is not to be in one group with somebody there.').waitFor();
  expect(await page().getByRole('button', { name: 'We asked them' }).isDisabled()).toBe(true);
  expect(await said(page())).not.toMatch(/Bea|come along|flat|recruit/i);
  await press(page(), 'Put them on the list');
  await page()
    .getByText(/^waits since/)
    .waitFor();

  await comeIn(office, IRIS);
  await goTo(page(), 'Groups');
  await page().getByRole('link', { name: 'Tuesday tea' }).click();
  await page().getByRole('list', { name: 'Who has a place' }).getByText('Bea').waitFor();
  const waits = page().getByRole('list', { name: 'Who waits' });
  await waits.getByRole('button', { name: /^Ask now/ }).click();
  await waits.getByText('She is not to be in one group with somebody there.').waitFor();
  expect(await said(page())).not.toMatch(/Cleo|come along|flat|recruit/i);
}
