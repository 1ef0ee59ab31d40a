// Every page of the app as it looks in a shelter at work: one line per route of renderer/routes.tsx. A route without a line
// fails filled.test.ts. For a new page: put records of its kind into test/helpers/filled-vault.ts, and say here which words
// stand on it only when they are there, and the states that a person can bring it into.
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { MARA } from '../helpers/filled-vault.ts';
import { STILL_TO_READ } from '../helpers/filled-received.ts';
import { DIRECTOR } from '../helpers/vault.ts';
import { choose, find, type Office, tab } from './demo/office.ts';
import { writeReferral } from './demo/referring.ts';
import { awarenessVisits } from './awareness-visits.ts';
import { groupVisits } from './group-visits.ts';
import { houseVisits } from './house-visits.ts';
import { safekeepingVisits } from './safekeeping-visits.ts';
import { teamVisits } from './team-visits.ts';
import { press, see, type Visit } from './visit.ts';

/** Locks, and opens the records as somebody else. */
async function signIn(office: Office, who: { signInName: string; passphrase: string }): Promise<void> {
  await office.lock();
  const page = office.page();
  await page.locator('#sign-in-name').fill(who.signInName);
  await page.locator('#passphrase').fill(who.passphrase);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: 'Main' }).waitFor();
}

async function shareUpTo(page: Page, categories: readonly string[]): Promise<void> {
  await page
    .getByRole('radio', { name: /Booking a first visit/ })
    .first()
    .check();
  await press('Next')(page);
  for (const category of categories) await page.getByRole('checkbox', { name: category, exact: true }).check();
  await press('Next')(page);
}

