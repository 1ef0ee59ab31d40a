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
  '/groups': { shows: 'Garden on Fridays', states: { 'one being begun': press('Begin a group') } },
  '/groups/figures': {
    shows: /^at least/,
    states: { 'the month before': (page) => press('The month before')(page) },
  },
  '/groups/:groupId': {
    shows: /6 came/,
    states: {
      'a meeting being counted': async (page) => {
        await press('Count a meeting')(page);
        await see(page, 'Write into their own file that they were here');
      },
      'more than there are places': async (page) => {
        await page.getByLabel('How many came').fill('12');
        await see(page, 'More people than the group has places.');
      },
      'being changed': (page) => press('Change Tuesday tea')(page),
    },
  },
  '/groups/:groupId/paper': { shows: 'The door stays open a little.' },
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
