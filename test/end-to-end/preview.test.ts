// A picture of a stranger is decoded in a process of its own that holds nothing and can reach nobody; the page gets points. When that
// process dies, the app goes on.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FILLED_UNTIL, type FilledIds, fillVault } from '../helpers/filled-vault.ts';
import { DIRECTOR } from '../helpers/vault.ts';
import { type Office, openOffice } from './demo/office.ts';
import { eventually } from './driver/app.ts';
import { openPath } from './driver/place.ts';
import { appFolder } from './driver/runtime.ts';

const COAT = 'The blue coat that was left on the bus';
let office: Office;
let ids: FilledIds;
beforeAll(async () => {
  office = await openOffice(FILLED_UNTIL, undefined, async (home) => {
    ids = await fillVault(home.dataDir, home.folder('sticks'), join(appFolder(), 'out/parser/process.js'));
  });
  office.passphrase = DIRECTOR.passphrase;
  page().setDefaultTimeout(15_000);
  await office.unlock();
  await openPath(page(), `/cases/${ids.caseFileId}/files`);
}, 180_000);
afterAll(async () => {
  await office.app.stop();
  office.home.remove();
});
const page = () => office.page();

interface SeenPreview {
  readonly url: string;
  readonly preferences: Record<string, unknown>;
  readonly ownSession: boolean;
  readonly stored: string | null;
}

/** Notes every page that opens from now on; with `kill`, ends its process at once. */
const watchPreviews = (kill: boolean): Promise<void> =>
  office.app.inMain(({ app, session }, isKilled) => {
    const seen: unknown[] = [];
    (globalThis as Record<string, unknown>)['seenPreviews'] = seen;
    app.once('web-contents-created', (_event, contents) => {
      contents.once('did-finish-load', () => {
        const inside = contents as unknown as { getLastWebPreferences(): Record<string, unknown> };
        seen.push({
          url: contents.getURL(),
          preferences: JSON.parse(JSON.stringify(inside.getLastWebPreferences())) as unknown,
          ownSession:
            contents.session !== session.fromPartition('records') && contents.session !== session.defaultSession,
          stored: contents.session.storagePath,
        });
        if (isKilled) contents.forcefullyCrashRenderer();
      });
    });
  }, kill);
const seenPreviews = (): Promise<SeenPreview[]> =>
  office.app.inMain(() => (globalThis as Record<string, unknown>)['seenPreviews'] as never);
const pagesOpen = (): Promise<number> => office.app.inMain(({ webContents }) => webContents.getAllWebContents().length);

describe('a preview', () => {
  it('draws the picture in a sandboxed page of its own, in memory alone, and is gone afterwards', async () => {
    await watchPreviews(false);
    await page()
      .getByRole('button', { name: `Look at it: ${COAT}` })
      .click();
    const canvas = page().getByRole('img', { name: COAT });
    await canvas.waitFor();
    const point = await canvas.evaluate((element: HTMLCanvasElement) => {
      const points = element.getContext('2d')!.getImageData(0, 0, element.width, element.height);
      return {
        width: points.width,
        height: points.height,
        first: [...points.data.slice(0, 4)],
        at: [...points.data.slice((8 * 48 + 8) * 4, (8 * 48 + 8) * 4 + 4)],
      };
    });
    expect(point).toMatchObject({ width: 48, height: 32 });
    // The red corner and the pale patch of the picture, as far as JPEG keeps them.
    expect(point.first[0]).toBeGreaterThan(150);
    expect(point.first[2]).toBeLessThan(110);
    expect(Math.min(...point.at.slice(0, 3))).toBeGreaterThan(180);
    const [seen] = await seenPreviews();
    expect(seen).toMatchObject({
      url: 'app://preview/index.html',
      ownSession: true,
      stored: null,
      preferences: {
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webSecurity: true,
        javascript: true,
      },
    });
    await eventually('the preview is gone', async () => ((await pagesOpen()) === 1 ? true : undefined));
  });

  it('that is killed ends in a sentence; the records stay open', async () => {
    await page().getByRole('button', { name: 'Close' }).click();
    await watchPreviews(true);
    await page()
      .getByRole('button', { name: `Look at it: ${COAT}` })
      .click();
    await page().getByText('This picture cannot be drawn.').waitFor();
    expect(await page().getByRole('navigation', { name: 'Main' }).isVisible()).toBe(true);
    await eventually('the preview is gone', async () => ((await pagesOpen()) === 1 ? true : undefined));
    await page().getByRole('button', { name: 'Close' }).click();
    await page()
      .getByRole('button', { name: `Look at it: ${COAT}` })
      .click();
    await page().getByRole('img', { name: COAT }).waitFor();
  });
});
