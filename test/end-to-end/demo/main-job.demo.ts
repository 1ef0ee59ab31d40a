// The main job from an empty computer to a partner's package and a verified backup, and the rows of domain §24b on the way.
import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import type { Page } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import { makeWorkbook } from '../../../build/workbooks/generate.mjs';
import { giveToday, numbersOf } from './counting.ts';
import { describeOffice, firstBackup, keepTheWayBack, makeVault } from './first-run.ts';
import { addGoal, askHowItGoes, closeCase, letGoFor, moveOut, review } from './leaving.ts';
import { addColleague, endHold, erase, hold, untilWords } from './letting-go.ts';
import { drawRoom, giveBed, whyNoMove } from './beds.ts';
import { choose, find, goTo, type Office, openOffice, tab } from './office.ts';
import { refer, whyItWaits, writeReferral } from './referring.ts';
import { demoReport } from './report.ts';
import { askBothScreens, throughSafetyStep } from './screens.ts';
import { addAgency, askTheGate, handOver, prepareAndSign } from './sharing.ts';

const out = process.env['DEMO_OUT'] ?? '/tmp/safehold-demo';
const report = demoReport(out);
const offices: Office[] = [];
afterAll(async () => {
  report.write();
  for (const office of offices) {
    await office.app.stop();
    office.home.remove();
  }
});

const PURPOSE = 'Booking a first dental visit';
const SHARED = ['Name used', 'Needs'];
const LEARN = 'Learn to bake bread for others.';
const REST = 'My evenings free.';
const FOLLOW_UPS = [
  ['2026-07-20', 'After 30 days'],
  ['2026-09-18', 'After 90 days'],
  ['2026-12-17', 'After 180 days'],
] as const;

