// Every way in which the work ends, asked for or not, leads to the same place: a fresh process at the neutral screen, with
// the processes that held keys and records gone. security.md §8.7, runtime.md §3.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { proofSize, tellControl, tellFound } from '../helpers/proof.ts';
import { seededNumbers } from '../helpers/seeded-numbers.ts';
import { eventually, isRunning, launchApp } from './driver/app.ts';
import type { RunningApp } from './driver/app.ts';
import { hasNoNewPrivileges, openFiles, processTree } from './driver/processes.ts';

declare global {
  interface Window {
    heard: unknown[];
  }
  /** In main: when it was told to lock. */
  var asked: number;
}

let app: RunningApp;
beforeAll(async () => {
  app = await launchApp();
});
afterAll(() => app.stop());
afterEach(() => tellFound('G14', { assertions: expect.getState().assertionCalls }));

const pidOf = (name: 'vault' | 'page') =>
  app.inMain(
    ({ app: electron, BrowserWindow }, wanted) =>
      wanted === 'vault'
        ? electron.getAppMetrics().find((process) => process.name === 'vault')!.pid
        : BrowserWindow.getAllWindows()[0]!.webContents.getOSProcessId(),
    name,
  );
const reasons = () =>
  app.log
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as { event: string; reason?: string })
    .filter(({ event }) => event === 'leave')
    .map(({ reason }) => reason);
/** As if the app had run for a minute: its death is then not counted as a start that failed. */
const settled = () =>
  app.inMain(() => {
    process.uptime = () => 60;
  });

async function expectFreshProcess(reason: string, act: () => Promise<unknown>): Promise<void> {
  const before = processTree(app.pid);
  const page = await app.expectLock(act);
  await page.getByRole('heading').first().waitFor();
  expect(reasons().at(-1)).toBe(reason);
  expect(before.filter(isRunning)).toEqual([]);
  expect(before).not.toContain(app.pid);
}

/** The same, and how long the window was still there after main was told; `act` notes in main when that was. */
async function expectHidden(way: string, reason: string, act: () => Promise<unknown>): Promise<void> {
  await app.inMain(({ BrowserWindow }) => {
    const told = () => process.stderr.write(`hidden after ${Date.now() - globalThis.asked} ms\n`);
    BrowserWindow.getAllWindows()[0]!.once('hide', told);
  });
  await expectFreshProcess(reason, act);
  const took = app.log.findLast((line) => line.startsWith('hidden after '))?.split(' ')[2];
  tellFound('G19', { [`${way}, ms`]: Number(took) });
  expect(Number(took)).toBeLessThan(5_000);
}

/** How often a process is killed, each time at another moment. */
const KILLS = proofSize({ test: 1, full: 5 });
const below = seededNumbers(20261128);
async function killOften(name: 'page' | 'vault'): Promise<void> {
  for (let kill = 0; kill < KILLS; kill += 1) {
    await settled();
    const pid = await pidOf(name);
    if (kill > 0) await app.page.waitForTimeout(below(1_500));
    await expectFreshProcess(`${name}-gone`, () => Promise.resolve(process.kill(pid, 'SIGKILL')));
    tellFound('G23', { 'processes killed': 1, 'not neutral': 0 });
  }
}

describe('a lock that somebody asked for', () => {
  it('follows Ctrl+L, even when the page is busy for ever', async () => {
    const busy = app.page.evaluate(() => {
      for (;;);
    });
    busy.catch(() => undefined); // it ends with the page
    await expectHidden('Ctrl+L', 'asked', () =>
      app.inMain(({ BrowserWindow }) => {
        const { webContents } = BrowserWindow.getAllWindows()[0]!;
        globalThis.asked = Date.now();
        webContents.sendInputEvent({ type: 'keyDown', keyCode: 'L', modifiers: ['control'] });
      }),
    );
  });

  it('follows the button in the page, its successor able to use the sandbox helper of computers without user namespaces', async () => {
    const inherited = openFiles(app.pid);
    await expectHidden('button', 'asked', async () => {
      await app.inMain(() => void (globalThis.asked = Date.now()));
      await app.page.evaluate(() => window.records.lock());
    });
    expect(hasNoNewPrivileges(app.pid)).toBe(false);
    expect(openFiles(app.pid).filter((each) => inherited.includes(each))).toEqual([]);
    // The control: started by Electron's own way, it may not; without user namespaces it does not even come up.
    const control = await launchApp();
    const successor = await control
      .expectLock(() =>
        control.inMain(({ app: electron }) => {
          electron.relaunch();
          electron.exit(0);
        }),
      )
      .then(
        () => (hasNoNewPrivileges(control.pid) ? 'may not' : 'may'),
        () => 'never came',
      );
    await control.stop();
    expect(['may not', 'never came']).toContain(successor);
  }, 90_000);

  it('hides the window before anything else, and waits for the page to save its drafts', async () => {
    await app.page.evaluate(() => {
      const { onFlush, flushed } = window.records;
      onFlush(() => {
        document.title = 'drafts saved';
        setTimeout(flushed, 200);
      });
    });
    await app.inMain(({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows()[0]!;
      window.once('hide', () => process.stderr.write('window hidden\n'));
      window.on('page-title-updated', (_event, title) => process.stderr.write(`${title}\n`));
    });
    await expectFreshProcess('asked', () =>
      app.inMain(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]!.webContents.sendInputEvent({
          type: 'keyDown',
          keyCode: 'L',
          modifiers: ['control'],
        }),
      ),
    );
    const order = ['window hidden', 'drafts saved'];
    expect(app.log.filter((line) => order.includes(line)).slice(0, 2)).toEqual(order);
  });
});

