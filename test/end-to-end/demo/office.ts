// The office of the demo: one app in one home, on a clock of its own, worked by name and role as a person would.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchApp, type RunningApp } from '../driver/app.ts';
import { english } from '#shared/text/english';
import { caseTabs } from '../../../renderer/case/case-tabs.ts';
import { type Home, newHome } from '../driver/home.ts';

export const ANA = { name: 'Ana', signInName: 'ana' };

export interface Office {
  readonly home: Home;
  readonly app: RunningApp;
  readonly page: () => Page;
  /** Sets the vault's clock to a local time; the page follows at the next unlock. */
  clock(local: string): void;
  passphrase: string;
  recoveryCode: string;
  /** Locks (the app starts anew), sets the clock, and unlocks again. */
  nextDay(local: string): Promise<void>;
  lock(): Promise<void>;
  unlock(): Promise<void>;
}

/**
 * Opens an office in a new home. `local` is the first moment, e.g. "2026-03-02T21:00"; `watch` as `under` of the driver;
 * `furnish` puts records into the home before the app starts.
 */
export async function openOffice(
  local: string,
  watch?: (home: Home) => readonly string[],
  furnish?: (home: Home) => Promise<void>,
): Promise<Office> {
  const home = newHome();
  await furnish?.(home);
  const clockFile = join(home.root, 'clock');
  const clock = (moment: string): void =>
    writeFileSync(clockFile, String(Date.parse(moment) - Date.now()), { mode: 0o644 });
  clock(local);
  const app = await launchApp({ home, args: [`--clock-file=${clockFile}`], under: watch?.(home) ?? [] });
  const page = (): Page => app.page;
  const office: Office = {
    home,
    app,
    page,
    clock,
    passphrase: '',
    recoveryCode: '',
    lock: async () => {
      await app.expectLock(() => page().getByRole('button', { name: 'Lock' }).click());
      await page().getByLabel('Passphrase').waitFor();
    },
    unlock: async () => {
      await page().locator('#sign-in-name').fill(ANA.signInName);
      await page().locator('#passphrase').fill(office.passphrase);
      await page().keyboard.press('Enter');
      await page().getByRole('navigation', { name: 'Main' }).waitFor();
    },
    nextDay: async (moment) => {
      await office.lock();
      clock(moment);
      await office.unlock();
    },
  };
  return office;
}

/** Somebody opens the records, at another local moment when one is given; whoever had them open is locked out first. */
export async function comeIn(
  office: Office,
  who: { readonly signInName: string; readonly passphrase: string },
  local?: string,
): Promise<void> {
  const name = () => office.page().locator('#sign-in-name');
  await name()
    .or(office.page().getByRole('navigation', { name: 'Main' }))
    .first()
    .waitFor();
  if ((await name().count()) === 0) await office.lock();
  if (local !== undefined) office.clock(local);
  await name().fill(who.signInName);
  await office.page().locator('#passphrase').fill(who.passphrase);
  await office.page().keyboard.press('Enter');
  await office.page().getByRole('navigation', { name: 'Main' }).waitFor();
  // The page of before is back: what is typed from here on goes where it is meant to.
  await office.page().locator('main h1').first().waitFor();
}

/** Goes to a page by the rail. */
export const goTo = (page: Page, entry: string): Promise<void> =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: entry }).click();

/**
 * Opens a case with the find box: the letters its name begins with, then Enter. The page of before may be a case too, so what is
 * waited for is this one's own summary.
 */
export async function find(page: Page, letters: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(letters);
  // Before the vault has answered, the first that is offered may be something else.
  const first = page.getByRole('option').first();
  await first.filter({ hasText: new RegExp(letters, 'i') }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: new RegExp(`^${letters}`, 'i') }).waitFor();
  const parts = page.getByRole('navigation', { name: 'Parts of this case' });
  await parts.locator('[aria-current="page"]', { hasText: english.cases.tabSummary }).waitFor();
}

/** Opens a part of the case: its tab first, when the part lies under one. */
export async function tab(page: Page, name: string): Promise<void> {
  const parts = page.getByRole('navigation', { name: 'Parts of this case' });
  const link = parts.getByRole('link', { name, exact: true });
  await parts.waitFor();
  if ((await link.count()) === 0) await parts.getByRole('link', { name: tabOf(name), exact: true }).click();
  await link.click();
}

/** What a tab or a part of the case is called, by its name in the texts. */
export const partWords = (name: string): unknown =>
  Object.entries(english.cases).find(([key]) => `cases.${key}` === name)?.[1];

function tabOf(part: string): string {
  const found = caseTabs.find(({ parts }) => parts.some((one) => partWords(one.name) === part));
  return String(partWords(found?.name ?? ''));
}

/** Chooses an entry of a Mantine select by its words. */
export async function choose(page: Page, label: string, entry: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: entry, exact: true }).click();
}