it('plays the main job', async () => {
  const office = await openOffice('2026-03-02T20:30');
  offices.push(office);
  const page = () => office.page();
  const sticks = office.home.folder('sticks');
  const play = (name: string, work: () => Promise<void>) => report.step(name, page, work);

  await play('first-run', () => describeOffice(office));
  await play('passphrase', () => makeVault(office));
  await play('recovery-code', () => keepTheWayBack(office));
  await play('first-backup', () => firstBackup(office, sticks));

  await play('import-preview', async () => {
    const workbook = join(sticks, 'residents.xlsx');
    writeFileSync(workbook, await makeWorkbook({ seed: 7, people: 60, shape: 'single', traps: true }), { mode: 0o644 });
    await goTo(page(), 'Cases');
    await page().getByRole('link', { name: 'Bring in a workbook' }).click();
    await office.app.answerNextDialog(workbook);
    await page().getByRole('button', { name: 'Choose a workbook' }).click();
    await page().getByRole('heading', { name: 'About the file' }).waitFor({ timeout: 60_000 });
  });
  await play('import-done', async () => {
    await page()
      .getByRole('button', { name: /^Add \d+ people/ })
      .click();
    const done = page().getByText(/\d+ people were added/);
    await done.waitFor({ timeout: 60_000 });
    const people = (await done.innerText()).match(/\d+/)![0];
    report.fact('importedPeople', Number(people));
    await page().getByRole('link', { name: 'See the cases' }).click();
    await page().getByRole('heading', { name: 'Cases' }).waitFor();
  });
  await play('cases', async () => {
    await page()
      .getByText(/open cases/)
      .waitFor();
  });

  await office.nextDay('2026-03-02T21:40');
  await play('someone-new', async () => {
    await page().keyboard.press('Control+n');
    await page().getByLabel('What would this person like to be called here?').waitFor();
    await page().keyboard.type('Maya');
    await page().keyboard.press('Enter');
    await page().getByRole('navigation', { name: 'Parts of this case' }).waitFor();
  });
  await play('needs', async () => {
    await tab(page(), 'Needs now');
    const needs = [
      ['Food and water', 'Today, within 24 hours'],
      ['A safe phone', 'Within 3 days'],
      ['Papers', 'Within 7 days'],
      ['A home', 'Within 30 days'],
    ] as const;
    const list = page().getByRole('region', { name: 'Needs now' });
    for (const [code, urgency] of needs) {
      await choose(page(), 'What kind of need', code);
      await choose(page(), 'By when', urgency);
      await page().getByRole('button', { name: 'Keep this need' }).click();
      await list.getByText(code).waitFor();
    }
    const due = await list.locator('.word').allInnerTexts();
    const expected = ['Tue 3 Mar, 21:40', 'Thu 5 Mar, 21:40', 'Mon 9 Mar, 21:40', 'Wed 1 Apr, 21:40'];
    ['U1', 'U2', 'U3', 'U4'].forEach((urgency, at) =>
      report.value('Intake', `${urgency} due`, expected[at]!, due[at] ?? ''),
    );
  });
  await play('bed', async () => {
    await drawRoom(page(), 'Quiet room', ['B3', 'B4']);
    await giveBed(page(), 'B3', 'Maya');
    await page().locator('.bed-taken').filter({ hasText: 'B3' }).click();
    const nights = await page()
      .getByText(/^Here since /)
      .innerText();
    report.value('Bed', 'night of 03-02', 'Here since Mon 2 Mar, 1 night', nights.trim());
    const other = await someoneElseHere(page());
    await giveBed(page(), 'B4', other);
    const taken = 'Somebody sleeps there on one of these nights.';
    report.value('Bed', 'double booking', taken, await whyNoMove(page(), 'B4', 'B3'));
    await find(page(), 'may');
  });
  await play('draft-before-lock', async () => {
    await tab(page(), 'Notes and timeline');
    await page().locator('#note-body').fill(report.canary('zephyrquill marmalade observatory'));
    await page().locator('.save-saved').waitFor();
  });
  await play('locked', () => office.lock());
  await play('back-where-she-was', async () => {
    await office.unlock();
    await find(page(), 'may');
    await tab(page(), 'Notes and timeline');
    const kept = await page().locator('#note-body').inputValue();
    report.value('Lock', 'words after unlocking', 'zephyrquill marmalade observatory', kept);
  });
  await play('note-kept', async () => {
    await page().getByLabel('own words').fill(report.canary('Close to the door, quokkalantern'));
    await page().getByRole('button', { name: 'Keep the note' }).click();
    await page()
      .getByRole('heading', { name: /^Note, / })
      .waitFor();
  });

  await office.nextDay('2026-03-03T10:00');
  await play('given', async () => {
    await find(page(), 'may');
    await giveToday(page(), 'Food');
  });
  await play('safety-plan', async () => {
    await find(page(), 'may');
    await tab(page(), 'Safety plan');
    await page().getByLabel('How much danger, as you see it').selectOption({ label: 'High' });
    await page().getByRole('button', { name: 'Keep the plan' }).click();
    await page().locator('.save-saved').waitFor();
    await tab(page(), 'Summary');
    const words = page().getByText(/look again by/);
    await words.waitFor();
    report.value(
      'Safety plan v1',
      'review due',
      'Safety plan look again by 10 March 2026',
      (await words.innerText()).trim(),
    );
  });
  await office.nextDay('2026-03-05T14:00');
  await play('well-being', async () => {
    await find(page(), 'may');
    const { phq2, phq9 } = await askBothScreens(page());
    report.value('Screens', 'PHQ-2 (2,1)', '3 of 6; At or above the cut-off of 3', phq2);
    report.value('Screens', 'PHQ-9', '11 of 27, moderate', phq9);
  });
  await play('safety-step', async () => {
    report.value('Screens', 'next look in', '5 Mar 2026, 20:00', await throughSafetyStep(page()));
  });
  await office.nextDay('2026-03-12T10:00');
  await play('support-plan', async () => {
    await find(page(), 'may');
    await tab(page(), 'Plan and goals');
    await page().getByRole('button', { name: 'Write it down' }).click();
    await page().getByLabel('What they hope for').last().fill(report.canary('A kitchen of my own, velvetthimble'));
    await page().getByRole('button', { name: 'Keep the words' }).click();
    await addGoal(page(), LEARN);
    report.value('Support plan', 'first review', 'review 11 April 2026', await nextReview(page()));
  });

  const identity = await generateX25519Identity();
  writeFileSync(join(out, 'partner-identity.txt'), `${identity}\n`, { mode: 0o600 });
  const recipient = await identityToRecipient(identity);
  await office.nextDay('2026-03-13T10:00');
  await play('agency', () => addAgency(page(), 'Clinic A', recipient));
  await play('release', async () => {
    await find(page(), 'may');
    await prepareAndSign(page(), 'Clinic A', PURPOSE, SHARED);
  });
  await play('gate-open', async () => {
    report.value('Release', '03-13', 'may leave', await askTheGate(page(), PURPOSE, SHARED));
  });
  await play('package', async () => {
    await handOver(office, office.home.folder('package'));
  });
  await play('gate-not-covered', async () => {
    await page().getByRole('link', { name: 'Back to the case' }).click();
    report.value(
      'Release',
      '03-13 with Immigration',
      'blocked: not covered',
      await askTheGate(page(), PURPOSE, [...SHARED, 'Immigration']),
    );
  });
  await play('referral', async () => {
    await page().getByRole('link', { name: 'Stop, keep nothing' }).click();
    const expected = 'An answer is expected by the end of 17 March 2026.';
    report.value('Referral', 'sent on 03-13', expected, await refer(page(), 'Clinic A', PURPOSE, SHARED));
  });
  for (const [day, expected] of [
    ['2026-03-17', 'Sent, no answer yet'],
    ['2026-03-18', 'No answer came in time. Ask again.'],
  ] as const) {
    await office.nextDay(`${day}T09:00`);
    await play(`chase-${day}`, async () => {
      await find(page(), 'may');
      await tab(page(), 'Referrals');
      const word = page().getByRole('list', { name: 'Referrals' }).locator('.word').first();
      report.value('Referral', day.slice(5), expected, (await word.innerText()).trim());
    });
  }
  await office.nextDay('2026-04-11T10:00');
  await play('review', async () => {
    await find(page(), 'may');
    await tab(page(), 'Plan and goals');
    const change = await letGoFor(page(), LEARN, REST);
    report.value('Review 1', 'the old goal and its successor', `Let go: ${LEARN}, now ${REST}`, change);
    await review(page());
    report.value('Review 1', 'next review', 'review 11 May 2026', await nextReview(page()));
  });
  for (const [day, expected] of [
    ['2026-04-12', 'may leave'],
    ['2026-04-13', 'blocked: ended'],
  ] as const) {
    await office.nextDay(`${day}T09:00`);
    await play(`gate-${day}`, async () => {
      await find(page(), 'may');
      report.value('Release', day.slice(5), expected, await askTheGate(page(), PURPOSE, SHARED));
    });
  }
  await office.nextDay('2026-04-20T09:00');
  await play('revoked', async () => {
    await find(page(), 'may');
    await tab(page(), 'Consents and shares');
    await prepareAndSign(page(), 'Clinic A', 'A second visit', SHARED);
    await writeReferral(page(), 'Clinic A', 'A second visit', SHARED);
    await tab(page(), 'Consents and shares');
    await page().getByRole('button', { name: 'They take it back' }).first().click();
    await page().getByText('Taken back').first().waitFor();
    report.value('Revocation', 'a letter after it', 'blocked: taken back', await whyItWaits(page(), 'Clinic A'));
    report.value('Revocation', '04-20 oral', 'blocked: taken back', await askTheGate(page(), 'A second visit', SHARED));
  });
  await play('backup', async () => {
    await goTo(page(), 'Safekeeping');
    await page().getByRole('link', { name: 'Backups' }).first().click();
    await office.app.answerNextDialog(office.home.folder('backup'));
    await page().getByRole('button', { name: 'Choose the stick or folder' }).click();
    await page().getByRole('button', { name: 'Start', exact: true }).click();
    await page().locator('.verdict-yes').waitFor({ timeout: 120_000 });
  });
  for (const [day, expected] of [
    ['2026-05-11', 'review 10 June 2026'],
    ['2026-06-10', 'review 8 September 2026'],
  ] as const) {
    await office.nextDay(`${day}T10:00`);
    await play(`review-${day}`, async () => {
      await find(page(), 'may');
      await review(page());
      report.value('Support plan', `review of ${day.slice(5)}, next`, expected, await nextReview(page()));
    });
  }
  await office.nextDay('2026-06-20T11:00');
  await play('numbers', async () => {
    const { served, isNew } = await numbersOf(page(), '2026-Q1', 'For us');
    report.value('Reports', 'Q1 2026, served', '1', served);
    report.value('Reports', 'Q1 2026, new', '1', isNew);
    const shown = await numbersOf(page(), '2026-Q1', 'For everybody');
    report.value('Reports', 'Q1 2026, public table', 'fewer than 11', shown.served);
  });
  await play('moved-out', async () => {
    await find(page(), 'may');
    const asked = 'They are asked on 20 July 2026, 18 September 2026, 17 December 2026.';
    report.value('Exit', 'follow-ups', asked, await moveOut(page(), '20 June 2026'));
    await find(page(), 'may');
    const nights = page().getByRole('region', { name: 'Nights here' }).locator('.sheet-end');
    report.value('Exit', 'stay', '110 nights', (await nights.innerText()).trim());
  });
  for (const [day, after] of FOLLOW_UPS) {
    await office.nextDay(`${day}T11:00`);
    await play(`follow-up-${day}`, async () => {
      await find(page(), 'may');
      report.value('Exit', `follow-up ${day.slice(5)}`, 'Safe and well', await askHowItGoes(page(), after));
    });
  }
  await office.nextDay('2026-12-20T11:00');
  await play('closed', async () => {
    await find(page(), 'may');
    report.value('Close', 'closed on', 'since 20 December 2026', await closeCase(page()));
    await page()
      .getByText(/^Due to go/)
      .waitFor();
    report.value('Close', 'purge eligible', 'Due to go on 20 December 2027.', await untilWords(page()));
  });
  await play('held', async () => {
    const held = 'Would be due on 20 December 2027; a legal hold keeps it.';
    report.value('Close', 'with a hold', held, await hold(page()));
  });
  await report.step(
    'restored',
    () => offices.at(-1)!.page(),
    () => restoreElsewhere(office),
  );
  let second = '';
  await play('colleague', async () => {
    second = await addColleague(page(), 'Jo');
  });
  await office.nextDay('2027-12-20T11:00');
  await play('hold-ended', async () => {
    await find(page(), 'may');
    report.value('Close', 'after the hold', 'Due to go since 20 December 2027.', await endHold(page()));
  });
  await play('erased', async () => {
    report.value(
      'Close',
      'certificate says',
      'nobody',
      await erase(page(), 'Maya', { name: 'Jo', passphrase: second }),
    );
  });
  await keepVersions(office);
  copyOut(office);
  expect(report.differences()).toEqual([]);
});

