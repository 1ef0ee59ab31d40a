// The row of 5 March: two questions, then nine, by keys; then the safety step they open.
import type { Page } from 'playwright-core';
import { tab } from './office.ts';

async function answer(page: Page, values: readonly number[], first: number): Promise<void> {
  for (const [index, value] of values.entries()) {
    await page.getByText(new RegExp(`^${first + index} of `)).waitFor();
    await page.locator('#screen-choices').focus();
    await page.keyboard.press(String(value));
    await page.keyboard.press('Enter');
  }
  await page.getByRole('button', { name: 'Keep this' }).click();
}

const cameOut = async (page: Page): Promise<string> => (await page.locator('.result-line').innerText()).trim();

/** PHQ-2 with (2,1), then PHQ-9 with the seven answers that follow; what came out of each. */
export async function askBothScreens(page: Page): Promise<{ readonly phq2: string; readonly phq9: string }> {
  await tab(page, 'Well-being');
  await page.getByRole('link', { name: 'Begin PHQ-2' }).click();
  await page.getByLabel(/12 or older/).check();
  await answer(page, [2, 1], 1);
  const next = page.getByRole('button', { name: 'Go on to PHQ-9' });
  await next.waitFor();
  const phq2 = `${await cameOut(page)}; ${await page.getByText(/cut-off of 3/).innerText()}`;
  await next.click();
  await answer(page, [2, 2, 1, 1, 1, 0, 1], 3);
  await page.getByRole('heading', { name: 'The safety step' }).waitFor();
  return { phq2, phq9: await cameOut(page) };
}

/** Through the safety step, and the look in that follows it; how it ended. */
export async function throughSafetyStep(page: Page): Promise<string> {
  const step = page.getByRole('region', { name: 'The safety step' });
  await step.getByText('Yes', { exact: true }).click();
  await step.getByText('Nothing near').click();
  await step.getByLabel('Time').fill('20:00');
  await step.getByRole('button', { name: 'Keep the safety step' }).click();
  await page.getByText('Gone through').waitFor();
  const lookIn = (await step.getByText(/, 20:00$/).innerText()).trim();
  await page.getByRole('button', { name: 'Somebody looked in' }).click();
  await page.getByRole('button', { name: 'No further look in' }).click();
  await page.getByText('No look in is planned.').waitFor();
  return lookIn;
}