export const visits: Readonly<Record<string, Visit>> = {
  '/today': {
    shows: 'Warm clothes, shoes 38',
    states: {
      'settings open': async (page) => {
        await press('Ana, settings')(page);
        await page.getByRole('menuitemradio').first().waitFor();
      },
      'all that can be found': async (page) => {
        await page.keyboard.press('Escape');
        await page.keyboard.press('Control+k');
        await page.getByRole('option', { name: /^Lock/ }).waitFor();
      },
      'something found': async (page) => {
        await page.keyboard.press('Escape');
        await page.keyboard.press('Control+k');
        await page.keyboard.type('may');
        await page.getByRole('option').first().waitFor();
      },
      'names hidden': async (page) => {
        await page.keyboard.press('Escape');
        await press('Hide names')(page);
        await page.getByText('Maya', { exact: true }).first().waitFor({ state: 'detached' });
      },
      'names shown again': press('Show names'),
    },
  },
  '/needs': {
    shows: 'A phone of their own',
    states: {
      'one domain': async (page) => {
        await page.getByRole('combobox', { name: 'What it is about' }).selectOption('HEALTH');
        await page.getByText('A phone of their own').first().waitFor({ state: 'detached' });
      },
    },
  },
  '/search': {
    shows: 'Words, or how they begin',
    states: {
      'words found': async (page) => {
        await page.getByLabel('Words, or how they begin').fill('sew');
        await page.getByText('In the support plan').first().waitFor();
      },
      'nothing found': async (page) => {
        await page.getByLabel('Words, or how they begin').fill('zebrafinch');
        await see(page, 'These words stand nowhere');
      },
    },
  },
  '/calendar': {
    shows: 'Bring the bag down',
    states: {
      'a task done': async (page) => {
        await press('Done: Bring the bag down')(page);
        await page.getByRole('button', { name: 'Undo' }).waitFor();
      },
      'more days, everybody’s': async (page) => {
        await page.getByRole('combobox', { name: 'Whose' }).selectOption('all');
        await press('Show more days')(page);
        await see(page, 'Visit the Tuesday class');
      },
      'a week': async (page) => {
        await page.getByText('Week', { exact: true }).click();
        await press('Week after')(page);
        await see(page, 'Visit the Tuesday class');
      },
    },
  },
  '/callers': {
    shows: 'The words are erased',
    states: {
      'nothing chosen': async (page) => {
        await press('Keep it')(page);
        await page.getByText('Choose one').last().waitFor();
      },
      'a threat': async (page) => {
        await page.getByLabel('What or whom they asked for').fill('Somebody in a blue coat');
        await page.getByLabel('Something else', { exact: true }).check();
        await page.getByLabel('Yes', { exact: true }).check();
        await see(page, 'They will not see about whom');
      },
      'nobody to be found': async (page) => {
        await page.keyboard.press('Control+k');
        await page.keyboard.type('maya');
        await see(page, 'Nobody is looked up from this page. Only');
      },
    },
  },
  '/callers/:callId': {
    shows: 'Her cousin',
    states: {
      'it may be her': async (page) => {
        await press('It may be Maya')(page);
        await see(page, 'Look at the safety plan');
      },
      'seen to': async (page) => {
        await press('I have seen to it')(page);
        await see(page, 'Seen to by Ana');
      },
    },
  },
  '/cases': {
    shows: 'Wren',
    states: {
      'closed ones': (page) => page.getByText('Closed', { exact: true }).click(),
      'a list being kept': async (page) => {
        await page.getByLabel('What waits').selectOption('Within seven days');
        await press('Keep this list')(page);
        await page.getByLabel('What to call it').fill('This week');
      },
      'a list that was kept': async (page) => {
        await page.getByLabel('What waits').selectOption('Past its time');
        await press('Keep this list')(page);
        await page.getByLabel('What to call it').fill('Late');
        await page.keyboard.press('Enter');
        await page.getByRole('button', { name: 'Let “Late” go' }).waitFor();
      },
    },
  },
  '/cases/new': {
    shows: 'One name is enough',
    states: {
      'a name like one here': async (page) => {
        await page.getByLabel('What would this person like to be called here?').fill('Maya');
        await see(page, 'Look before you open another');
      },
    },
  },
  '/cases/import': {
    shows: 'Choose a workbook',
    states: {
      'not a workbook': async (page, office) => {
        await office.app.answerNextDialog(join(office.home.root, 'clock'));
        await press('Choose a workbook')(page);
        await page.getByRole('alert').waitFor();
      },
      'every row and every doubt': async (page, office) => {
        await office.app.answerNextDialog(join(office.home.root, 'sticks', 'newcomers.xlsx'));
        await press('Choose a workbook')(page);
        await page.getByRole('heading', { name: 'About the file' }).waitFor();
        await page.getByRole('button', { name: 'Leave it open' }).first().waitFor();
      },
    },
  },
  '/cases/:caseFileId': { shows: 'A kitchen of my own, and a door I lock.' },
  '/cases/:caseFileId/needs': {
    shows: 'My tooth, upper left',
    states: {
      'medical windows being set': async (page) => {
        await press('Other ways it ended: My tooth, upper left')(page);
        await page.getByRole('menuitem', { name: 'Set medical time windows' }).click();
        await page.getByLabel('About which day').fill('1 May 2026');
        await page.getByLabel('About what time').fill('2200');
        await page.getByRole('checkbox', { name: /evidence/ }).waitFor();
      },
      'what is settled': press('Show what is settled'),
    },
  },
  '/cases/:caseFileId/notes': { shows: 'Cerca de la puerta, por favor.' },
  '/cases/:caseFileId/reach': { shows: 'Tries so far' },
  '/cases/:caseFileId/talk': {
    shows: 'Words to borrow',
    states: {
      'a conversation that goes on': async (page) => {
        await press('Begin now')(page);
        await see(page, 'Before you ask anything');
      },
      'it is hard': async (page) => {
        await page.getByLabel('How hard is this right now?').selectOption('8');
        await see(page, 'Name five things you see.');
      },
      paused: async (page) => {
        await press('Pause')(page);
        await see(page, 'Press any key or click to go on');
      },
      'no notes wanted': async (page) => {
        await page.keyboard.press('x');
        await page
          .getByRole('radiogroup', { name: /Are notes all right/ })
          .getByText('No', { exact: true })
          .click();
        await press('Keep no notes')(page);
        await see(page, 'Only what it was about and the time are kept');
      },
    },
  },
  '/cases/:caseFileId/wellbeing': {
    shows: '1 of 27, minimal',
    states: {
      'one set aside': async (page) => {
        await page
          .getByRole('button', { name: /^More about PHQ-9/ })
          .last()
          .click();
        await page.getByRole('menuitem', { name: 'Entered by mistake: set it aside' }).click();
        await page.getByRole('dialog').waitFor();
      },
    },
  },
  '/cases/:caseFileId/wellbeing/screen/:instrumentId': {
    shows: 'Have you ever experienced this kind of event?',
    states: {
      'the questions': async (page) => {
        await page.locator('#screen-choices').focus();
        await page.keyboard.press('1');
        await page.keyboard.press('Enter');
        await see(page, 'Had nightmares about the event(s)');
      },
      'the end': async (page) => {
        for (let at = 0; at < 5; at += 1) await press('Leave this one out')(page);
        await see(page, 'That was the last question');
      },
    },
  },
  '/cases/:caseFileId/wellbeing/result/:screeningId': {
    shows: 'Opened because of the last question of PHQ-9',
    states: {
      'not safe': async (page) => {
        await page.getByText('Not sure', { exact: true }).click();
        await see(page, /^Stay with/);
      },
      ended: async (page) => {
        await page.getByRole('textbox', { name: 'Time' }).fill('20:00');
        await press('Keep the safety step')(page);
        await see(page, 'Gone through');
      },
      'somebody looked in': press('Somebody looked in'),
      'its answers': async (page) => {
        await press('See the answers')(page);
        await see(page, 'Answer by answer');
      },
    },
  },
  '/cases/:caseFileId/people': { shows: 'How to reach her safely' },
  '/cases/:caseFileId/family': {
    shows: 'Sister or brother',
    states: {
      'keeping somebody apart': press('Keep somebody apart'),
      'adding to the family': press('Add somebody of the family'),
      'asking for the reason': press('Open: The reason'),
      'before one record is made': async (page) => {
        await press('Make them one record: Maya V.')(page);
        await page.getByRole('dialog').waitFor();
      },
      'one record of two': async (page) => {
        await page.getByRole('dialog').getByRole('button', { name: 'Make them one record' }).click();
        await see(page, /It can be undone until/);
      },
      'before they are parted': async (page) => {
        await press('Part them again: Maya V.')(page);
        await page.getByRole('dialog').waitFor();
      },
      'two records again': async (page) => {
        await page.getByRole('dialog').getByRole('button', { name: 'Part them again' }).click();
        await page.getByRole('dialog').waitFor({ state: 'detached' });
      },
    },
  },
  '/safekeeping/requests': {
    shows: 'An order signed by a judge',
    states: {
      'a request being logged': async (page) => {
        await press('Log a request')(page);
        await press('Add a day')(page);
      },
    },
  },
  '/safekeeping/requests/:requestId': {
    shows: 'With counsel: the ordered parts only',
    states: {
      'what was ordered being read': async (page) => {
        await page.getByRole('checkbox', { name: 'Name used', exact: true }).check();
        await press('Show these parts')(page);
        await page.getByText('Sparrow').last().waitFor();
      },
    },
  },
  '/safekeeping/breaches': { shows: 'A stick or a disk is lost' },
  '/safekeeping/breaches/:breachId': { shows: 'The blue stick is not in the drawer.' },
  '/safekeeping/papers/:paper': { shows: /I can neither confirm nor deny/ },
  '/cases/:caseFileId/reports': {
    shows: 'That my sister is not named.',
    states: { 'a report being written': press('Write down a report') },
  },
  '/cases/:caseFileId/rights': {
    shows: 'I walked. The bus came later.',
    states: {
      'an answer being written': async (page) => {
        await press('Write down the answer')(page);
        await page.getByLabel('What was said, in plain words').waitFor();
      },
      'a request being written': async (page) => {
        await press('Write down a request')(page);
        await page.getByRole('radio', { name: 'A parent or guardian' }).check();
      },
      'something put right': async (page) => {
        await press('Put something right')(page);
        await page.getByLabel('What is right').waitFor();
      },
    },
  },
  '/cases/:caseFileId/prints': {
    shows: 'List of needs',
    states: {
      'an own copy being prepared': async (page) => {
        await page.getByRole('link', { name: 'Prepare: Own copy of the record' }).click();
        await page.getByText('Line by line').waitFor();
      },
    },
  },
  '/cases/:caseFileId/prints/:sheet': { shows: 'Lines on the paper' },
  '/cases/:caseFileId/history': {
    shows: /^Sealed earlier file/,
    ids: { caseFileId: 'returnedCaseId' },
    states: {
      'its hold being ended': press('End the hold'),
      'before it is closed': async (page) => {
        await press('Close this case')(page);
        await page.getByRole('dialog').waitFor();
      },
      'of somebody who is here for long': async (page) => {
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'detached' });
        await find(page, 'maya');
        await tab(page, 'History');
        await see(page, 'Asleep since eleven, light on.');
      },
    },
  },
  '/cases/:caseFileId/legal': {
    shows: 'I want to stay, and to bring my sister.',
    states: {
      'why the box is opened': async (page) => {
        await press('Open: What the lawyer said')(page);
        await page.getByLabel('Why do you open this?').fill('Before the hearing');
      },
      'the box open': async (page) => {
        await press('Open for 60 seconds')(page);
        await page.getByLabel('Between them and the lawyer').waitFor();
      },
      'a matter being changed': async (page) => {
        await press('Seal it again')(page);
        await press('Change: T status')(page);
        await press('Add a date')(page);
      },
      'a time limit of its own': async (page) => {
        await press('Leave it')(page);
        await press('Add a legal matter')(page);
        await page.getByLabel('Which way').selectOption({ label: 'Another way' });
        await press('Add a time limit')(page);
      },
    },
  },
  '/cases/:caseFileId/sealed-notes': {
    shows: 'They belong to the counsellors who keep them',
    states: {
      'as the counsellor sees them': async (_page, office) => {
        await signIn(office, MARA);
        await find(office.page(), 'may');
        await tab(office.page(), 'Sealed notes');
        await office.page().getByLabel('What care needs to know').fill('Slept well. The school refused the papers.');
        await see(office.page(), 'Only advice.');
      },
      'why they are opened': async (page) => {
        await press('Open: Notes of this case')(page);
        await page.getByLabel('Why do you open this?').fill('Before our hour');
      },
      open: async (page) => {
        await press('Open the notes')(page);
        await see(page, 'Sleeps six hours now.');
      },
      'put right': async (page) => {
        await press(/^Put right: Feelings/)(page);
        await see(page, 'Put this note right');
      },
      'closed again to a director': (_page, office) => signIn(office, DIRECTOR),
    },
  },
  '/cases/:caseFileId/exit': {
    shows: 'The day of moving out',
    states: {
      'asked to leave': (page) =>
        page.getByRole('combobox', { name: 'Why', exact: true }).selectOption({ label: 'Asked to leave' }),
      'where to': press('Next'),
      'before the door': press('Next'),
      'in touch': async (page) => {
        await press('Next')(page);
        await page.getByText('Yes', { exact: true }).click();
      },
      'read through': press('Next'),
      'not finished yet': async (page) => {
        await press('Finish, and stay in touch')(page);
        await page.getByRole('alert').waitFor();
      },
    },
  },
  '/cases/:caseFileId/services': {
    shows: '45 minutes, Garden house, Ana',
    states: {
      'a line being put right': press(/^Put right: Transport/),
    },
  },
  '/cases/:caseFileId/files': {
    shows: 'Letter of the court',
    states: {
      'a text open': async (page) => {
        await press('Look at it: Letter of the court')(page);
        await see(page, 'the hearing is on the twelfth');
      },
      'a picture open': async (page) => {
        await press(/^Look at it: The blue coat/)(page);
        await page.getByRole('img', { name: /^The blue coat/ }).waitFor();
      },
      'asked why': press(/^Look at it: A file/),
      'title being changed': press(/^Change the title/),
      'taking one away': press(/^Take it away: Letter/),
    },
  },
  '/cases/:caseFileId/intake': { shows: 'To sleep, and then to call my sister.' },
  '/cases/:caseFileId/profile': {
    shows: 'Act yes, means yes, purpose yes',
    states: { 'as the United States see it': (page) => page.getByLabel('Show the view of the United States').click() },
  },
  '/cases/:caseFileId/profile/write': { shows: 'What we noticed' },
  '/cases/:caseFileId/profile/write/:part': {
    shows: 'Safety comes first',
    states: {
      'countries being chosen': async (page) => {
        await page.getByRole('navigation').getByText('How it began, where, how long').click();
        await page.getByRole('combobox').fill('a');
        await page.getByRole('option').first().waitFor();
      },
    },
  },
  '/cases/:caseFileId/profile/indicators/:profile': {
    shows: 'Matches trafficking for forced labour',
    states: {
      'a longer part': press(/^Forced to stay/),
      'without a result': async (page) => {
        await page.getByRole('link', { name: 'Child, sexual exploitation' }).click();
        await see(page, 'A list to go through together.');
      },
    },
  },
  '/cases/:caseFileId/profile/people': {
    shows: 'Grimshanks',
    states: {
      'what is kept being taken back': async (page) => {
        await press(/^Change/)(page);
        await page.locator('#person-she-asked').uncheck();
        await see(page, 'The names go when this is kept');
      },
    },
  },
  '/cases/:caseFileId/profile/protects': {
    shows: 'Owes money for the journey',
    states: { 'looking again': press('Look again') },
  },
  '/cases/:caseFileId/profile/workbook': {
    shows: 'Second Name',
    ids: { caseFileId: 'importedCaseId' },
    states: { 'all fields': press('Show all 84 fields') },
  },
  '/cases/:caseFileId/safety-plan': {
    shows: 'You see it differently.',
    states: {
      'earlier versions': async (page) => {
        await press('Show earlier versions')(page);
        await see(page, /^Version 1/);
      },
      'what may be going on': press('Show what may be going on'),
      'why it is opened': async (page) => {
        await page.locator('.sealed').getByRole('button', { name: 'Open' }).click();
        await page.getByLabel('Why do you open this?').fill('Checking it together');
      },
      'sealed words open': async (page) => {
        await press('Open for 60 seconds')(page);
        await page.getByLabel('A word that shows it is you').waitFor();
      },
    },
  },
  '/cases/:caseFileId/plan': {
    shows: 'I want to sew again, and be paid for it.',
    states: {
      'the review being written': async (page) => {
        await press('Start the review')(page);
        await page.getByRole('button', { name: 'Keep the review' }).waitFor();
      },
      'a goal being written': async (page) => {
        await press('Add a goal')(page);
        await page.locator('#goal-words').fill('A bicycle.');
      },
    },
  },
  '/cases/:caseFileId/consents': {
    shows: 'Taken back',
    states: {
      'who calls to take it back': async (page) => {
        await press('Taken back on the telephone')(page);
        await page.getByRole('button', { name: 'I called back: take it back' }).waitFor();
      },
      'a permission being prepared': async (page) => {
        await press('Prepare a permission')(page);
        await choose(page, 'To which agency', 'Clinic A');
      },
      'one like an earlier one': async (page) => {
        await press('Prepare a new one like it')(page);
        await see(page, /^Filled in from the one before/);
      },
      'what left another way being written down': async (page) => {
        await press('Write down what left another way')(page);
        await page.getByLabel('To whom', { exact: true }).waitFor();
      },
      'a day being chosen': async (page) => {
        await page.getByLabel('Until, and including').click();
        await page.getByRole('button', { name: 'The month after' }).waitFor();
      },
    },
  },
  '/cases/:caseFileId/received/:receivedId': {
    shows: 'Letter of the dental nurse',
    states: {
      'an answer being written': async (page, office) => {
        await press('Write another answer')(page);
        await page.getByRole('radio', { name: 'On our waiting list' }).check();
        await page.getByLabel('A note, if there is more to say').fill('A bed from the first of June.');
        await page.getByRole('checkbox', { name: /^I asked/ }).check();
        await office.app.answerNextDialog(office.home.folder('answer'));
        await press('Choose the stick or a folder')(page);
        await see(page, 'Goes to “answer”');
      },
      'the answer written': async (page) => {
        await press('Seal it and write it')(page);
        await see(page, /^Written, read back and compared: r-/);
      },
    },
  },
  '/cases/:caseFileId/consents/:releaseId/letter': { shows: /^to destroy every copy/ },
  '/cases/:caseFileId/referrals': {
    shows: 'The Tuesday class, a place at a machine',
    states: {
      'one being written': async (page) => {
        await press('Write a referral')(page);
        await page.getByLabel('Which agency').selectOption({ label: 'Clinic A' });
      },
      'a word that says who': async (page) => {
        await page.getByRole('radio', { name: 'Asked without a name' }).check();
        await page.getByLabel('The question, word for word').fill('Is there a chair for Maya on Tuesday?');
        await see(page, 'This word says who it is about: Maya');
      },
      'one that comes in': async (page) => {
        await page.getByRole('radio', { name: /^The agency sends/ }).check();
        await page.getByLabel('Does the agency have a permission?').selectOption({ label: 'Yes, we saw it' });
      },
      'a permission that does not match': async (page) => {
        await press('Leave it')(page);
        await page.getByRole('listitem').filter({ hasText: 'A letter about the tooth' }).getByRole('link').click();
        await see(page, 'Nothing has left.');
      },
      'one that may go, and what goes into the log': async (page) => {
        await writeReferral(page, 'Clinic A', 'Booking a first visit, until', ['Name used']);
        await page.getByText('By telephone', { exact: true }).click();
        await page.getByLabel('What exactly, in a line').fill('Her name, and that a tooth hurts');
      },
    },
  },
  '/cases/:caseFileId/referrals/:referralId': {
    shows: 'Spanish',
    states: {
      'they have it': press('They have it'),
      'they said yes': press('They said yes'),
      'an appointment': async (page) => {
        await page.locator('#appointment-day').fill('5 May 2026');
        await page.locator('#appointment-time').fill('9:15');
        await press('Keep the appointment')(page);
        await see(page, 'It was missed');
      },
      missed: press('It was missed'),
      'how it ended': async (page) => {
        await press('Write how it ended')(page);
        await page.getByLabel('What came of it').selectOption({ label: 'No place' });
      },
    },
  },
  '/cases/:caseFileId/referrals/:referralId/letter': { shows: /^Given to you alone/ },
  '/cases/:caseFileId/share': {
    shows: 'Which permission',
    states: {
      'what to send': async (page) => {
        await page
          .getByRole('radio', { name: /Booking a first visit/ })
          .first()
          .check();
        await press('Next')(page);
      },
      'it does not leave': async (page) => {
        await page.getByRole('checkbox', { name: 'Name used', exact: true }).check();
        await page.getByRole('checkbox', { name: 'Immigration', exact: true }).check();
        await press('Next')(page);
        await page.getByRole('heading', { name: 'This does not leave yet.' }).waitFor();
      },
      'it may leave': async (page) => {
        await page.getByRole('link', { name: 'Stop, keep nothing' }).click();
        await page.getByRole('link', { name: 'Share', exact: true }).click();
        await shareUpTo(page, ['Name used', 'Needs']);
        await page.getByRole('heading', { name: /^This may leave/ }).waitFor();
      },
      'read through': async (page) => {
        await press('Read it through')(page);
        await see(page, 'Exactly these lines leave');
      },
      'before it is handed over': async (page, office) => {
        await press('It is right, go on')(page);
        await office.app.answerNextDialog(office.home.folder('package'));
        await press('Choose the stick or a folder')(page);
        await see(page, 'Goes to “package”');
      },
      'handed over': async (page) => {
        await press('Seal it and write it')(page);
        await page.locator('.verdict-yes').waitFor();
      },
    },
  },
  '/partners': {
    shows: 'Clinic A',
    states: {
      'our whole key': async (page) => {
        await page.getByText('The whole key, as a picture and as text').click();
        await page.getByRole('img', { name: 'Our key as a picture, for a telephone to read' }).waitFor();
      },
      'whether an earlier key is ended': press('End this key'),
      'whether a new key is made': async (page) => {
        await press('Keep the earlier key')(page);
        await press('Make a new key')(page);
        await page.getByRole('dialog').waitFor();
      },
    },
  },
  ...houseVisits,
  ...teamVisits,
  ...groupVisits,
  ...awarenessVisits,
  '/partners/interpreters': {
    shows: 'No interpreter yet.',
    states: {
      'one being added': press('Add an interpreter'),
      'one to be vetted': async (page) => {
        await page.getByLabel('Name', { exact: true }).fill('Rosa');
        await press('Keep')(page);
        await see(page, 'Not vetted yet, so not offered');
      },
    },
  },
  '/partners/figures': { shows: 'Referrals that went out' },
  '/partners/receive': {
    shows: 'Read it through first',
    states: {
      'no package': async (page, office) => {
        await office.app.answerNextDialog(join(office.home.root, 'clock'));
        await press('Choose a package')(page);
        await page.getByRole('alert').waitFor();
      },
      'one read through': async (page, office) => {
        await office.app.answerNextDialog(join(office.home.folder('sticks'), STILL_TO_READ));
        await press('Choose a package')(page);
        await see(page, 'Keep it beside a case');
      },
      'who may be here already': async (page) => {
        await page.getByRole('radio', { name: 'A new case' }).check();
        await page.getByLabel('The name this person wants to be called by here').fill('Maya');
        await page.getByRole('button', { name: 'Keep it beside this case: Maya', exact: true }).waitFor();
      },
    },
  },
  '/partners/reply': { shows: 'You need not know whose it is' },
  '/partners/:agencyId': {
    shows: 'Pinned on 13 March 2026',
    states: {
      'what is known being written': press('Change'),
      'why the address is opened': async (page) => {
        await press('Cancel')(page);
        await press('Open: Confidential address')(page);
      },
      'a meeting being written': async (page) => {
        await press('Write down a meeting')(page);
        await page.getByLabel('What was agreed, who does it').fill('A chair for Maya on Thursday.');
        await press('Keep the meeting')(page);
        await see(page, 'This word says who somebody is: Maya');
      },
      'an agreement being written': async (page) => {
        await press('Cancel')(page);
        await press('Change: Referrals')(page);
      },
      'a key that is none': async (page) => {
        await page.getByLabel('A further key, or a new one').fill('age1nothing');
        await page.getByRole('alert').waitFor();
      },
      'a further key': async (page) => {
        const key = 'age1ce8keu7ww9c66fvkx38ecmnwm04f7gk0sq5s80mzsa2pgrccncrqq9na57'; // of test/vectors/export-package
        await page.getByLabel('A further key, or a new one').fill(key);
        await see(page, 'In the place of: Front desk');
      },
      'whether a key is ended': press('End this key: Front desk'),
    },
  },
  ...safekeepingVisits,
};