/** The day of the next look back, as the summary says it. */
async function nextReview(page: Page): Promise<string> {
  await page.locator('.save-saved').waitFor();
  await tab(page, 'Summary');
  const words = page.locator('.plan-sheet .sheet-end');
  await words.waitFor();
  return (await words.innerText()).trim();
}

/** Another computer: the records come back with the passphrase of that time, and the same case is there. */
async function restoreElsewhere(from: Office): Promise<void> {
  const office = await openOffice('2026-04-14T09:00');
  offices.push(office);
  const backup = join(from.home.root, 'backup');
  const page = () => office.page();
  await page().getByRole('button', { name: 'I have a backup' }).click();
  await office.app.answerNextDialog(backup);
  await page().getByRole('button', { name: 'Choose where the backup lies' }).click();
  await page().getByRole('radio').first().check();
  await page().locator('#backup-sign-in').fill('ana');
  await page().locator('#backup-passphrase').fill(from.passphrase);
  await page().getByRole('button', { name: 'Open it', exact: true }).click();
  await page().getByText('This is the backup of Willow House').waitFor({ timeout: 60_000 });
  await office.app.expectLock(() => page().getByRole('button', { name: 'Bring these records back' }).click());
  office.passphrase = from.passphrase;
  await page().locator('#sign-in-name').waitFor({ timeout: 60_000 });
  await office.unlock();
  await find(page(), 'may');
  await tab(page(), 'Notes and timeline');
  await page().getByText('zephyrquill marmalade observatory').first().waitFor();
}

function copyOut(office: Office): void {
  for (const name of ['package', 'backup']) {
    mkdirSync(join(out, name), { recursive: true });
    cpSync(join(office.home.root, name), join(out, name), { recursive: true });
  }
  report.fact('packages', readdirSync(join(out, 'package')));
  report.fact('backups', readdirSync(join(out, 'backup')));
}

/** What it was played with: the driver, the app's Node processes (main, vault, parser share one runtime) and its page. */
async function keepVersions({ app }: Office): Promise<void> {
  const { electron, chrome, node, v8 } = await app.inMain(() => ({ ...process.versions }));
  const page = await app.page.evaluate(() => navigator.userAgent);
  report.fact('versions', { driver: { node: process.versions.node }, processes: { electron, chrome, node, v8 }, page });
}

/** Any of those who came with the workbook. */
async function someoneElseHere(page: Page): Promise<string> {
  await page.locator('.bed').filter({ hasText: 'B4' }).click();
  await page.getByRole('combobox', { name: 'Who sleeps here' }).click();
  const names = await page.getByRole('option').allInnerTexts();
  await page.keyboard.press('Escape');
  return names.find((name) => name !== 'Maya')!;
}
