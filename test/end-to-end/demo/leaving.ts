// The rows from the first goal to the closed case: reviews on their days, moving out, asking afterwards how it goes.
import type { Page } from 'playwright-core';
import { tab } from './office.ts';

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name, exact: true }).first().click();
const kept = (page: Page): Promise<void> => page.locator('.save-saved').waitFor();

/** A goal in the survivor's own words. */
export async function addGoal(page: Page, words: string): Promise<void> {
  await press(page, 'Add a goal');
  await page.locator('#goal-words').fill(words);
  await press(page, 'Keep the goal');
  await page.getByRole('region', { name: words }).waitFor();
}

/** The goal is let go for another one; how the plan shows the two afterwards. */
export async function letGoFor(page: Page, old: string, successor: string): Promise<string> {
  const goal = page.getByRole('region', { name: old });
  await goal.getByRole('button', { name: 'Let it go' }).click();
  await page.locator('#goal-words').fill(successor);
  await page.locator('#goal-words').press('Control+Enter');
  await page.getByRole('region', { name: successor }).waitFor();
  const change = page.locator('.changes li').filter({ hasText: old });
  const [then, now] = await change.locator('dd').allInnerTexts();
  return `${(await change.locator('.word').innerText()).trim()}: ${then}, now ${now}`;
}

/** Looks back at the plan together, on the day it is due. */
export async function review(page: Page): Promise<void> {
  await tab(page, 'Plan and goals');
  await press(page, 'Start the review');
  await press(page, 'Keep the review');
  await page.getByRole('button', { name: 'Keep the review' }).waitFor({ state: 'detached' });
  await kept(page);
}

/** Through the path of moving out, with a yes to being asked; the days on which somebody asks. */
export async function moveOut(page: Page, day: string): Promise<string> {
  await tab(page, 'History');
  await page.getByRole('link', { name: 'Moving out' }).click();
  await page.locator('#exit-on').fill(day);
  await page.locator('#exit-on').press('Tab');
  await page.locator('#exit-reason').selectOption({ label: 'Moved on by choice' });
  await press(page, 'Next');
  await page.locator('#exit-destination').selectOption({ label: 'Rented, without a subsidy' });
  await press(page, 'Next');
  await page.locator('.exit-tick').first().waitFor();
  for (const line of await page.locator('.exit-tick').all()) await line.getByText('Done', { exact: true }).click();
  await press(page, 'Next');
  await page.getByText('Yes', { exact: true }).click();
  await page.locator('#exit-rules').fill('Text only, on Sundays.');
  const days = (await page.getByText(/^They are asked on /).innerText()).trim();
  await press(page, 'Next');
  await press(page, 'Finish, and stay in touch');
  await page.getByText(/^Moved out on /).waitFor();
  return days;
}

/** The survivor is safe and well; how the list shows it. */
export async function askHowItGoes(page: Page, after: string): Promise<string> {
  await tab(page, 'History');
  await page.getByRole('link', { name: 'How it goes' }).click();
  const row = page.getByRole('listitem').filter({ hasText: after });
  await row.getByRole('button', { name: /^How did it go/ }).click();
  await page.getByRole('menuitem', { name: 'Safe and well' }).click();
  const words = row.locator('.word').last();
  await words.filter({ hasText: 'Safe and well' }).waitFor();
  return (await words.innerText()).trim();
}

/** Closes the case; where it stands then, and since when. */
export async function closeCase(page: Page): Promise<string> {
  await tab(page, 'History');
  await press(page, 'Close this case');
  await page.getByRole('dialog').getByRole('button', { name: 'Close this case' }).click();
  const sheet = page.getByRole('region', { name: 'Where this case stands' });
  await sheet.getByText('Closed').first().waitFor();
  return (await sheet.locator('.sheet-end').innerText()).trim();
}
