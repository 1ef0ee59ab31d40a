// The house at the desk: a room is drawn, somebody is given a bed, and why another bed is not to be had.
import type { Page } from 'playwright-core';
import { goTo } from './office.ts';

const press = (page: Page, name: string | RegExp) =>
  page
    .getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) })
    .first()
    .click();

/** As a director: a room for so many people, with a bed for each of these names. Ends on the house. */
export async function drawRoom(page: Page, name: string, codes: readonly string[]): Promise<void> {
  await goTo(page, 'House');
  await page.getByRole('link', { name: /^(Draw the house|Rooms and beds)$/ }).click();
  await press(page, 'Add a room');
  await page.getByLabel('Name of the room').fill(name);
  await page.getByLabel('People who may sleep here by the fire rules').fill(String(codes.length));
  await press(page, 'Keep the room');
  const room = page.getByRole('region', { name });
  for (const code of codes) {
    await room.getByLabel('Name of the new bed').fill(code);
    await room.getByRole('button', { name: `Add a bed to ${name}` }).click();
    await room.getByRole('listitem').filter({ hasText: code }).waitFor();
  }
  await page.getByRole('link', { name: 'Back to the house' }).click();
  await page.getByRole('heading', { name, level: 2 }).waitFor();
}

const bed = (page: Page, code: string) => page.locator('.bed').filter({ hasText: code });

/** Chooses a bed that is free or held, and who is to sleep there; nobody sleeps there yet. */
export async function lookAtBed(page: Page, code: string, name: string): Promise<void> {
  await goTo(page, 'House');
  await bed(page, code).click();
  await page.getByRole('combobox', { name: 'Who sleeps here' }).fill(name);
  await page.getByRole('option', { name, exact: true }).click();
}

/** Somebody sleeps there from tonight on. */
export async function giveBed(page: Page, code: string, name: string): Promise<void> {
  await lookAtBed(page, code, name);
  await press(page, 'Sleeps here');
  await page.locator('.bed-taken').filter({ hasText: code }).waitFor();
}

/** Why a bed is not to be had for whom it was looked at. */
export const whyNot = async (page: Page): Promise<string> =>
  (await page.getByRole('status').locator('.word-stop').first().innerText()).trim();

/** Why somebody may not move from one bed to another. */
export async function whyNoMove(page: Page, from: string, to: string): Promise<string> {
  await goTo(page, 'House');
  await bed(page, from).click();
  await press(page, 'Move to another bed');
  await page.getByRole('combobox', { name: 'Which bed' }).click();
  await page.getByRole('option', { name: new RegExp(`^Bed ${to},`) }).click();
  return whyNot(page);
}
