// Stories of what leaves and what must not, played as they happen at the desk: papers at the door, permissions that end or are taken
// back, her own rights over the record, a stick that is lost. One after the other on the clock of one office.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aNeed, aNote, said as answered } from '../helpers/casework.ts';
import { addClinic, ANA, JO, LENA, makeHouse, SAM, type SmallHouse } from '../helpers/small-house.ts';
import { deskOf } from './demo/desk.ts';
import { comeIn, find, goTo, type Office, openOffice, tab } from './demo/office.ts';
import { refer, whyItWaits, writeReferral } from './demo/referring.ts';
import { prepareAndSign } from './demo/sharing.ts';

let office: Office;
const { page, press, said } = deskOf(() => office);
beforeAll(async () => {
  office = await openOffice('2026-05-04T09:00', undefined, (home) =>
    makeHouse(home.dataDir, '2026-05-02T18:00', async (house) => {
      await addClinic(house, 'Clinic A');
      await addClinic(house, 'Clinic B');
      await workWithPolice(house);
      const maya = await house.open('Maya', ANA);
      await house.letWork(JO, maya);
      await house.as(JO);
      await house.vault.ask('caseNote.add', aNote(maya, { happenedOn: '2026-04-10', body: 'Rang her sister.' }));
      await house.vault.ask('caseNote.add', aNote(maya, { happenedOn: '2026-04-11', body: 'Cooked with Heron.' }));
      await house.vault.ask('caseNote.add', aNote(maya, { happenedOn: '2026-03-10', body: 'Came by train.' }));
      const ida = await house.open('Ida');
      const word = { answers: { 'code-word': answered('Quillwort') }, formVersion: 1, basedOn: 0 };
      await house.vault.ask('safetyPlan.saveSealed', { caseFileId: ida, ...word });
      const dana = await house.open('Dana');
      const of16 = { 'age-band': answered('age-9-17') };
      await house.vault.ask('intake.save', { caseFileId: dana, basedOn: 0, formVersion: 1, answers: of16 });
      const pia = await house.open('Pia');
      await house.vault.ask('caseNote.add', aNote(pia, { happenedOn: '2026-04-12', body: 'Omar told us about it.' }));
      await house.vault.ask('caseNote.add', aNote(pia, { happenedOn: '2026-04-13', body: 'Found the library.' }));
      const ruth = await house.open('Ruth', ANA);
      await house.vault.ask('caseNote.add', aNote(ruth, { happenedOn: '2026-04-20', body: 'Saw the foreman.' }));
      await house.vault.ask('need.add', { ...aNeed(ruth), title: 'Quince tea' });
      await house.vault.ask('legalHold.place', {
        caseFileId: ruth,
        reason: 'A trial',
        authority: 'District court, letter of 28 April',
        covers: ['NOTES'],
      });
    }),
  );
  page().setDefaultTimeout(15_000);
}, 60_000);
afterAll(async () => {
  await office.app.stop();
  office.home.remove();
});

/** A task force with a signed agreement: officers whom the team knows by name. */
async function workWithPolice(house: SmallHouse): Promise<void> {
  await addClinic(house, 'Task force');
  const agency = (await house.vault.ask('partnerAgency.list', {})).find(({ name }) => name === 'Task force')!;
  const agreement = {
    ...{ type: 'TASK_FORCE' as const, purpose: 'We meet once a month.', contacts: '', dataClause: '', document: '' },
    ...{ signedOn: '2026-05-01', expiresOn: '2027-04-30' },
  };
  const of = { partnerAgencyId: agency.id, basedOn: 0, agreementId: null };
  const read = await house.vault.ask('agreement.save', { ...of, agreement: { ...agreement, stage: 'REVIEW' } });
  await house.vault.ask('agreement.save', {
    ...{ partnerAgencyId: agency.id, basedOn: read.revision, agreementId: read.id },
    agreement: { ...agreement, stage: 'SIGNED' },
  });
}

