// PDFs are drawn page by page in the same locked-down process as pictures. What somebody sends to do harm is drawn without it or refused
// in a sentence; nothing of it calls out, and the records stay open.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CaseFileId, ChoiceHandle } from '#shared/ids';
import { productTools } from '../../electron/vault/keys/kdf.ts';
import { FILLED_UNTIL, type FilledIds } from '../helpers/filled-vault.ts';
import { hostilePdfs, pdfOfPages } from '../helpers/pdfs.ts';
import { aPng } from '../helpers/pictures.ts';
import { testClock, vaultOn } from '../helpers/vault.ts';
import type { Office } from './demo/office.ts';
import { eventually } from './driver/app.ts';
import { listen, type Listener } from './driver/listener.ts';
import { openFilledOffice, openItsFiles } from './filled-office.ts';

let office: Office;
let listener: Listener;
const LETTER = 'Letter in three pages';
const POSTER = 'A picture of forty million points';
const files = (): Readonly<Record<string, Buffer>> => ({
  [LETTER]: pdfOfPages(['First page', 'Second page', 'Third page']),
  [POSTER]: aPng({ width: 8_000, height: 5_000 }),
  ...hostilePdfs(listener.address),
});

beforeAll(async () => {
  listener = await listen();
  let ids: FilledIds;
  ({ office, ids } = await openFilledOffice(async (home, { caseFileId }) => {
    const vault = vaultOn(home.dataDir, testClock(FILLED_UNTIL), { tools: productTools });
    await vault.unlock();
    for (const [title, content] of Object.entries(files())) {
      const path = join(home.folder('sticks'), 'incoming');
      writeFileSync(path, content);
      const request = {
        caseFileId: CaseFileId.parse(caseFileId),
        file: ChoiceHandle.parse(vault.grant(path)),
        title,
        sealed: false,
      };
      await vault.ask('attachment.add', request);
    }
    vault.vault.close();
  }));
  page().setDefaultTimeout(30_000);
  await openItsFiles(office, ids);
}, 240_000);
afterAll(async () => {
  await office.app.stop();
  office.home.remove();
  await listener.close();
});
const page = () => office.page();
const pagesOpen = (): Promise<number> => office.app.inMain(({ webContents }) => webContents.getAllWebContents().length);

/** Opens one file and waits for its first page or for a sentence; then closes it. Returns which it was. */
async function look(title: string): Promise<string> {
  await page()
    .getByRole('button', { name: `Look at it: ${title}`, exact: true })
    .click();
  const drawn = page().getByRole('img', { name: new RegExp(`^${title}`) });
  const refused = page().locator('[role=alert]').first();
  await drawn.or(refused).first().waitFor();
  const outcome = (await refused.isVisible()) ? firstSentence(await refused.innerText()) : await lookOf(title);
  await page().getByRole('button', { name: 'Close' }).click();
  return outcome;
}
const firstSentence = (words: string): string => `${words.split(/[.\n]/)[0]!}.`;
/** The patch in the corner is there, or nothing is. */
const lookOf = async (title: string): Promise<string> =>
  (await darkAt(new RegExp(`^${title}`), 10, 90)) > 100 ? 'drawn' : 'drawn, and white';

/** How dark the canvas is at a place given in hundredths of its sides, 0 to 255. */
const darkAt = (name: RegExp, across: number, down: number): Promise<number> =>
  page()
    .getByRole('img', { name })
    .evaluate(
      (canvas: HTMLCanvasElement, [x, y]) => {
        const at = [Math.floor((canvas.width * x!) / 100), Math.floor((canvas.height * y!) / 100)] as const;
        return 255 - canvas.getContext('2d')!.getImageData(at[0], at[1], 1, 1).data[0]!;
      },
      [across, down],
    );

describe('a PDF', () => {
  it('is drawn page by page, forward and back, and as wide as the sheet', async () => {
    await page()
      .getByRole('button', { name: `Look at it: ${LETTER}` })
      .click();
    await page()
      .getByRole('img', { name: `${LETTER}, Page 1 of 3` })
      .waitFor();
    expect(await darkAt(/Page 1 of 3/, 10, 90)).toBeGreaterThan(240);
    expect(await darkAt(/Page 1 of 3/, 90, 90)).toBe(0);
    await page().getByRole('button', { name: 'Next page' }).click();
    await page()
      .getByRole('img', { name: `${LETTER}, Page 2 of 3` })
      .waitFor();
    await page().getByRole('button', { name: 'Next page' }).click();
    const third = page().getByRole('img', { name: `${LETTER}, Page 3 of 3` });
    await third.waitFor();
    expect(await page().getByRole('button', { name: 'Next page' }).isDisabled()).toBe(true);
    const narrow = (await third.boundingBox())!.width;
    await page().getByRole('button', { name: 'As wide as the sheet' }).click();
    expect((await third.boundingBox())!.width).toBeGreaterThanOrEqual(narrow);
    await page().getByRole('button', { name: 'Page before' }).click();
    await page()
      .getByRole('img', { name: `${LETTER}, Page 2 of 3` })
      .waitFor();
    await page().getByRole('button', { name: 'Close' }).click();
  });

  it.each([
    ['script', 'drawn'],
    ['links', 'drawn'],
    ['embedded', 'drawn'],
    ['brokenTable', 'drawn'],
    ['manyPages', 'drawn'],
    ['elsewhere', 'drawn, and white'],
    ['hugePage', 'drawn, and white'],
    ['noPages', 'This page cannot be drawn.'],
    ['nothing', 'This page cannot be drawn.'],
    ['locked', 'This PDF is locked with a password of its own.'],
  ])('that is hostile (%s) is: %s', async (title, outcome) => {
    expect(await look(title)).toBe(outcome);
  });

  it('of ten thousand pages says how many of them can be looked at', async () => {
    await page().getByRole('button', { name: 'Look at it: manyPages' }).click();
    await page().getByText('The first 200 of its 10000 pages can be looked at here.').waitFor();
    await page().getByRole('button', { name: 'Close' }).click();
  });

  it('whose page unpacks to more memory than it may take is stopped, and the records stay open', async () => {
    expect(await look('bomb')).toBe('Drawing this took more time or memory than a file may take, so it was stopped.');
    expect(office.app.log.join('')).toContain('preview-too-large');
    expect(await page().getByRole('navigation', { name: 'Main' }).isVisible()).toBe(true);
    expect(await look(LETTER)).toBe('drawn');
  });

  it('called nobody, whatever it asked for', () => {
    expect(listener.heard).toEqual([]);
  });
});

it('a picture of as many points as a picture may have stays within the memory', async () => {
  expect(await look(POSTER)).toBe('drawn');
});

it('each process is gone afterwards', async () => {
  await eventually('the previews are gone', async () => ((await pagesOpen()) === 1 ? true : undefined));
});
