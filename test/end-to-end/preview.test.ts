// A picture of a stranger is decoded in a process of its own that holds nothing and can reach nobody; the page gets points. When that
// process dies, the app goes on.
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { FilledIds } from '../helpers/filled-vault.ts';
import { tellFound } from '../helpers/proof.ts';
import type { Office } from './demo/office.ts';
import { eventually, launchApp } from './driver/app.ts';
import { callOut, listen } from './driver/listener.ts';
import { WALLS } from './driver/walls.ts';
import { openFilledOffice, openItsFiles } from './filled-office.ts';

const COAT = 'The blue coat that was left on the bus';
let office: Office;
let ids: FilledIds;
beforeAll(async () => {
  ({ office, ids } = await openFilledOffice());
  page().setDefaultTimeout(15_000);
  await openItsFiles(office, ids);
}, 180_000);
afterAll(async () => {
  await office.app.stop();
  office.home.remove();
});
afterEach(() => tellFound('G14', { assertions: expect.getState().assertionCalls }));
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
      preferences: { ...WALLS, javascript: true },
    });
    await eventually('the preview is gone', async () => ((await pagesOpen()) === 1 ? true : undefined));
  });

  it('that is killed ends in a sentence; the records stay open', async () => {
    await page().getByRole('button', { name: 'Close' }).click();
    await watchPreviews(true);
    await page()
      .getByRole('button', { name: `Look at it: ${COAT}` })
      .click();
    await page().getByText('Drawing this took more time or memory').waitFor();
    const goesOn = await page().getByRole('navigation', { name: 'Main' }).isVisible();
    tellFound('G23', { 'processes killed': 1, 'not neutral': goesOn ? 0 : 1 });
    expect(goesOn).toBe(true);
    await eventually('the preview is gone', async () => ((await pagesOpen()) === 1 ? true : undefined));
    await page().getByRole('button', { name: 'Close' }).click();
    await page()
      .getByRole('button', { name: `Look at it: ${COAT}` })
      .click();
    await page().getByRole('img', { name: COAT }).waitFor();
  });
});

/**
 * Has a script run inside the next preview before it draws, which it keeps from drawing. Resolves when main is ready for it, to the
 * question what the script's promise gave.
 */
async function insideNextPreview(script: string): Promise<() => Promise<unknown>> {
  await office.app.inMain(({ app }, code) => {
    (globalThis as Record<string, unknown>)['inside'] = new Promise((resolve) => {
      app.once('web-contents-created', (_event, contents) => {
        contents.once('dom-ready', () => {
          const run = `ImageDecoder.prototype.decode = () => new Promise(() => {}); ${code}`;
          void contents.executeJavaScript(run).then(resolve, () => resolve('gone'));
        });
        contents.once('destroyed', () => resolve('gone'));
      });
    });
  }, script);
  return () => office.app.inMain(() => (globalThis as Record<string, unknown>)['inside']);
}
/** What the script's promise gave. On a busy computer a preview may have drawn and ended before the script came: then the next is asked. */
async function askInside(script: string): Promise<unknown> {
  for (;;) {
    const inside = await insideNextPreview(script);
    await lookAgain();
    const answer = await inside();
    if (answer !== 'gone') return answer;
  }
}
const lookAgain = async (): Promise<void> => {
  await page().getByRole('button', { name: 'Close' }).click();
  await page()
    .getByRole('button', { name: `Look at it: ${COAT}` })
    .click();
};

describe('from inside a preview', () => {
  it('nobody is reached, not even on this computer, where an unhardened page reaches it at once', async () => {
    const listener = await listen();
    const control = await launchApp({ folder: fileURLToPath(new URL('fixtures/unhardened', import.meta.url)) });
    await control.page.evaluate(callOut, listener.address);
    await control.stop();
    const everyWay = ['/beacon', '/events', '/fetch', '/image', '/request', '/socket', '/window'];
    expect([...listener.heard].sort()).toEqual(expect.arrayContaining(everyWay));

    const calls = listener.calls();
    const leaving = `location.href = 'http://${listener.address}/moved'; new Promise((ok) => setTimeout(ok, 1000, 'here'))`;
    const answer = await askInside(
      `(${callOut.toString()})('${listener.address}').then(() => { ${leaving}; return location.href; })`,
    );
    expect(answer).toBe('app://preview/index.html');
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    tellFound('G14', { 'reached a server': listener.calls() - calls });
    expect(listener.calls() - calls).toBe(0);
    await listener.close();
  });

  it('nothing is left for the next one, which has the same session emptied', async () => {
    const leave = `localStorage.setItem('left', 'her'); document.cookie = 'left=her';
      new Promise((ok) => { const open = indexedDB.open('left'); open.onsuccess = () => ok(localStorage.getItem('left')); })`;
    expect(await askInside(leave)).toBe('her');
    const found = `indexedDB.databases().then((all) => [localStorage.length, document.cookie, all.length].join())`;
    expect(await askInside(found)).toBe('0,,0');
  });

  it('many looks, one after another, make no more sessions than one', async () => {
    await office.app.inMain(({ app }) => {
      const seen = new Set<unknown>();
      (globalThis as Record<string, unknown>)['seenSessions'] = seen;
      app.on('web-contents-created', (_event, contents) => void seen.add(contents.session));
    });
    for (let look = 0; look < 4; look += 1) {
      await lookAgain();
      await page().getByRole('img', { name: COAT }).waitFor();
      await eventually('the preview is gone', async () => ((await pagesOpen()) === 1 ? true : undefined));
    }
    const count = () => ((globalThis as Record<string, unknown>)['seenSessions'] as Set<unknown>).size;
    expect(await office.app.inMain(count)).toBe(1);
  });
});
