// The pages of safekeeping as they look in a shelter at work.
import { join } from 'node:path';
import { MARA } from '../helpers/filled-vault.ts';
import { DIRECTOR } from '../helpers/vault.ts';
import { press, see, type Visit } from './visit.ts';

export const safekeepingVisits: Readonly<Record<string, Visit>> = {
  '/safekeeping': {
    shows: 'signs in as ana',
    states: {
      checked: async (page) => {
        await press('Check now')(page);
        await page.locator('.verdict, .word-ok').first().waitFor();
      },
    },
  },
  '/safekeeping/colleague': {
    shows: 'What they can see and do',
    states: { 'nothing filled in': press('Their passphrase') },
  },
  '/safekeeping/retention': {
    shows: /District court, letter of 28 April/,
    states: {
      'what goes and what stays': async (page) => {
        await page.getByRole('checkbox', { disabled: false }).first().check();
        await press('Erase 1 for good')(page);
        await page.locator('#second-passphrase').waitFor();
      },
      'not her passphrase': async (page) => {
        await page.locator('#second-passphrase').fill('not this one');
        await press('Erase for good now')(page);
        await see(page, /Nothing was erased/);
      },
      erased: async (page) => {
        await page.locator('select').first().selectOption(MARA.signInName);
        await page.locator('#second-passphrase').fill(MARA.passphrase);
        await press('Erase for good now')(page);
        await see(page, '1 was erased.');
      },
    },
  },
  // No package about something erased is out: the letter itself is seen in test/renderer/retention.test.tsx.
  '/safekeeping/retention/letter/:package': {
    shows: 'No package with this number is still out.',
    ids: { package: 'certificate' },
  },
  '/safekeeping/place': {
    shows: /No list of holidays is known here/,
    states: {
      'another place': async (page) => {
        await page.locator('select').first().selectOption('UK');
        await see(page, /bank holidays of England and Wales/);
      },
      'a day that is none here': async (page) => {
        await press(/^Not here: 3 April/)(page);
        await see(page, 'no holiday here');
      },
    },
  },
  '/safekeeping/retention/:certificate': { shows: 'Certificate of destruction' },
  '/safekeeping/passphrase': { shows: 'The passphrase you have now' },
  '/safekeeping/program': { shows: 'This program was not packed, so there is no list to compare it with.' },
  '/safekeeping/words': { shows: 'Keep this list' },
  '/safekeeping/wellbeing': { shows: 'Keep these settings' },
  '/safekeeping/way-back': { shows: /code/ },
  '/safekeeping/trustees': {
    shows: 'No sheets have been made',
    states: { 'three sheets': press('Make three sheets') },
  },
  '/safekeeping/missing': { shows: 'No records were ever saved from damage here.' },
  '/safekeeping/backups': {
    shows: 'on “sticks”',
    states: {
      'before the test': async (page, office) => {
        await office.app.answerNextDialog(join(office.home.root, 'sticks'));
        await press('Choose where the backup lies')(page);
        await page.getByRole('radio').first().check();
      },
      'it did not open': async (page) => {
        await page.locator('#backup-sign-in').fill(DIRECTOR.signInName);
        await page.locator('#backup-passphrase').fill('not this one');
        await press('Test it')(page);
        await page.getByRole('alert').waitFor();
      },
      tested: async (page) => {
        await page.locator('#backup-passphrase').fill(DIRECTOR.passphrase);
        await press('Test it')(page);
        await page.locator('.verdict-yes').waitFor();
      },
    },
  },
};
