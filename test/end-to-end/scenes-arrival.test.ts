// Stories of arriving and staying, played as they happen at the desk: each as the people of the house see it, one after the
// other on the clock of one office.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addClinic, ANA, JO, makeHouse, MARA, SAM } from '../helpers/small-house.ts';
import { aRoom, makeRoom } from '../helpers/beds.ts';
import { leave, openPart } from './demo/asking.ts';
import { giveBed } from './demo/beds.ts';
import { giveToday, numbersOf, rowsOf } from './demo/counting.ts';
import { deskOf } from './demo/desk.ts';
import { addGoal, askHowItGoes, closeCase, letGoFor, moveOut, review } from './demo/leaving.ts';
import { erase, untilWords } from './demo/letting-go.ts';
import { comeIn, find, goTo, type Office, openOffice, tab } from './demo/office.ts';
import { goThere, refer } from './demo/referring.ts';
import { prepareAndSign } from './demo/sharing.ts';

let office: Office;
const { page, needs, press, saved, badges, arrives, need, houseCard } = deskOf(() => office);
beforeAll(async () => {
  office = await openOffice('2026-03-02T21:40', undefined, (home) =>
    makeHouse(home.dataDir, '2026-03-02T18:00', async (house) => {
      await addClinic(house, 'Clinic A');
      await makeRoom(house.vault, aRoom('Quiet room', { capacity: 1 }), ['B3']);
      await makeRoom(house.vault, aRoom('Garden room', { capacity: 1, place: 1 }), ['B6']);
      await house.open('Iris');
      await house.open('Lila');
      await house.letWork(MARA, await house.open('Robin'));
    }),
  );
  page().setDefaultTimeout(15_000);
}, 60_000);
afterAll(async () => {
  await office.app.stop();
  office.home.remove();
});

it('1: at night, somebody who says only "Maya"', async () => {
  await comeIn(office, JO, '2026-03-02T21:40');
  const begun = performance.now();
  await arrives('Maya');
  expect(performance.now() - begun).toBeLessThan(120_000);
  expect(await page().locator('main').innerText()).toContain('Nothing is waiting for them now.');
  await tab(page(), 'Needs now');
  const night = page().getByRole('region', { name: 'The first night' });
  for (const tile of ['Food and water', 'Clothes and washing', 'Sleep, a place alone']) {
    const row = night.getByRole('listitem').filter({ hasText: tile });
    await row.getByText('Now', { exact: true }).click();
    await row.getByRole('radio', { name: 'Now', checked: true, disabled: false }).waitFor({ state: 'attached' });
  }
  expect(await needs().locator('.need-words b').allInnerTexts()).toEqual([
    'Food and water',
    'Clothes and washing',
    'Rest and a place alone',
  ]);
  expect(await needs().locator('.word').allInnerTexts()).toEqual(Array(3).fill('Tue 3 Mar, 21:40'));
  // A bed is held for her; nothing else was asked, and nothing demands it.
  await goTo(page(), 'House');
  await press('Hold a bed');
  await page().getByLabel('What for, without a name').fill('a late arrival');
  await press('Hold it for a day');
  await page().locator('.bed-held').filter({ hasText: 'B3, a late arrival' }).waitFor();
  await find(page(), 'may');
  await tab(page(), 'Intake');
  await page().getByRole('navigation', { name: 'Parts of Intake' }).waitFor();
  const marks = await page().locator('.parts .mark').allInnerTexts();
  expect(marks.length).toBeGreaterThan(8);
  expect(new Set(marks)).toEqual(new Set(['Not asked']));
  expect(await badges()).toBe(0);
  await press('Stop here for today');
  await page().getByRole('heading', { name: 'Lately' }).waitFor();
  expect(await badges()).toBe(0);
  await comeIn(office, SAM);
  expect(await houseCard('Maya')).toContain('Clothes and washing');
  await giveBed(page(), 'B3', 'Maya');
});

