// Who asks at the door and on the telephone, played by two people of the house: one answers and writes it down, the other works with
// the woman it may be about. Then a month later, when the words are gone.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aSafetyPlan } from '../helpers/casework.ts';
import { JO, LENA, makeHouse, SAM } from '../helpers/small-house.ts';
import { deskOf } from './demo/desk.ts';
import { comeIn, goTo, type Office, openOffice } from './demo/office.ts';

let office: Office;
const { page, press, said } = deskOf(() => office);
beforeAll(async () => {
  office = await openOffice('2026-05-04T09:00', undefined, (home) =>
    makeHouse(home.dataDir, '2026-05-02T18:00', async (house) => {
      const vera = await house.open('Vera');
      const calm = { ...aSafetyPlan(vera), riskLevelSurvivor: 'LOW' as const, riskLevelWorker: 'LOW' as const };
      await house.vault.ask('safetyPlan.save', calm);
      await house.open('Ines', LENA);
    }),
  );
  page().setDefaultTimeout(15_000);
}, 60_000);
afterAll(async () => {
  await office.app.stop();
  office.home.remove();
});

const keys = async (...pressed: string[]): Promise<void> => {
  for (const one of pressed) await page().keyboard.press(one);
};
const type = (words: string): Promise<void> => page().keyboard.type(words);
/** What the find box offers. */
const found = () => page().getByRole('listbox', { name: 'Find a case or an action' }).getByRole('option');
const alert = () => page().getByRole('region', { name: 'Callers' });

/** With the keyboard alone, from the first field, which has the focus. */
async function writeItDown(): Promise<void> {
  await page().locator('main').getByRole('radio', { name: 'Telephone' }).and(page().locator(':focus')).waitFor();
  await keys('Space', 'Tab', 'Tab');
  await type('Family');
  await keys('Tab');
  await type('Her cousin, then: the police');
  await keys('Tab');
  await type('Vera Lund. He will come tonight and take her home.');
  await keys('Tab');
  await type('0155 0199');
  await keys('Tab', 'Space', 'Tab', 'Space');
}

it('6: somebody who did harm sends a cousin, who says he is the police', async () => {
  await comeIn(office, SAM, '2026-05-04T14:10');
  await goTo(page(), 'Callers');
  await page().getByText('I can neither confirm nor deny that any person is here.').waitFor();
  await writeItDown();
  await page().getByText('They will not see about whom').waitFor();
  // Nobody is looked up from here, though house staff find Vera on every other page.
  await keys('Control+k');
  await type('vera');
  await page().getByText('Nobody is looked up from this page. Only').waitFor();
  expect(await found().count()).toBe(0);
  await keys('Escape');
  await press('Keep it');
  await page().getByText('Written down at').waitFor();
  expect(await said()).toMatch(/Telephone: Family[\s\S]*Her cousin, then: the police[\s\S]*Vera Lund/);
  expect(await page().locator('main a[href*="/cases/"]').count()).toBe(0);
  await goTo(page(), 'Today');
  await alert()
    .getByText(/^Somebody asked in a threatening way at 14:1\d$/)
    .waitFor();
  expect(await alert().innerText()).not.toMatch(/Vera|cousin|0155/);
  expect(await alert().getByRole('link', { name: 'See to it' }).count()).toBe(0);
  await keys('Control+k');
  await type('vera');
  await found().filter({ hasText: 'Vera' }).waitFor();
  await keys('Escape');
});

it('6: her case manager is told that somebody asked, and knows of whom it may be', async () => {
  await comeIn(office, JO, '2026-05-04T15:00');
  await alert()
    .getByText(/^Somebody asked in a threatening way at 14:1\d$/)
    .waitFor();
  expect(await alert().innerText()).not.toMatch(/Vera|cousin|0155/);
  await alert().getByRole('link', { name: 'See to it' }).click();
  await page().getByText('He will come tonight and take her home.').waitFor();
  const mine = page().getByRole('region', { name: 'May it be about somebody you work with?' });
  expect(await mine.innerText()).not.toContain('Ines');
  await mine.getByRole('button', { name: 'It may be Vera' }).click();
  await mine.getByText('Noted on 4 May 2026').waitFor();
  await press('I have seen to it');
  await page()
    .getByText(/^Seen to by Jo/)
    .waitFor();
  await mine.getByRole('link', { name: 'Look at the safety plan' }).click();
  await page().getByText('Look at it together today').waitFor();
  await page().getByText('Somebody asked for this person').first().waitFor();
  await goTo(page(), 'Today');
  await page().getByRole('link', { name: 'Safety plan, look at it together' }).waitFor();
  expect(await alert().count()).toBe(0);
});

it('6: nobody else learns whom it was about', async () => {
  await comeIn(office, LENA, '2026-05-04T16:00');
  expect(await alert().count()).toBe(0);
  await goTo(page(), 'Callers');
  await page().getByRole('link', { name: 'Is it about one of yours?' }).click();
  await page()
    .getByText(/Seen to by Jo/)
    .first()
    .waitFor();
  const mine = page().getByRole('region', { name: 'May it be about somebody you work with?' });
  await mine.getByText('Ines').waitFor();
  expect(await mine.innerText()).not.toMatch(/Vera|Noted/);
  await comeIn(office, SAM);
  await goTo(page(), 'Callers');
  await page()
    .getByText(/^A threat\. Seen to by Jo/)
    .waitFor();
  expect(await said()).not.toContain('Noted');
});

it('6: a month later the words are gone, and the line is there', async () => {
  await comeIn(office, SAM, '2026-06-03T09:00');
  await goTo(page(), 'Callers');
  await page().getByText('The words are erased').waitFor();
  expect(await said()).toMatch(/Telephone: Family/);
  expect(await said()).not.toMatch(/Vera|cousin/);
});
