// How many clicks and keys the work of a night takes, against the budgets of interface.md §5, on the real screens. Printed.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ANA, find, goTo, type Office, tab } from './demo/office.ts';
import { type Counts, type CountedHand, countedHand } from './driver/counted-hand.ts';
import { openFilledOffice } from './filled-office.ts';

let office: Office;
const page = () => office.page();
const lines: string[] = [];
beforeAll(async () => {
  ({ office } = await openFilledOffice());
  page().setDefaultTimeout(15_000);
}, 120_000);
afterAll(async () => {
  console.log(lines.join('\n'));
  await office.app.stop();
  office.home.remove();
});

/** Works through a flow with counted hands; fails when it takes more than its budget, or nothing at all. */
async function within(flow: string, budget: Counts, work: (hand: CountedHand) => Promise<void>): Promise<void> {
  const hand = countedHand(page);
  await work(hand);
  const { clicks, keys, letters } = hand.counts;
  lines.push(`${flow}: ${clicks} clicks, ${keys} keys${letters > 0 ? `, ${letters} letters` : ''}`);
  expect(clicks, `clicks of ${flow}`).toBeLessThanOrEqual(budget.clicks);
  expect(keys, `keys of ${flow}`).toBeLessThanOrEqual(budget.keys);
  expect(letters, `letters of ${flow}`).toBeLessThanOrEqual(budget.letters);
  expect(clicks + keys).toBeGreaterThan(0);
}
const saved = () => page().locator('.save-saved').waitFor();
const partsOfCase = () => page().getByRole('navigation', { name: 'Parts of this case' });

it('F1: from the locked screen to somebody new who is kept', () =>
  within('F1 unlock, new intake, safe', { clicks: 0, keys: 3, letters: 0 }, async (hand) => {
    await page().locator('#sign-in-name').waitFor();
    await hand.type(ANA.signInName);
    // The name and the passphrase stand in two fields: one key leads from one to the other.
    await hand.key('Tab');
    await hand.type(office.passphrase);
    await hand.key('Enter');
    await page().getByRole('navigation', { name: 'Main' }).waitFor();
    await hand.key('Control+n');
    await page().getByLabel('What would this person like to be called here?').waitFor();
    const typed = performance.now();
    await hand.type('Robin');
    await saved();
    lines.push(`   kept ${Math.round(performance.now() - typed)} ms after the first key`);
  }));

it('F2: a case by two letters and Enter, from Today', async () => {
  await goTo(page(), 'Today');
  await page().getByRole('heading', { name: 'Today' }).waitFor();
  await within('F2 find a case by alias', { clicks: 0, keys: 2, letters: 2 }, async (hand) => {
    await hand.key('Control+k');
    await hand.search('ma');
    // Nobody looks before pressing Enter.
    await hand.key('Enter');
    await partsOfCase().waitFor();
  });
  expect(await page().locator('main').innerText()).toContain('Maya');
});

it('F7: a note', async () => {
  await find(page(), 'may');
  await within('F7 add a note', { clicks: 0, keys: 2, letters: 0 }, async (hand) => {
    await hand.key('Alt+n');
    await page().locator('#note-body:focus').waitFor();
    await hand.type('Slept until seven. Asked for tea.');
    await hand.key('Control+Enter');
    await page().locator('.timeline, main').getByText('Slept until seven. Asked for tea.').first().waitFor();
  });
});

it('F3: interrupted in the middle of a word, and back there', async () => {
  await find(page(), 'may');
  await tab(page(), 'Notes and timeline');
  await page().locator('#note-body').click();
  await page().keyboard.type('She wants to call her sis');
  await within('F3 lock and come back', { clicks: 0, keys: 3, letters: 0 }, async (hand) => {
    await office.app.expectLock(() => hand.key('Control+l'));
    await page().locator('#sign-in-name').waitFor();
    await hand.type(ANA.signInName);
    await hand.key('Tab');
    await hand.type(office.passphrase);
    await hand.key('Enter');
    await page().locator('#note-body:focus').waitFor();
    await hand.type('ter');
  });
  expect(await page().locator('#note-body').inputValue()).toBe('She wants to call her sister');
  // The button takes the focus on its way; the field gets it back all the same.
  await office.lock();
  await office.unlock();
  await page().locator('#note-body:focus').waitFor();
});

it('F8: the first night, one touch each', async () => {
  await page().keyboard.press('Control+n');
  await page().getByLabel('What would this person like to be called here?').fill('Night');
  await page().keyboard.press('Enter');
  await partsOfCase().waitFor();
  await tab(page(), 'Needs now');
  const night = page().getByRole('region', { name: 'The first night' });
  await within('F8 needs of the first night', { clicks: 8, keys: 0, letters: 0 }, async (hand) => {
    const asked = [
      ['A doctor, something for pain', 'Later'],
      ['A safe bed tonight', 'Now'],
      ['Food and water', 'Now'],
      ['Clothes and washing', 'Now'],
      ['Sleep, a place alone', 'Now'],
      ['A safe phone', 'Later'],
      ['An interpreter', 'No, thank you'],
      ['Something for children', 'No, thank you'],
    ] as const;
    for (const [tile, choice] of asked) {
      const row = night.getByRole('listitem').filter({ hasText: tile });
      await hand.click(row.getByText(choice, { exact: true }));
      await row.getByRole('radio', { name: choice, checked: true, disabled: false }).waitFor({ state: 'attached' });
    }
  });
  const needs = page().getByRole('region', { name: 'Needs now' });
  expect(await needs.locator('.need-words b').allInnerTexts()).toHaveLength(6);
  expect(await needs.innerText()).toContain('6 open');
});

it('F9: a goal with a day to look back', async () => {
  await within('F9 plan, goal and review date', { clicks: 0, keys: 3, letters: 0 }, async (hand) => {
    await hand.key('Alt+g');
    await page().locator('#goal-words:focus').waitFor();
    await hand.type('A room with a lock.');
    await hand.key('Control+Enter');
    await page().getByRole('region', { name: 'A room with a lock.' }).waitFor();
  });
  await page()
    .getByText(/^Review/)
    .first()
    .waitFor();
});

it('F11: a sheet of paper', async () => {
  await find(page(), 'may');
  // The system's own window for printers is not ours to count.
  await page().evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', '');
  });
  await within('F11 print a safe sheet', { clicks: 2, keys: 1, letters: 0 }, async (hand) => {
    await hand.key('Control+p');
    await hand.click(page().getByRole('link', { name: 'Prepare: List of needs' }));
    await hand.click(page().getByRole('button', { name: 'Print', exact: true }));
    await page().locator('body[data-printed]').waitFor({ state: 'attached' });
  });
});
