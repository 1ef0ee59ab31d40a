// The pages of staff and volunteers.
import { press, see, type Visit } from './visit.ts';

export const teamVisits: Readonly<Record<string, Visit>> = {
  '/team': {
    shows: /courses that are asked for count today/,
    states: {
      'only what is missing': async (page) => {
        await page.getByText('What is missing', { exact: true }).click();
        await page.getByRole('grid').getByText('Not done').first().waitFor();
      },
      'what training opens, asked to be switched off': press('Switch it off'),
    },
  },
  '/team/paper': { shows: 'Destroy this paper by' },
  '/team/courses': {
    shows: 'The forty hours of this state',
    states: {
      'one being added': press('Add a course'),
      'one being changed': async (page) => {
        await press('Cancel')(page);
        await press('Change: Work with minors')(page);
        await see(page, 'Left empty, it is called: Work with minors');
      },
    },
  },
  '/team/:staffId': {
    shows: 'How they are',
    states: {
      'what is known, being changed': async (page) => {
        await page.getByRole('region', { name: 'What is known' }).getByRole('button', { name: 'Change' }).click();
        await see(page, 'At most this many open cases');
      },
      'a line asked to be struck': press(/^Strike: /),
    },
  },
  '/team/:staffId/leaving': { shows: 'Keys, badges and cards are back' },
};
