// Stories of numbers (domain §24, 23 and 24): what a funder gets who asks for a list of people, and a quarter of a small house that
// keeps a month of it from being given.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aQuarterOfWork, RIA } from '../helpers/quarter-house.ts';
import { ANA, JO, makeHouse } from '../helpers/small-house.ts';
import { rowsOf as rowsOn } from './demo/counting.ts';
import { deskOf } from './demo/desk.ts';
import { comeIn, goTo, type Office, openOffice } from './demo/office.ts';

let office: Office;
const { page, press, said } = deskOf(() => office);
beforeAll(async () => {
  office = await openOffice('2026-04-02T09:00', undefined, (home) =>
    makeHouse(home.dataDir, '2026-01-05T09:00', aQuarterOfWork),
  );
  page().setDefaultTimeout(15_000);
}, 180_000);
afterAll(async () => {
  await office.app.stop();
  office.home.remove();
});

const table = (name: string) => page().getByRole('table', { name });
const rowsOf = (name: string): Promise<string[][]> => rowsOn(page(), name);
const rail = (): Promise<string[]> =>
  page().getByRole('navigation', { name: 'Main' }).getByRole('link').allInnerTexts();

it('23: a funder wants a list of people', async () => {
  await comeIn(office, RIA, '2026-04-02T09:10');
  expect((await rail()).map((one) => one.trim())).toEqual(['Today', 'Reports', 'Team', 'Safekeeping']);
  await goTo(page(), 'Reports');
  // Rounded tables, and nothing exact to choose.
  expect((await rowsOf('By gender')).slice(0, 2)).toEqual([
    ['Women and girls', '15', '60 %'],
    ['Men and boys', '10', '40 %'],
  ]);
  expect(await page().getByText('For us', { exact: true }).count()).toBe(0);
  expect(await page().getByLabel('How numbers are shown').getByRole('option').allInnerTexts()).toEqual([
    'Rounded to the nearest 5',
    'Exact, with small ones left out',
  ]);
  // In the place of a list: what the law says, what is given, and how a record is covered.
  await page().getByRole('link', { name: 'A funder asks for a list of people' }).click();
  await page().getByText('There is no such list here, for any role.').waitFor();
  await page()
    .getByText(/34 USC 12291\(b\)\(2\)/)
    .waitFor();
  await table('How we cover a record').waitFor();
  expect(await said()).not.toContain('Zephyrina');
  // Nor has a director a way round it: whoever the list would be for, nothing here makes one.
  await comeIn(office, ANA);
  await goTo(page(), 'Reports');
  await table('By gender').waitFor();
  const ways = await page().locator('main').getByRole('button').allInnerTexts();
  expect(ways.filter((one) => /list|people|export/i.test(one))).toEqual([]);
  expect(await said()).not.toContain('Zephyrina');
  await page().getByLabel('How numbers are shown').selectOption('EXACT');
  await press('Give exact numbers to this funder');
  await page().getByText('A list of people is never given, whoever asks for it.').waitFor();
  await press('Leave it');
  await comeIn(office, JO);
  expect((await rail()).join()).not.toContain('Reports');
});

it('24: a small shelter’s quarter, 3, 9 and 14, and then one of its months', async () => {
  await comeIn(office, RIA, '2026-04-02T10:00');
  await goTo(page(), 'Reports');
  // Mode B hides 3 and 9; mode A rounds them.
  await page().getByLabel('How numbers are shown').selectOption('SUPPRESSED');
  await page().getByText('Where a number is not shown').waitFor();
  expect(await rowsOf('By gender')).toEqual([
    ['Women and girls', '14'],
    ['Men and boys', 'not shown'],
    ['Other genders', '0'],
    ['Not written down', 'not shown'],
    ['Altogether', '26'],
  ]);
  await page().getByLabel('How numbers are shown').selectOption('ROUNDED');
  await table('By gender').getByText('60 %').waitFor();
  expect((await rowsOf('By gender')).map(([name, people]) => `${name} ${people}`)).toEqual([
    'Women and girls 15',
    'Men and boys 10',
    'Other genders 0',
    'Not written down fewer than 5',
    'Altogether 25',
  ]);
  await press('Give these out');
  await page()
    .getByRole('heading', { name: /January to March 2026/, level: 1 })
    .waitFor();
  const paper = await page().locator('.paper').innerText();
  expect(paper).toContain('Rows need not add up');
  expect(paper).not.toMatch(/Willow|shelter|Zephyrina/);

  // As a file: whole, and without a cell that a spreadsheet would calculate.
  const folder = office.home.folder('numbers');
  await office.app.answerNextDialog(folder);
  await press('Save as a table file');
  await page().getByText('Saved and checked.').waitFor();
  const [name] = readdirSync(folder);
  expect(name).toMatch(/^table-2026-Q1-[0-9a-f]{6}\.csv$/);
  const lines = readFileSync(join(folder, name ?? ''), 'utf8').split('\r\n');
  expect(lines).toContain('"By gender","Not written down","","fewer than 5",""');
  await page().getByText('1 copy').first().waitFor();

  // January has 25 of the 26: the difference would be one person.
  await goTo(page(), 'Reports');
  await page().getByText('These very numbers were given out already').waitFor();
  await page().getByLabel('Which time').selectOption('2026-01');
  await page().getByText('would tell of a few people').waitFor();
  expect(await page().getByRole('button', { name: 'Give these out' }).count()).toBe(0);
  await page().getByRole('link', { name: 'Open that table' }).click();
  await page().getByRole('button', { name: 'Print' }).waitFor();
  // A time apart has nobody to be subtracted.
  await goTo(page(), 'Reports');
  await page().getByLabel('Which time').selectOption('2025');
  await page().getByRole('button', { name: 'Give these out' }).waitFor();
});
