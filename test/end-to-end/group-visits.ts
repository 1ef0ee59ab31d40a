// The pages of groups, the house's and the part of a case; and the rooms to talk in.
import { press, see, type Visit } from './visit.ts';

export const groupVisits: Readonly<Record<string, Visit>> = {
  '/calendar/rooms': {
    shows: 'A call to the clinic',
    states: {
      'the time is taken': async (page) => {
        await page.getByLabel('From').fill('10:30');
        await page.getByLabel('To', { exact: true }).fill('11:30');
        await press('Book it')(page);
        await see(page, 'This room is booked for a part of that time.');
        await see(page, /Free from 11:00 to 12:00/);
      },
    },
  },
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
  '/cases/:caseFileId/groups': {
    shows: /No phone numbers, and home stays out of it/,
    states: {
      'somebody must be apart there': async (page) => {
        await page.getByLabel('Which group').selectOption({ label: 'Garden on Fridays, 7 places free' });
        await see(page, 'She is not to be in one group with somebody there.');
      },
      'two being brought together': press('Bring two together'),
      'a pair that ends': async (page) => {
        await press('It ends')(page);
        await page.getByRole('dialog').waitFor();
      },
    },
  },
};