describe('a lock by the computer', () => {
  it.each([
    ['suspend', 'suspend'],
    ['lock-screen', 'screen-locked'],
  ])('follows %s', (event, reason) =>
    expectHidden(event, reason, () =>
      app.inMain(({ powerMonitor }, name) => {
        globalThis.asked = Date.now();
        powerMonitor.emit(name);
      }, event),
    ),
  );

  it('does not follow a computer that only goes on battery', async () => {
    await app.inMain(({ powerMonitor }) => void powerMonitor.emit('on-battery'));
    await app.page.waitForTimeout(1_000);
    const isThere = await app.inMain(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.isVisible());
    tellControl('G19', { stayed: isThere ? 1 : 0 });
    expect(isThere).toBe(true);
  });

  it('gives notice when nobody is there, withdraws it when somebody comes back, and locks when nobody does', async () => {
    await app.page.evaluate(() => {
      window.heard = [];
      window.records.onLockSoon((seconds) => window.heard.push(seconds));
    });
    const lastHeard = () => app.page.evaluate(() => window.heard.at(-1) ?? null);
    const touch = () => app.page.mouse.move(20 + Math.random() * 200, 20);
    // Both clocks the watch looks at: the system's, and how long ago our window was touched.
    const nobodyFor = (seconds: number) =>
      app.inMain(({ powerMonitor }, quiet) => {
        powerMonitor.getSystemIdleTime = () => {
          globalThis.asked = Date.now();
          return quiet;
        };
        const real = performance.now.bind(performance);
        performance.now = () => real() + quiet * 1000;
      }, seconds);
    await touch();
    await nobodyFor(155);
    await eventually('the notice', async () => (Number(await lastHeard()) > 0 ? true : undefined));
    await touch();
    await eventually('its end', async () => ((await lastHeard()) === 0 ? true : undefined));
    await expectHidden('idle', 'idle', () => nobodyFor(400));
  });
});

describe('an end that nobody asked for', () => {
  it.each(['page', 'vault'] as const)(
    'shows the neutral screen after the %s was killed',
    (name) => killOften(name),
    180_000,
  );

  it('says nothing of an error but its class and code', async () => {
    await settled();
    await expectFreshProcess('internal', () =>
      app.inMain(() => {
        setTimeout(() => {
          throw new RangeError('Ana sleeps in room 4');
        }, 10);
      }),
    );
    expect(app.log.join('\n')).toContain('"event":"error-uncaught","kind":"RangeError"');
    expect(app.log.join('\n')).not.toContain('Ana');
  });

  it('treats a page that asks for a second port, or moved, as one that is not ours', async () => {
    await expectFreshProcess('page-moved', () => app.page.evaluate(() => window.records.ready()));
    await expectFreshProcess('page-moved', () =>
      app.inMain(({ BrowserWindow }) => {
        BrowserWindow.getAllWindows()[0]!.webContents.reload();
      }),
    );
  });

  it('stops starting again when each start dies at once, and says what is safe', async () => {
    const killVault = async () => process.kill(await pidOf('vault'), 'SIGKILL');
    await app.expectLock(killVault);
    await app.expectLock(killVault);
    await app.inMain(({ dialog }) => {
      dialog.showErrorBox = (title, sentence) => void process.stderr.write(`box: ${title}: ${sentence}\n`);
    });
    await app.expectQuit(killVault);
    expect(app.log.join('\n')).toContain('box: Records: Records could not start. Nothing has been deleted');
  });
});

describe('closing', () => {
  it('ends every process and starts none', async () => {
    const closing = await launchApp();
    const family = processTree(closing.pid);
    await closing.expectQuit(() => closing.inMain(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.close()));
    expect(family.filter(isRunning)).toEqual([]);
    await closing.stop();
  });

  it('comes back where it stood with text as large as it was, enlarged in the page alone, and nothing else remembered', async () => {
    const moved = await launchApp();
    const bounds = { x: 40, y: 60, width: 900, height: 700 };
    await moved.inMain(({ BrowserWindow }, place) => BrowserWindow.getAllWindows()[0]!.setBounds(place), bounds);
    // The page itself takes this key, as soon as it is there.
    await moved.page.getByRole('heading').first().waitFor();
    await moved.inMain(({ BrowserWindow }) => {
      const { webContents } = BrowserWindow.getAllWindows()[0]!;
      webContents.sendInputEvent({ type: 'keyDown', keyCode: '=', modifiers: ['control'] });
    });
    const read = (name: string) =>
      JSON.parse(readFileSync(join(moved.home.dataDir, name), 'utf8')) as Record<string, number>;
    const kept = () => read('window.json');
    const look = () => read('preferences.json');
    await eventually('the note of where it stood', () => {
      try {
        return (kept()['width'] === 900 && look()['textSize'] === 110) || undefined;
      } catch {
        return undefined; // not written yet
      }
    });
    await moved.expectLock(() => moved.inMain(({ powerMonitor }) => void powerMonitor.emit('suspend')));
    const found = await moved.inMain(({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows()[0]!;
      return { bounds: window.getBounds(), zoom: window.webContents.getZoomFactor() };
    });
    expect(found.bounds).toEqual(bounds);
    expect(found.zoom).toBe(1);
    expect(await moved.page.evaluate(() => document.documentElement.style.fontSize)).toBe('110%');
    expect(Object.keys(kept()).sort()).toEqual(['height', 'maximized', 'width', 'x', 'y']);
    await moved.stop();
  });
});
