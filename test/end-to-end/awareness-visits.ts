// The pages of awareness and advocacy.
import { press, see, type Visit } from './visit.ts';

export const awarenessVisits: Readonly<Record<string, Visit>> = {
  '/awareness': {
    shows: 'At the spring fair',
    states: {
      'lobbying that a federal grant paid for': async (page) => {
        await press('Write one down')(page);
        await page.getByRole('checkbox', { name: 'A federal grant' }).check();
        await page.getByRole('checkbox', { name: /This was lobbying/ }).check();
        await see(page, 'A federal grant does not pay for lobbying (2 CFR 200.450).');
      },
      'a mean of too few people': async (page) => {
        await page.getByRole('checkbox', { name: /People answered questions/ }).check();
        await page.getByLabel('How many answered both times').fill('4');
        await see(page, /so it is not kept/);
      },
    },
  },
  '/awareness/policy': { shows: 'Beds for families', states: { 'one being added': press('Add one') } },
  '/awareness/policy/:itemId': {
    shows: 'Counted at the door, without names.',
    states: { 'being changed': press('Change Beds for families') },
  },
  '/awareness/stories': {
    shows: 'Time to think until 8 May 2026',
    states: {
      'in the first 90 days': async (page) => {
        await press('Somebody offers a story')(page);
        await page.getByText('Yes, they say so', { exact: true }).click();
        await page.getByText('Yes', { exact: true }).click();
        await see(page, 'We talked about waiting, and it is still wished for now');
      },
      'of somebody under 18': async (page) => {
        await page.getByText('No, or not known', { exact: true }).click();
        await see(page, /Not known counts as under 18/);
      },
    },
  },
  '/awareness/stories/:storyId': {
    shows: 'I learnt to bake again, and now I bake for others.',
    states: {
      'asked to be taken back': async (page) => {
        await press('It is taken back')(page);
        await page.getByRole('dialog').waitFor();
      },
      'to be taken down': async (page) => {
        await page.getByRole('dialog').getByRole('button', { name: 'It is taken back' }).click();
        await see(page, 'Take these down');
      },
    },
  },
  '/awareness/campaigns': {
    shows: 'Work without fear',
    states: { 'a message being looked through': press('Change Work without fear') },
  },
  '/awareness/materials': {
    shows: 'Poster for the bus',
    states: { 'one being added': press('Add a material') },
  },
  '/awareness/year': { shows: 'What was done in 2026' },
};