const sheet = (name: string | RegExp) => page().getByRole('region', { name });
/** A print goes to the dialog of the system, which no test can press: the page is told that it went. */
const letPrint = () =>
  page().evaluate(() => {
    window.print = () => undefined;
  });
const fromOutside = async (name: string): Promise<void> => {
  await goTo(page(), 'Safekeeping');
  await page().getByRole('link', { name, exact: true }).click();
};

it('7: a paper at the door', async () => {
  await comeIn(office, SAM, '2026-05-04T10:00');
  await fromOutside('At the door and on the telephone');
  await page().getByText('I can neither confirm nor deny that any person is here.').waitFor();
  expect(await said()).toContain('Only the director accepts papers.');
  await goTo(page(), 'Safekeeping');
  expect(await page().getByRole('link', { name: 'Legal requests' }).count()).toBe(0);

  await comeIn(office, ANA);
  await fromOutside('Legal requests');
  await press('Log a request');
  await page().getByLabel('What it is').selectOption({ label: 'A subpoena' });
  await page().getByLabel('Who brought it, and from where').fill('A process server');
  await page().getByRole('combobox', { name: 'About whom' }).click();
  await page().getByRole('option', { name: /^Maya/ }).click();
  await page().getByText('From now on nothing of this case is erased').waitFor();
  await press('Keep it');
  await page().getByText('Nothing can be given before a judge has signed').waitFor();
  await page().getByLabel('Counsel', { exact: true }).fill('Legal aid');
  await page().getByLabel('What the check found').fill('At first a lawyer; then a judge of the district.');
  const onTo = (state: string) => page().getByLabel('Keep it and go on to').first().selectOption({ label: state });
  await onTo('Person told');
  await press('Keep it and go on to');
  // Whoever it is about is told first, or it is written down that nobody reached her.
  await page().getByRole('alert').waitFor();
  await page().getByLabel('What the person it is about wants').selectOption({ label: 'That it is opposed' });
  await page().getByLabel('How and when they were told').fill('In the garden, by Ana');
  await page().getByLabel('A judge has signed it').check();
  await page().getByLabel('What was decided, and by whom').fill('With counsel: what the judge ordered.');
  await onTo('Decided');
  await press('Keep it and go on to');
  await page().getByText('Only the ordered parts.').waitFor();
  await page().getByRole('checkbox', { name: 'Notes', exact: true }).check();
  await page().getByLabel('Notes from').fill('1 April 2026');
  await page().getByLabel('Notes until').fill('30 April 2026');
  await page().getByLabel('Notes until').press('Tab');
  await press('Show these parts');
  await page().getByText('Rang her sister.').waitFor();
  expect(await said()).not.toContain('Came by train');
  await page().getByRole('checkbox', { name: 'Cooked with Heron.' }).uncheck();
  await press('This is what is ordered');
  await page().getByText('Waits for a second person').waitFor();
  expect(await page().getByRole('button', { name: 'Write it into the log and print it' }).count()).toBe(0);

  await comeIn(office, JO);
  await find(page(), 'may');
  await tab(page(), 'Their rights');
  await page().getByText('Prepared by Ana').waitFor();
  expect(await page().getByRole('article').innerText()).not.toMatch(/Heron|train/);
  await press(/^I have read every line/);
  await page().getByText('Prepared by Ana').waitFor({ state: 'detached' });
  await comeIn(office, ANA);
  await fromOutside('Legal requests');
  await page()
    .getByRole('link', { name: /A subpoena/ })
    .click();
  await page().getByText('Seen and approved by Jo').waitFor();
  await letPrint();
  await press('Write it into the log and print it');
  await page().getByText('Given on 4 May 2026').waitFor();
  await comeIn(office, JO);
  await find(page(), 'may');
  await tab(page(), 'Consents and shares');
  await sheet('What has left').getByText('Produced for a court').waitFor();
  await tab(page(), 'History');
  await page().getByText('Placed with a legal request.').waitFor();
});