it('3: she would rather not tell what happened, and help goes on', async () => {
  await comeIn(office, JO, '2026-03-03T10:00');
  await find(page(), 'iri');
  await tab(page(), 'What happened');
  await page().getByRole('link', { name: 'Begin: What was done' }).click();
  await leave(page(), 'How was this person brought or kept there?');
  await leave(page(), 'How old was this person when it began?');
  await openPart(page(), 'What happened', 'By what means');
  await leave(page(), 'Which means were used?');
  await press('Keep it and go back');
  await page().getByText('Act not yet, means not yet, purpose not yet').waitFor();
  await page().getByRole('link', { name: 'Open: Indicators' }).click();
  await page().getByRole('status').getByText('0 of 67 asked').waitFor();
  // What she is given does not ask for it.
  await page().getByRole('link', { name: 'Cases' }).click();
  await find(page(), 'iri');
  await tab(page(), 'Needs now');
  await need('Food and water', 'Today, within 24 hours');
  await tab(page(), 'Plan and goals');
  await addGoal(page(), 'Sleep with the door locked.');
  await tab(page(), 'Summary');
  expect(await page().locator('main').innerText()).not.toContain('Rather not say');
  await comeIn(office, SAM);
  expect(await houseCard('Iris')).not.toMatch(/rather not|happened/i);
  await giveBed(page(), 'B6', 'Iris');
  // A funder hears that she was helped, and of what happened: not known.
  await comeIn(office, JO);
  await find(page(), 'iri');
  await giveToday(page(), 'Food');
  await comeIn(office, ANA);
  expect(await numbersOf(page(), '2026-Q1', 'For us')).toMatchObject({ served: '1' });
  const told = await rowsOf(page(), 'By what happened');
  expect(told.filter(([, people]) => people !== '0').map(([what]) => what)).toEqual(['Not known', 'Altogether']);
});

it('4: a worker saw that she limps', async () => {
  await comeIn(office, JO, '2026-03-04T09:00');
  await find(page(), 'lil');
  await tab(page(), 'Needs now');
  await need('Pain or an injury', 'Within 3 days', 'We noticed');
  const row = needs().getByRole('listitem').filter({ hasText: 'Pain or an injury' });
  await row.getByText('We noticed. Ask them first').waitFor();
  await row.getByRole('button', { name: 'Ask: Pain or an injury' }).click();
  // Nothing can begin before she was asked.
  expect(await page().getByRole('menuitem').allInnerTexts()).toEqual(['Asked. It is wanted', 'They would rather not']);
  await page().getByRole('menuitem', { name: 'They would rather not' }).click();
  await needs().getByText('Nothing is waiting for them now.').waitFor();
  await press('Show what is settled');
  await page().getByRole('listitem').filter({ hasText: 'Pain or an injury' }).getByText('Rather not').waitFor();
  await comeIn(office, JO, '2026-03-08T09:00');
  await goTo(page(), 'Today');
  await page().locator('main').getByText('Food and water').first().waitFor();
  expect(await page().locator('main').innerText()).not.toContain('Pain or an injury');
});

it('5: one point, on the last question of PHQ-9', async () => {
  await comeIn(office, MARA, '2026-03-09T14:00');
  await find(page(), 'rob');
  await tab(page(), 'Well-being');
  await page().getByRole('link', { name: 'Begin PHQ-9' }).click();
  await page()
    .getByLabel(/12 or older/)
    .check();
  for (const [index, value] of [0, 0, 0, 0, 0, 0, 0, 0, 1].entries()) {
    await page()
      .getByText(new RegExp(`^${index + 1} of 9`))
      .waitFor();
    await page().locator('#screen-choices').focus();
    await page().keyboard.press(String(value));
    await page().keyboard.press('Enter');
  }
  await press('Keep this');
  const step = page().getByRole('region', { name: 'The safety step' });
  await step.getByText('Opened because of the last question of PHQ-9, whatever the total.').waitFor();
  expect(await page().locator('.result-line').innerText()).toBe('1 of 27, minimal');
  // It cannot be left in silence: it waits on Today until she ends it, with a time to look in again.
  await goTo(page(), 'Today');
  await page().getByRole('region', { name: 'A safety step is open' }).getByRole('link', { name: 'Go on' }).click();
  await step.getByLabel('Time').fill('20:00');
  await step.getByRole('button', { name: 'They chose not to go on' }).click();
  await step.getByText(/9 Mar 2026, 20:00$/).waitFor();
  await comeIn(office, SAM);
  const card = await houseCard('Robin');
  expect(card).toContain('Check-in at 20:00');
  expect(card).not.toMatch(/PHQ|safety step|minimal|dying/i);
});

