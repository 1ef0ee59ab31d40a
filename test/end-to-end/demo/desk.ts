// What is done at the desk over and over: somebody arrives, a need is named, the house looks at a card.
import type { Locator, Page } from 'playwright-core';
import { choose, goTo, type Office } from './office.ts';

export interface Desk {
  readonly page: () => Page;
  /** The list of needs of the case that is open. */
  readonly needs: () => Locator;
  readonly press: (name: string | RegExp) => Promise<void>;
  readonly saved: () => Promise<void>;
  /** Words that are on the page. */
  readonly said: () => Promise<string>;
  /** Whatever calls for something on this page: what is lit, what says stop. */
  readonly badges: () => Promise<number>;
  /** Opens a case for somebody of whom only this name is known. */
  readonly arrives: (name: string) => Promise<void>;
  /** Names a need; without `byWhen` the time that this kind suggests. */
  readonly need: (kind: string, byWhen?: string, how?: string) => Promise<void>;
  /** As house staff open somebody's card, from the list of who is here; what it says. */
  readonly houseCard: (name: string) => Promise<string>;
}

export function deskOf(office: () => Office): Desk {
  const page = (): Page => office().page();
  const main = (): Locator => page().locator('main');
  const needs = (): Locator => page().getByRole('region', { name: 'Needs now' });
  const press: Desk['press'] = (name) => page().getByRole('button', { name, exact: true }).first().click();
  return {
    page,
    needs,
    press,
    saved: () => page().locator('.save-saved').waitFor(),
    said: () => main().innerText(),
    badges: () => main().locator('.word-lit, .word-stop, [role=alert]').count(),
    arrives: async (name) => {
      await page().keyboard.press('Control+n');
      await page().getByLabel('What would this person like to be called here?').waitFor();
      await page().keyboard.type(name);
      await page().keyboard.press('Enter');
      await page().getByRole('navigation', { name: 'Parts of this case' }).waitFor();
    },
    need: async (kind, byWhen, how) => {
      await choose(page(), 'What kind of need', kind);
      if (byWhen !== undefined) await choose(page(), 'By when', byWhen);
      if (how !== undefined) await page().getByText(how, { exact: true }).click();
      await press('Keep this need');
      await needs().getByText(kind).waitFor();
    },
    houseCard: async (name) => {
      await goTo(page(), 'Cases');
      await main().getByRole('link', { name }).click();
      await page().getByRole('heading', { name: 'Good to know' }).waitFor();
      return main().innerText();
    },
  };
}