it('8: an officer whom everybody knows asks in passing', async () => {
  await comeIn(office, JO, '2026-05-05T10:00');
  await find(page(), 'ida');
  await page().getByRole('link', { name: 'Share', exact: true }).click();
  await page().getByText('There is no signed permission, so nothing leaves.').waitFor();
  expect(await page().getByRole('button', { name: 'Next' }).count()).toBe(0);
  await goTo(page(), 'Partners and sharing');
  await page().getByRole('link', { name: 'Task force' }).click();
  await page().getByText('An agreement never replaces a signed permission.').waitFor();
  expect(await sheet('Agreements').innerText()).toMatch(/Working group[^]*Signed/);
});

it('9: a letter to the wrong clinic', async () => {
  await comeIn(office, JO, '2026-05-06T09:00');
  await find(page(), 'ida');
  await prepareAndSign(page(), 'Clinic A', 'Booking a first visit', ['Name used', 'Needs']);
  // A referral to the other clinic is not offered this permission.
  await tab(page(), 'Referrals');
  await press('Write a referral');
  await page().getByLabel('Which agency').selectOption({ label: 'Clinic B' });
  expect(await page().getByLabel('Under which permission').getByRole('option').allInnerTexts()).toEqual(['None yet']);
  await press('Leave it');
  // It was handed over at the door all the same.
  await tab(page(), 'Consents and shares');
  await press('Write down what left another way');
  await page().getByLabel('How it left').selectOption({ label: 'On paper' });
  await page().getByLabel('To whom', { exact: true }).selectOption({ label: 'Clinic B' });
  await page().getByRole('checkbox', { name: 'Name used', exact: true }).check();
  await page().getByLabel('Which permission').selectOption({ label: 'Clinic A: Booking a first visit' });
  await page().getByLabel('How, and by whom').fill('At once, by Jo');
  await press('Keep it');
  await sheet('What has left').getByText('Went further than the permission: another recipient.').waitFor();
  await page().getByRole('link', { name: 'Write down that it got out' }).click();
  await page().getByLabel('What it was').selectOption({ label: 'Something went to the wrong place' });
  await page().getByLabel('What happened, without names').fill('A letter for one clinic was given to another.');
  await press('Write it down');
  await page().getByText('Written down. A director goes on with it.').waitFor();

  await comeIn(office, ANA);
  await fromOutside('When something got out');
  await page()
    .getByRole('link', { name: /Something went to the wrong place/ })
    .click();
  await page()
    .getByText(/^Tell the authority by 9 May 2026, 09:/)
    .waitFor();
  await page().getByRole('combobox', { name: 'Add a person' }).click();
  await page().getByRole('option', { name: /^Ida/ }).click();
  await page().getByLabel('Is the authority to be told?').selectOption({ label: 'No' });
  await page().getByLabel('Why', { exact: true }).fill('A name, to a clinic that destroyed it.');
  await page().getByLabel('What was done to stop it').fill('The clinic shredded it while we stood by.');
  await page().getByLabel('What changes from now on').fill('Two people read the address aloud.');
  await press('Close it');
  // Not before she was asked whether she is safe.
  await page().getByText('Somebody was not asked yet whether they are safe.').waitFor();
  await page().getByLabel('Is Ida safe?').selectOption({ label: 'Is safe' });
  await press('Close it');
  await page().getByText('Closed on 6 May 2026').waitFor();
});

