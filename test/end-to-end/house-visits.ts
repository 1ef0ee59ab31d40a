// The pages of the house itself: its beds, and its numbers.
import { press, see, type Visit } from './visit.ts';

export const houseVisits: Readonly<Record<string, Visit>> = {
  '/house': {
    shows: /^Held until/,
    states: {
      'a bed that is taken': async (page) => {
        await page.getByRole('button', { name: 'Maya B3' }).click();
        await press('Move to another bed')(page);
        await page.getByRole('combobox', { name: 'Which bed' }).waitFor();
      },
      'a bed that is free': async (page) => {
        await press('Hold a bed')(page);
        await page.getByRole('combobox', { name: 'Who sleeps here' }).waitFor();
      },
      'somebody counted': press('Count one'),
      'the list': async (page) => {
        await page.getByText('List', { exact: true }).click();
        await page.getByRole('button', { name: 'Choose bed B7' }).click();
        await see(page, 'Let it go');
      },
    },
  },
  '/house/rooms': { shows: 'Garden room', states: { 'one being added': press('Add a room') } },
  '/house/figures': { shows: 'Nights taken' },
  '/numbers': {
    shows: /Given out on/,
    states: {
      'given out already': (page) => see(page, 'These very numbers were given out already'),
      'for everybody': async (page) => {
        await page.getByText('For everybody', { exact: true }).click();
        await see(page, /fewer than 11/);
      },
      'exact, for the office': async (page) => {
        await page.getByText('For us', { exact: true }).click();
        await see(page, 'For this office only');
      },
      'exact, for a funder': async (page) => {
        await page.getByText('For a funder', { exact: true }).click();
        await page.getByLabel('Which time').selectOption('2026-04');
        await page.getByLabel('How numbers are shown').selectOption('EXACT');
        await press('Give exact numbers to this funder')(page);
        await see(page, 'A list of people is never given');
      },
    },
  },
  '/numbers/list': { shows: 'How we cover a record' },
  '/numbers/given/:tableId': { shows: /Counted on/ },
};
