// The pages of safekeeping as they look in a shelter at work.
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { effLargeWordlist } from '#shared/keys/eff-large-wordlist';
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
  '/history': {
    shows: 'Signed in',
    states: {
      'only what was refused': async (page) => {
        await page.getByLabel('Kind of act').selectOption('REFUSED');
        await page.locator('.history-row .word-note, .empty').first().waitFor();
      },
      'no case has this number': async (page) => {
        await press('Show everything')(page);
        await page.getByLabel('Case number').fill('222-222');
        await see(page, 'No case here has this number.');
      },
      'a word that is in no list': async (page) => {
        await press('Show everything')(page);
        await page.getByLabel('The ten words').fill('lantern quillwortish ');
        await see(page, /is not in the list of words/);
      },
      'a slip that does not fit': async (page) => {
        await page.getByLabel('Number on the slip').fill('3');
        await page.getByLabel('The ten words').fill(effLargeWordlist.slice(0, 10).join(' '));
        await press('Compare')(page);
        await see(page, 'It does not fit');
      },
      'asked before the file is written': press('Save the history'),
    },
  },
  '/history/slip': { shows: 'Its ten words' },
  '/history/case/:caseFileId': { shows: 'What was done, newest first' },
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
  '/safekeeping/key-file': {
    shows: 'What it is for',
    states: {
      'not her passphrase': async (page, office) => {
        const folder = join(office.home.root, 'key-stick');
        mkdirSync(folder, { recursive: true });
        await office.app.answerNextDialog(folder);
        await press('Choose the stick')(page);
        await page.locator('#key-file-passphrase').fill('not this one');
        await press('Make the key file')(page);
        await see(page, /That is not your passphrase/);
      },
      'made, on a place that is no stick': async (page) => {
        await page.locator('#key-file-passphrase').fill(DIRECTOR.passphrase);
        await press('Make the key file')(page);
        await see(page, 'From now on you need this stick to open the records.');
      },
      'in use': async (page) => {
        await page.getByRole('link', { name: 'Back to Safekeeping' }).click();
        await page.getByRole('link', { name: 'Look at the key file' }).click();
        await see(page, /^In use since/);
      },
      'stopped again': async (page, office) => {
        const folder = join(office.home.root, 'key-stick');
        await office.app.answerNextDialog(join(folder, readdirSync(folder)[0]!));
        await press('Use a key file')(page);
        await see(page, 'Key file chosen');
        await page.getByRole('radio', { name: /^Stop using it/ }).check();
        await page.locator('#key-file-passphrase').fill(DIRECTOR.passphrase);
        await press('Stop using the key file')(page);
        await see(page, 'Your passphrase alone opens the records again.');
      },
    },
  },
  '/safekeeping/colleague/:staffMemberId': { shows: 'What follows', ids: { staffMemberId: 'staffId' } },
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