it('10: she takes it back on the telephone', async () => {
  await comeIn(office, JO, '2026-05-07T09:00');
  await find(page(), 'ida');
  await refer(page(), 'Clinic A', 'Booking a first visit', ['Name used']);
  await tab(page(), 'Consents and shares');
  // Somebody calls: the word first, then what they ask for.
  await press('Taken back on the telephone');
  const call = page().getByRole('region', { name: 'Taken back on the telephone' });
  await call.getByRole('button', { name: 'Open: Safe word' }).click();
  await call.getByLabel('Why do you open this?').fill('A caller says it is Ida');
  await call.getByRole('button', { name: /^Open for/ }).click();
  await call.getByText('Quillwort').waitFor();
  await call.getByRole('button', { name: 'The word was right: take it back' }).click();
  await page().getByText('Taken back', { exact: true }).waitFor();
  const slip = page().locator('.slip').first();
  await slip.getByText('What they already have').waitFor();
  expect(await slip.getByRole('listitem').allInnerTexts()).toEqual(['On paper, 7 May 2026', 'On paper, 6 May 2026']);
  await slip.getByRole('link', { name: 'Letter: please stop using it' }).click();
  const letter = page().getByRole('article');
  await letter.getByText('On 7 May 2026 the permission under which we gave you this was taken back:').waitFor();
  expect(await letter.innerText()).not.toMatch(/Ida|Name used|Booking/);
  await letPrint();
  await press('Print');
  await find(page(), 'ida');
  await tab(page(), 'Prints');
  await sheet('Printed before').getByText('Letter: please stop using it').waitFor();
  await tab(page(), 'Referrals');
  await page().getByText('No longer wanted').first().waitFor();
});

it('11: the permission ended yesterday', async () => {
  await comeIn(office, JO, '2026-05-08T09:00');
  await find(page(), 'pia');
  await prepareAndSign(page(), 'Clinic A', 'A look at her knee', ['Name used', 'Health']);
  await writeReferral(page(), 'Clinic A', 'A look at her knee', ['Name used']);

  await comeIn(office, JO, '2026-06-08T09:00');
  await find(page(), 'pia');
  expect(await whyItWaits(page(), 'Clinic A')).toBe('blocked: ended');
  expect(await page().getByRole('button', { name: 'It has left' }).count()).toBe(0);
  await tab(page(), 'Consents and shares');
  await press('Prepare a new one like it');
  await page().getByText('which covered: Name used, Health. Nothing is ticked.').waitFor();
  expect(await page().getByLabel('What for').inputValue()).toBe('A look at her knee');
  expect(await page().getByRole('combobox', { name: 'To which agency' }).inputValue()).toBe('Clinic A');
  expect(await page().getByRole('checkbox', { checked: true }).count()).toBe(0);
  await page().getByRole('checkbox', { name: 'Name used', exact: true }).check();
  await page().getByRole('checkbox', { name: 'We talked about what could go wrong' }).check();
  await page()
    .getByRole('checkbox', { name: /other ways/ })
    .check();
  await page().getByText('No', { exact: true }).click();
  await press('Keep it, not signed yet');
  await page().getByText('Not signed yet', { exact: true }).waitFor();
  await page().getByLabel('Where the paper is kept').fill('grey binder');
  await press('Signed on paper today');
  await page().getByText('May be used').waitFor();
});

it('14: the parent who did harm asks for the file', async () => {
  // First at the door, where nobody knows of anybody; house staff write down that somebody asked.
  await comeIn(office, SAM, '2026-06-09T10:30');
  await goTo(page(), 'Callers');
  await page().getByRole('radio', { name: 'At the door' }).check();
  await page().getByLabel('Who they say they are').selectOption({ label: 'Family' });
  await page().getByLabel('What or whom they asked for').fill('His daughter, and her papers');
  await page().getByRole('radio', { name: 'Also about papers' }).check();
  await page().getByRole('radiogroup', { name: 'Was it a threat?' }).getByLabel('No').check();
  await press('Keep it');
  await page().getByText('At the door: Family').waitFor();
  await comeIn(office, JO, '2026-06-09T11:00');
  await find(page(), 'dan');
  await tab(page(), 'Their rights');
  await press('Write down a request');
  await page().getByRole('radio', { name: 'A parent or guardian' }).check();
  await page().getByLabel('Name of the parent or guardian').fill('Her father');
  await page()
    .getByRole('radiogroup', { name: /person causing harm/ })
    .getByLabel('Yes')
    .check();
  await page()
    .getByText('is told nothing: not even whether anybody is here. Ask the director about counsel.')
    .waitFor();
  await press('Keep it');
  const asked = sheet('To see the record');
  await asked.getByText('Asked by Her father, parent or guardian').waitFor();
  await asked.getByRole('button', { name: 'Checked in person' }).click();
  await asked.getByText('Checked in person on 9 June 2026').waitFor();
  // Written down, and never answered with anything but a no.
  await asked.getByRole('button', { name: 'Write down the answer' }).click();
  await asked.getByRole('button', { name: 'Keep it' }).click();
  await asked.getByRole('alert').waitFor();
  await page().getByLabel('How it ended').selectOption({ label: 'Turned down' });
  await page().getByLabel('What was said, in plain words').fill('We neither confirm nor deny. Counsel answers.');
  await asked.getByRole('button', { name: 'Keep it' }).click();
  await asked.getByText('Turned down, on 9 June 2026').waitFor();
});