// The last one, because the clock of an office does not go back: it lasts until December, and is signed in to seven times.
it('2: from the first evening to the closed case', async () => {
  await comeIn(office, JO, '2026-03-10T21:40');
  await arrives('Nour');
  await tab(page(), 'Needs now');
  await need('Medicine that must go on', 'Today, within 24 hours');
  await need('An interpreter', 'Within 3 days');
  expect(await needs().locator('.word').allInnerTexts()).toEqual(['Wed 11 Mar, 21:40', 'Fri 13 Mar, 21:40']);

  await comeIn(office, JO, '2026-03-11T10:00');
  await find(page(), 'nou');
  await tab(page(), 'Safety plan');
  await page().getByLabel('How much danger, as you see it').selectOption({ label: 'High' });
  await press('Keep the plan');
  await saved();
  await page().getByText('Look at it together by 18 March 2026').waitFor();

  await comeIn(office, JO, '2026-03-20T10:00');
  await find(page(), 'nou');
  await tab(page(), 'Plan and goals');
  const LEARN = 'Learn to bake bread for others.';
  await addGoal(page(), LEARN);
  for (const step of ['Enrol', 'A place for the child', 'A bus ticket']) {
    await press('Add a step');
    await page().getByLabel('The step').fill(step);
    await press('Keep the step');
    await page().getByRole('region', { name: LEARN }).getByRole('checkbox', { name: step }).waitFor();
  }
  await tab(page(), 'Summary');
  await page().getByText('review 19 April 2026').waitFor();
  await prepareAndSign(page(), 'Clinic A', 'Booking a first visit', ['Name used', 'Health']);
  // A Friday: two working days later is Tuesday.
  const expected = await refer(page(), 'Clinic A', 'Booking a first visit', ['Name used']);
  expect(expected).toBe('An answer is expected by the end of 24 March 2026.');

  await comeIn(office, JO, '2026-04-19T10:00');
  await find(page(), 'nou');
  expect(await goThere(page(), 'Clinic A', '17 April 2026')).toContain('Help was given');
  await tab(page(), 'Plan and goals');
  const change = await letGoFor(page(), LEARN, 'My evenings free.');
  expect(change).toBe(`Let go: ${LEARN}, now My evenings free.`);
  await review(page());
  await tab(page(), 'Summary');
  await page().getByText('review 19 May 2026').waitFor();
  await comeIn(office, JO, '2026-06-20T10:00');
  await find(page(), 'nou');
  expect(await moveOut(page(), '20 June 2026')).toMatch(/20 July 2026.*18 September 2026.*17 December 2026/);
  await comeIn(office, JO, '2026-09-18T10:00');
  await find(page(), 'nou');
  expect(await askHowItGoes(page(), 'After 90 days')).toContain('Safe and well');
  await comeIn(office, JO, '2026-12-20T10:00');
  await find(page(), 'nou');
  expect(await closeCase(page())).toBe('since 20 December 2026');
  const events = await page().locator('.line li').allInnerTexts();
  const told = [
    'Case opened',
    'Need: Medicine that must go on',
    'Safety plan, first version',
    'Support plan begun',
    'Permission signed',
    'A referral left',
    'A referral came to its end',
    'Support plan, looked back together',
    'Follow-up',
    'Case closed',
  ].map((words) => events.findLastIndex((line) => line.includes(words)));
  expect(told).not.toContain(-1);
  // Newest first.
  expect(told).toEqual([...told].sort((one, other) => other - one));
  expect(await untilWords(page())).toBe('Due to go on 20 December 2027.');

  // A year later it goes for good: a director and a colleague sign, and the certificate names nobody.
  await comeIn(office, ANA, '2027-12-20T11:00');
  expect(await erase(page(), 'Nour', MARA)).toBe('nobody');
  await goTo(page(), 'Cases');
  await page().getByText('All', { exact: true }).click();
  await page().getByRole('link', { name: 'Iris' }).first().waitFor();
  expect(await page().getByRole('link', { name: 'Nour' }).count()).toBe(0);
}, 240_000);
