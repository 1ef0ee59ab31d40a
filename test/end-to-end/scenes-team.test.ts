// A story of the team (domain §24, 21): a colleague leaves on the same day, and the people she worked with go to whom they wish, who
// reads nothing before her training counts.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aNote } from '../helpers/casework.ts';
import { ANA, JO, LENA, makeHouse } from '../helpers/small-house.ts';
import { trainForRecords } from '../helpers/trained-house.ts';
import { deskOf } from './demo/desk.ts';
import { choose, comeIn, find, goTo, type Office, openOffice, tab } from './demo/office.ts';

let office: Office;
const { page, press, said } = deskOf(() => office);
beforeAll(async () => {
  office = await openOffice('2026-05-04T09:00', undefined, (home) =>
    makeHouse(home.dataDir, '2026-05-02T09:00', async (house) => {
      await trainForRecords(house, ANA);
      await trainForRecords(house, JO);
      const ines = await house.open('Ines');
      await house.vault.ask('caseNote.add', aNote(ines, { body: 'Found the library.' }));
      const sheet = { caseFileId: ines, sheet: 'NEEDS_LIST' as const, lines: 2, withName: true, shredOn: '2026-05-30' };
      await house.vault.ask('printLog.add', sheet);
    }),
  );
  page().setDefaultTimeout(20_000);
}, 60_000);
afterAll(async () => {
  await office.app.stop();
  office.home.remove();
});

const sheet = (name: string) => page().getByRole('region', { name });

/** As the director: what opens Lena's way to what people told. */
async function trainLena(): Promise<void> {
  await goTo(page(), 'Team');
  await sheet('People').getByRole('link', { name: 'Lena' }).click();
  await page().getByRole('heading', { level: 1, name: 'Lena' }).waitFor();
  await sheet('What is known').getByRole('button', { name: 'Change' }).click();
  await page().getByLabel('Confidentiality agreement signed on').fill('4 May 2026');
  await page().keyboard.press('Tab');
  await press('Keep this');
  await sheet('What is known').getByText('4 May 2026').waitFor();
  await choose(page(), 'Which course', 'This program, and how devices are handled');
  await page().getByRole('button', { name: 'Keep it', exact: true }).click();
  await page().getByText('Written down.').waitFor();
}

it('21: a colleague leaves', async () => {
  // In time: what she wishes about who works with her.
  await comeIn(office, JO, '2026-05-04T09:10');
  await find(page(), 'ine');
  await tab(page(), 'Names and contact');
  const wish = sheet('Wishes about who works with them');
  await wish.getByRole('button', { name: 'Write it down' }).click();
  await page().getByLabel('In their words').fill('Lena, if she may.');
  await wish.getByRole('button', { name: 'Keep it' }).click();
  await wish.getByText('Lena, if she may.').waitFor();

  // The director sees whom the gates will hold back, and switches them on.
  await comeIn(office, ANA);
  await goTo(page(), 'Team');
  await page().getByRole('grid', { name: 'Who has learnt what' }).waitFor();
  const gates = sheet('What training opens');
  expect(await gates.innerText()).toMatch(/Lena\s+confidentiality agreement, course on this program/);
  await press('Switch it on');
  await page().getByRole('dialog').getByRole('button', { name: 'Switch it on' }).click();
  await gates.getByText('Held back now').waitFor();

  // The checklist: cases with wishes, paper, the last 30 days, what is collected.
  await sheet('People').getByRole('link', { name: 'Jo' }).click();
  await page().getByRole('link', { name: 'Prepare leaving' }).click();
  await page().getByRole('heading', { level: 1, name: 'Jo leaves the house' }).waitFor();
  const cases = sheet('Cases to hand on');
  await cases.getByText('Lena, if she may.').waitFor();
  await sheet('Paper and sticks that are known of')
    .getByText(/printed 2 May 2026, to be destroyed by 30 May 2026/)
    .waitFor();
  expect(await sheet('The last 30 days').innerText()).toMatch(/Prints\s+1 time/);
  expect(await said()).not.toContain('library');
  await sheet('Done together')
    .getByRole('checkbox', { name: /^Keys, badges/ })
    .click();
  await sheet('Done together').getByText('1 of 7').waitFor();
  await choose(page(), 'Who works with Ines from now on', 'Lena, Case manager');
  await press('Hand on: Ines');
  await cases.getByText('No open case is left with Jo.').waitFor();
  // It ends in the taking away that was there.
  await page().getByRole('link', { name: 'Go to Who has access' }).click();
  await press('Take access away: Jo');
  await page().getByRole('dialog').getByRole('button', { name: 'Take access away' }).click();
  await page().getByText('Jo no longer has access.').waitFor();

  // Lena works on it, and reads nothing yet; the needs stay hers to see to.
  await comeIn(office, LENA);
  await goTo(page(), 'Cases');
  await page().getByRole('link', { name: 'Ines' }).click();
  await sheet('Not open to you yet').waitFor();
  expect(await said()).toMatch(/signed the confidentiality agreement[\s\S]*how devices are handled/);
  expect(await said()).not.toContain('library');

  await comeIn(office, ANA);
  await trainLena();
  await comeIn(office, LENA);
  await find(page(), 'ine');
  await tab(page(), 'Notes and timeline');
  await page().getByText('Found the library.').first().waitFor();
});
