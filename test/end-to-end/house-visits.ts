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
  '/house/things': { shows: 'Tin 1' },
  '/house/things/of/:caseFileId': {
    shows: 'Sewing machine',
    states: {
      'something going back': press('Give it back: Passport'),
      'a device that is to go quiet': async (page) => {
        await page.getByText('A device', { exact: true }).click();
        await page.getByLabel('How it is now').selectOption('OFF');
        await see(page, 'Nobody has asked yet what could happen');
      },
      'nothing said yet': async (page) => {
        await press('Lay it aside')(page);
        await see(page, 'Say how they said yes');
      },
    },
  },
  '/house/hand-over': {
    shows: 'Wants to be woken at seven, for the bus.',
    states: {
      'nothing written': async (page) => {
        await press('Hand it over')(page);
        await see(page, 'Write a line');
      },
      'another line': press('Another line'),
    },
  },
  '/glance': {
    shows: 'What the needs are about',
    states: {
      'tables open': async (page) => {
        for (const twin of await page.getByText('The same as a table').all()) await twin.click();
      },
    },
  },
  '/house/paper': { shows: 'Destroy this paper by' },
  '/house/checks/:checkId/paper': { shows: /A lamp for the yard/, ids: { checkId: 'finishedCheckId' } },
  '/house/checks': { shows: '17 of 17 looked at, 1 thing to do' },
  '/house/checks/:checkId': {
    shows: 'Nobody hears through its door',
    states: {
      'something to do': async (page) => {
        await page.getByRole('radiogroup', { name: 'A quiet space' }).getByLabel('No', { exact: true }).check();
        await page.getByLabel('What is to be done').fill('A door that closes');
        await see(page, 'it is not said by whom and until when');
      },
    },
  },
  '/house/incidents': { shows: /^Loud words about the kitchen/ },
  '/house/incidents/new': {
    shows: 'What was seen and heard',
    states: {
      'nothing written': async (page) => {
        await press('Keep it')(page);
        await see(page, 'Write a line');
      },
      'somebody is not back': async (page) => {
        await page.getByLabel('What kind of thing').selectOption('NOT_BACK_AS_EXPECTED');
        await page.getByRole('combobox', { name: 'Whom it is about, by number' }).click();
        await page.getByRole('option', { name: /^Maya/ }).click();
        await see(page, 'Call my sister');
      },
      'others drawn in': async (page) => {
        await page.getByLabel('What kind of thing').selectOption('RECRUITMENT_INSIDE');
        await see(page, /stays somebody we support/);
      },
    },
  },
  '/house/incidents/:incidentId': {
    shows: /^Loud words about the kitchen/,
    states: {
      'written on': press('Write on'),
      'to be closed': async (page) => {
        await press('Cancel')(page);
        await press('Close it')(page);
        await see(page, 'Nobody can write on after that');
      },
    },
  },
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
