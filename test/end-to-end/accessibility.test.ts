// Every screen a person meets in the main job, in the real app, light and dark: nothing that WCAG A or AA forbids.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askForPassphrase, describeOffice, firstBackup, keepTheWayBack, typePassphrase } from './demo/first-run.ts';
import { find, goTo, type Office, openOffice, partWords, tab } from './demo/office.ts';
import { caseTabs } from '../../renderer/case/case-tabs.ts';
import { SCHEMES, violationsOf } from './driver/axe.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice('2026-03-02T20:30');
});
afterAll(async () => {
  await office.app.stop();
  office.home.remove();
});

const PARTS = [
  'Summary',
  'Needs now',
  'Plan and goals',
  'Safety plan',
  'Legal',
  'Talk together',
  'Notes and timeline',
  'Sealed notes',
  'Well-being',
  'Names and contact',
  'Family and apart',
  'Groups and mentors',
  'Intake',
  'What happened',
  'Consents and shares',
  'Referrals',
  'Prints',
  'Their rights',
  'Reports by law',
  'Services',
  'Files',
  'History',
];
const page = () => office.page();
const expectClean = async (screen: string) => expect(await violationsOf(page(), screen)).toEqual([]);
const caseParts = () => page().getByRole('navigation', { name: 'Parts of this case' });

const content = () => page().locator('main').locator('h2, h3, legend, button, .sheet').first();

/** A part that is one long task has no tabs: there the next one is reached by the find box. */
async function openPart(name: string): Promise<void> {
  if (!(await caseParts().isVisible())) await find(page(), 'may');
  await tab(page(), name);
  await page().waitForFunction((wanted) => {
    const current = document.querySelector<HTMLElement>('nav.case-parts [aria-current=page]');
    return current === null || current.innerText.trim() === wanted;
  }, name);
  await content().waitFor();
}

describe('the measure', () => {
  it('sees a picture without words, and words too faint to read in either scheme', async () => {
    await page().getByLabel('Name of the shelter').waitFor();
    await page().evaluate(() => {
      const bad = document.createElement('div');
      bad.id = 'control';
      bad.append(new Image(), 'faint');
      bad.style.cssText = 'color: #777; background: #7a7a7a';
      document.body.append(bad);
    });
    const found = await violationsOf(page(), 'control');
    await page().evaluate(() => document.getElementById('control')!.remove());
    for (const scheme of SCHEMES)
      expect(found).toContainEqual(expect.stringContaining(`control, ${scheme}: color-contrast at #control`));
    expect(found).toContainEqual(expect.stringContaining('image-alt at img'));
  });
});

describe('the first run', () => {
  it('asks about the shelter', () => expectClean('office'));

  it('shows the passphrase', async () => {
    await describeOffice(office);
    await askForPassphrase(office);
    await expectClean('passphrase');
  });

  it('shows the way back in', async () => {
    await typePassphrase(office);
    await page().getByText('The code checks itself').waitFor();
    await expectClean('recovery code');
  });

  it('makes the first backup', async () => {
    await keepTheWayBack(office);
    await page().getByRole('button', { name: 'Choose a folder' }).waitFor();
    await expectClean('first backup');
    await firstBackup(office, office.home.folder('sticks'));
  });
});

describe('the pages of the rail', () => {
  it.for(['Today', 'Cases', 'Partners and sharing', 'Safekeeping'])('%s', async (entry) => {
    await goTo(page(), entry);
    await page().getByRole('heading', { name: entry, exact: true }).first().waitFor();
    await expectClean(entry);
  });

  it('backups', async () => {
    await goTo(page(), 'Safekeeping');
    await page().getByRole('link', { name: 'Backups' }).first().click();
    await page().getByRole('button', { name: 'Choose the stick or folder' }).waitFor();
    await expectClean('backups');
  });

  it('bringing in a workbook', async () => {
    await goTo(page(), 'Cases');
    await page().getByRole('link', { name: 'Bring in a workbook' }).click();
    await page().getByRole('button', { name: 'Choose a workbook' }).waitFor();
    await expectClean('import');
  });

  it('someone new', async () => {
    await page().keyboard.press('Control+n');
    await page().getByLabel('What would this person like to be called here?').waitFor();
    await expectClean('new case');
    await page().keyboard.type('Maya');
    await page().keyboard.press('Enter');
    await caseParts().waitFor();
  });
});

describe('the parts of a case', () => {
  it('leaves out no part', () => {
    expect(caseTabs.flatMap(({ parts }) => parts.map(({ name }) => partWords(name))).toSorted()).toEqual(
      PARTS.toSorted(),
    );
  });

  it.for(PARTS)('%s', async (name) => {
    await openPart(name);
    await expectClean(name);
  });

  it('sharing', async () => {
    await find(page(), 'may');
    await page().getByRole('link', { name: 'Share', exact: true }).click();
    await caseParts().waitFor({ state: 'detached' });
    await page().getByText('There is no signed permission, so nothing leaves.').waitFor();
    await expectClean('share');
  });
});

it('the locked screen', async () => {
  await office.lock();
  await expectClean('locked');
});