it('18: she asks for a copy, and reads it here', async () => {
  await comeIn(office, JO, '2026-06-10T10:00');
  await find(page(), 'pia');
  await tab(page(), 'Their rights');
  await press('Write down a request');
  await page().getByLabel('What is asked for').selectOption({ label: 'A copy' });
  await press('Keep it');
  const asked = sheet('A copy');
  await asked.getByText('Answer by 24 June 2026').waitFor();
  await asked.getByRole('button', { name: 'Checked in person' }).click();
  await asked.getByText('Checked in person on 10 June 2026').waitFor();
  await asked.getByRole('link', { name: 'Prepare the copy' }).click();
  await page().getByText('Line by line').waitFor();
  for (const part of await page().locator('.copy-part:not([open]) > summary').all()) await part.click();
  await page()
    .getByLabel(/^Leave out: .*Omar told us/)
    .selectOption({ label: 'About somebody else' });
  const copy = await page().getByRole('article').innerText();
  expect(copy).toContain('Found the library.');
  expect(copy).toContain('[Left out. About somebody else]');
  expect(copy).not.toContain('Omar');
  await page().getByRole('radio', { name: 'Read together here, nothing is taken along' }).check();
  await press('Give it');
  await page()
    .getByText(/^Given, read together here/i)
    .waitFor();
  await find(page(), 'pia');
  await tab(page(), 'Consents and shares');
  await sheet('What has left').getByText('Own copy').first().waitFor();
  await tab(page(), 'Their rights');
  await sheet('A copy').getByText('Done in part, on 10 June 2026').waitFor();
});

it('19: she wants it erased while a court holds it', async () => {
  await comeIn(office, ANA, '2026-06-11T10:00');
  await find(page(), 'rut');
  await tab(page(), 'Their rights');
  await press('Write down a request');
  await page().getByLabel('What is asked for').selectOption({ label: 'To erase it' });
  await press('Keep it');
  const asked = sheet('To erase it');
  await asked.getByRole('button', { name: 'Checked in person' }).click();
  // What the court did not ask for goes now, with the name of a second colleague under it.
  await asked.getByRole('button', { name: 'Erase a part now' }).click();
  expect(await asked.getByRole('checkbox', { name: /^Notes/ }).isDisabled()).toBe(true);
  await asked.getByRole('checkbox', { name: 'Needs: 1' }).check();
  await asked.getByLabel('Who signs with you').selectOption({ label: LENA.name });
  await page().locator('#second-passphrase').fill(LENA.passphrase);
  await asked.getByRole('button', { name: 'Erase for good now' }).click();
  await asked.getByText(/^Erased on 11 June 2026: 1 record, certificate /).waitFor({ timeout: 60_000 });
  await tab(page(), 'Needs now');
  expect(await page().getByText('Quince tea').count()).toBe(0);
  await tab(page(), 'Notes and timeline');
  await page().getByText('Saw the foreman.').first().waitFor();
  await tab(page(), 'Their rights');
  await asked.getByRole('button', { name: 'Write down the answer' }).click();
  await asked.getByText('it cannot be erased whole now').waitFor();
  await asked.getByRole('button', { name: 'Keep it' }).click();
  await asked.getByRole('alert').waitFor();
  await page().getByLabel('How it ended').selectOption({ label: 'Turned down' });
  expect(await asked.getByRole('checkbox', { name: /held for a court/ }).isChecked()).toBe(true);
  await asked.getByRole('checkbox', { name: /^Offered to erase a part now/ }).check();
  await page().getByLabel('Look at it again on').fill('9 September 2026');
  await page().getByLabel('What was said, in plain words').fill('A court needs it until the trial is over.');
  await asked.getByRole('button', { name: 'Keep it' }).click();
  await asked.getByText('Turned down, on 11 June 2026').waitFor();
  await asked.getByText('Looked at again on 9 September 2026').waitFor();
  await tab(page(), 'History');
  await page().getByText('Since 2 May 2026, asked for by District court').waitFor();
  expect(
    await page()
      .getByRole('button', { name: /^Erase this/ })
      .count(),
  ).toBe(0);
  // On that day it comes back by itself.
  await comeIn(office, ANA, '2026-09-09T10:00');
  await goTo(page(), 'Calendar');
  await page().getByText('Look again at a refusal: To erase it').first().waitFor();
});

it('20: the stick with the backup is lost', async () => {
  await comeIn(office, ANA, '2026-09-10T10:00');
  const backUp = async (folder: string) => {
    await goTo(page(), 'Safekeeping');
    await page().getByRole('link', { name: 'Backups' }).first().click();
    await office.app.answerNextDialog(office.home.folder(folder));
    await press('Choose the stick or folder');
    await press('Start');
    await page().locator('.verdict-yes').waitFor({ timeout: 60_000 });
  };
  await backUp('blue');
  await backUp('red');
  await comeIn(office, SAM, '2026-09-11T22:00');
  await fromOutside('When something got out');
  await page().getByLabel('What happened, without names').fill('The blue stick is not in the drawer.');
  await press('Write it down');
  await page().getByText('Written down. A director goes on with it.').waitFor();
  await comeIn(office, ANA);
  await goTo(page(), 'Today');
  await page()
    .getByRole('link', { name: /Something got out/ })
    .click();
  await page()
    .getByText(/^Tell the authority by 14 Sept? 2026, 22:/)
    .waitFor();
  await page().getByRole('combobox', { name: 'Add a person' }).click();
  await page().getByRole('option', { name: /^Maya/ }).click();
  await page().getByRole('checkbox', { name: 'It may tell where this person is' }).check();
  await page().getByLabel('Is Maya safe?').selectOption({ label: 'Safety plan changed' });
  await page().getByLabel('Is the authority to be told?').selectOption({ label: 'Yes' });
  await page().getByLabel('Name or number').fill('The data office');
  await press('Somebody was told now');
  await page().getByLabel('What changes from now on').fill('The drawer is locked.');
  await press('Close it');
  await page().getByText('The list for a lost stick or disk is not gone through.').waitFor();
  // What was on it is counted by itself, of the backup that was meant.
  const onIt = page().getByLabel('What is on it: how many cases, until which day');
  expect(await onIt.inputValue()).toMatch(/^Backup of 10 September 2026 on “red”; Cases: \d+; /);
  await page().getByLabel('Which backup was on it').selectOption({ label: 'Backup of 10 September 2026 on “blue”' });
  expect(await onIt.inputValue()).toMatch(/on “blue”; Cases: \d+; .*\d+ other records$/);
  for (const step of await sheet('The lost stick or disk').getByRole('textbox').all())
    if ((await step.inputValue()) === '') await step.fill('Done.');
  await press('Close it');
  await page().getByText('Closed on 11 September 2026').waitFor();
  // The other copy opens.
  await goTo(page(), 'Safekeeping');
  await page().getByRole('link', { name: 'Backups' }).first().click();
  await office.app.answerNextDialog(office.home.folder('red'));
  await press('Choose where the backup lies');
  await page().getByRole('radio').first().check();
  await page().locator('#backup-sign-in').fill(ANA.signInName);
  await page().locator('#backup-passphrase').fill(ANA.passphrase);
  await press('Test it');
  await page().locator('.verdict-yes').waitFor({ timeout: 60_000 });
});
