// The shell around the vault: what its one page may do, whom it can reach, and what is left on disk. security.md §8.
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { tellControl, tellFound } from '../helpers/proof.ts';
import { launchApp } from './driver/app.ts';
import type { RunningApp } from './driver/app.ts';
import { newHome } from './driver/home.ts';
import { callOut, listen } from './driver/listener.ts';
import type { Listener } from './driver/listener.ts';
import { argumentsOf, environmentOf, processTree, seccompMode } from './driver/processes.ts';
import { EXPECT_REFUSAL, startElectron, appFolder } from './driver/runtime.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await launchApp();
});
afterAll(() => app.stop());
afterEach(() => tellFound('G14', { assertions: expect.getState().assertionCalls }));

describe('the window', () => {
  it('is called "Records" whatever the page calls itself', async () => {
    await app.page.evaluate(() => {
      document.title = 'Something a passer-by must not read';
    });
    await app.page.waitForTimeout(200);
    const titles = await app.inMain(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => window.getTitle()),
    );
    expect(titles).toEqual(['Records']);
  });

  it('runs its page in the sandbox, without Node, dialogs, spell check or developer tools', async () => {
    const preferences = await app.inMain(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]!.webContents as unknown as {
        getLastWebPreferences(): Record<string, unknown>;
      };
      return JSON.parse(JSON.stringify(contents.getLastWebPreferences())) as Record<string, unknown>;
    });
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      webSecurity: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      disableDialogs: true,
    });
    expect(await app.page.evaluate(() => [typeof require, typeof process, typeof module])).toEqual(
      Array(3).fill('undefined'),
    );
    const toolsOpen = await app.inMain(({ BrowserWindow }) => {
      const { webContents } = BrowserWindow.getAllWindows()[0]!;
      webContents.openDevTools();
      return webContents.isDevToolsOpened();
    });
    expect(toolsOpen).toBe(false);
  });

  it('offers its page the bridge and nothing else', async () => {
    const names = await app.page.evaluate(() => Object.keys(window.records).sort());
    expect(names).toEqual(
      [
        ...['choose', 'dropped', 'flushed', 'keepPreferences', 'lock', 'onFlush', 'onLockSoon', 'painted', 'platform'],
        ...['preferences', 'program', 'ready'],
      ].sort(),
    );
  });

  it('lives in a session that is never written to disk', async () => {
    const session = await app.inMain(({ BrowserWindow }) => {
      const { session } = BrowserWindow.getAllWindows()[0]!.webContents;
      return { persistent: session.isPersistent(), spelling: session.isSpellCheckerEnabled() };
    });
    expect(session).toEqual({ persistent: false, spelling: false });
  });

  it('has no application menu and never starts the crash reporter', async () => {
    const found = await app.inMain(({ Menu, crashReporter }) => {
      let parameters = 'not started';
      try {
        parameters = Object.keys(crashReporter.getParameters()).length === 0 ? 'not started' : 'started';
      } catch {
        // It says so by an error.
      }
      return { menu: Menu.getApplicationMenu(), parameters };
    });
    expect(found).toEqual({ menu: null, parameters: 'not started' });
  });
});

describe('what the page may do', () => {
  it('gets a policy with a new nonce in every answer', async () => {
    const [first, second] = await app.inMain(async ({ session }) => {
      const ask = async () => {
        const answer = await session.fromPartition('records').fetch('app://vault/index.html');
        return { headers: Object.fromEntries(answer.headers), html: await answer.text() };
      };
      return [await ask(), await ask()] as const;
    });
    const nonceOf = (policy: string | undefined) => /'nonce-([\w-]{22})'/.exec(policy ?? '')?.[1];
    const policy = first.headers['content-security-policy'];
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'none'");
    expect(policy).toContain("style-src-attr 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'; trusted-types default");
    expect(policy).not.toContain('unsafe');
    expect(nonceOf(policy)).toBeDefined();
    expect(nonceOf(policy)).not.toBe(nonceOf(second.headers['content-security-policy']));
    expect(first.html).toContain(`nonce="${nonceOf(policy)!}"`);
    expect(first.html).not.toContain('crossorigin');
    expect(first.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'cross-origin-opener-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
    });
  });

  it('reads no file but those of the built page', async () => {
    const statuses = await app.inMain(async ({ session }) => {
      const asked = [
        'app://vault/index.html',
        'app://vault/../main/index.js',
        'app://vault/%2e%2e/main/index.js',
        'app://vault/..%2fmain%2findex.js',
        'app://vault//etc/passwd',
        'app://vault/assets/',
        'app://other/index.html',
      ];
      const answers = await Promise.all(
        asked.map((url) =>
          session
            .fromPartition('records')
            .fetch(url)
            .then(
              (answer) => answer.status,
              () => 0,
            ),
        ),
      );
      return answers;
    });
    expect(statuses).toEqual([200, 404, 404, 404, 404, 404, 404]);
  });

  it('runs no inline script', async () => {
    const ran = await app.page.evaluate(async () => {
      const seen: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) => seen.push(event.effectiveDirective));
      const script = document.createElement('script');
      try {
        script.textContent = 'window.hit = 1';
        document.head.append(script);
      } catch (error) {
        seen.push((error as Error).name);
      }
      const image = document.createElement('img');
      image.setAttribute('style', 'color: red');
      document.body.append(image);
      await new Promise((resolve) => setTimeout(resolve, 200));
      image.remove();
      return { hit: (window as unknown as { hit?: number }).hit ?? 0, seen };
    });
    expect(ran.hit).toBe(0);
    expect(ran.seen).toContain('style-src-attr');
  });

  it('is given no permission', async () => {
    const answers = await app.page.evaluate(async () => {
      const states = await Promise.all(
        ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'persistent-storage'].map((name) =>
          navigator.permissions.query({ name: name as PermissionName }).then(
            (status) => status.state,
            () => 'denied',
          ),
        ),
      );
      const camera = await navigator.mediaDevices.getUserMedia({ video: true }).then(
        () => 'granted',
        () => 'denied',
      );
      const screen = await navigator.mediaDevices.getDisplayMedia().then(
        () => 'granted',
        () => 'denied',
      );
      const clipboard = await navigator.clipboard.readText().then(
        () => 'granted',
        () => 'denied',
      );
      return [...states, await Notification.requestPermission(), camera, screen, clipboard];
    });
    expect(new Set(answers)).toEqual(new Set(['denied']));
  });
});

describe('the air gap', () => {
  let listener: Listener;
  beforeAll(async () => {
    listener = await listen();
  });
  afterAll(() => listener.close());

  it('lets no request of the page reach even this computer, where an unhardened page reaches it at once', async () => {
    const folder = fileURLToPath(new URL('fixtures/unhardened', import.meta.url));
    const control = await launchApp({ folder });
    await control.page.evaluate(callOut, listener.address);
    await control.stop();
    const reached = listener.heard.length;
    expect([...listener.heard].sort()).toEqual(expect.arrayContaining(['/beacon', '/fetch', '/image', '/socket']));
    for (const claim of ['G11', 'G14'] as const) tellControl(claim, { reached: new Set(listener.heard).size });

    await app.page.evaluate(callOut, listener.address);
    const calls = listener.heard.length - reached;
    for (const claim of ['G11', 'G14'] as const) tellFound(claim, { 'reached a server': calls });
    expect(listener.heard.slice(reached)).toEqual([]);
  });

  it('holds for the sessions themselves, behind the page and its policy', async () => {
    const reached = listener.heard.length;
    const outcomes = await app.inMain(async ({ session }, address) => {
      const sessions = [
        session.defaultSession,
        session.fromPartition('records'),
        session.fromPartition('some-mistake'),
      ];
      return Promise.all(
        sessions.map((each) =>
          each.fetch(`http://${address}/session`).then(
            () => 'reached',
            () => 'refused',
          ),
        ),
      );
    }, listener.address);
    const calls = listener.heard.length - reached;
    for (const claim of ['G11', 'G14'] as const) tellFound(claim, { 'reached a server': calls });
    expect(outcomes).toEqual(['refused', 'refused', 'refused']);
    expect(listener.heard.slice(reached)).toEqual([]);
  });
});

describe('the processes', () => {
  it('keeps the page behind a seccomp filter and never switches the sandbox off', async () => {
    const page = await app.inMain(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]!.webContents.getOSProcessId(),
    );
    expect(seccompMode(page)).toBe(2);
    for (const pid of processTree(app.pid)) expect(argumentsOf(pid).join(' ')).not.toContain('no-sandbox');
  });

  it('gives the vault no environment', async () => {
    const vault = await app.inMain(
      ({ app: electron }) => electron.getAppMetrics().find(({ name }) => name === 'vault')?.pid,
    );
    const names = environmentOf(vault!).map((variable) => variable.split('=')[0]);
    for (const name of ['HOME', 'DISPLAY', 'PATH', 'LANG', 'TMPDIR']) expect(names).not.toContain(name);
  });

  it('refuses to start without a wall, in one sentence', async () => {
    for (const wall of ['--no-sandbox', '--disable-dev-shm-usage', '--disable-seccomp-filter-sandbox']) {
      const home = newHome();
      const started = startElectron(home, [appFolder(), `--data-dir=${home.dataDir}`, wall, EXPECT_REFUSAL]);
      let said = '';
      started.stderr?.setEncoding('utf8').on('data', (text: string) => {
        said += text;
      });
      const exitCode = await new Promise((resolve) => started.once('exit', resolve));
      home.remove();
      expect(exitCode).toBe(2);
      expect(said).toContain(`it would switch off a protection: ${wall}`);
    }
  });

  it('brings the running app to the front instead of starting twice on one folder', async () => {
    const second = startElectron(app.home, [appFolder(), `--data-dir=${app.home.dataDir}`]);
    const exitCode = await new Promise((resolve) => second.once('exit', resolve));
    expect(exitCode).toBe(0);
    expect(await app.inMain(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });
});

describe('the disk', () => {
  const everythingBelow = (folder: string): string[] =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? [path, ...everythingBelow(path)] : entry.isSymbolicLink() ? [] : [path];
    });

  it('holds nothing that another account of this computer may read', () => {
    const open = everythingBelow(app.home.dataDir).filter((path) => (statSync(path).mode & 0o077) !== 0);
    expect(open).toEqual([]);
  });
});

describe('choosing a file', () => {
  it('tells the page a handle and the last part of the path, never the path', async () => {
    const folder = app.home.folder('a stick');
    await app.answerNextDialog(folder);
    const choice = await app.page.evaluate(() => window.records.choose('backup-folder'));
    expect(choice).toEqual({ handle: expect.stringMatching(/^[0-9a-f-]{36}$/) as string, name: 'a stick' });
    expect(JSON.stringify(choice)).not.toContain(app.home.root);
  });

  it('answers null when the dialog is closed, and for a purpose that does not exist', async () => {
    await app.answerNextDialog(null);
    const answers = await app.page.evaluate(() => {
      const { choose } = window.records;
      return Promise.all([choose('restore-folder'), choose('/etc/passwd' as 'restore-folder')]);
    });
    expect(answers).toEqual([null, null]);
  });

  it('takes a dropped file that is named like its purpose, and no other', async () => {
    await app.page.evaluate(() => {
      const input = document.createElement('input');
      Object.assign(input, { type: 'file', multiple: true, id: 'drop' });
      document.body.append(input);
    });
    const folder = app.home.folder('desktop');
    const paths = ['People.XLSX', 'passwd', 'letter.pdf'].map((name) => join(folder, name));
    for (const path of paths) writeFileSync(path, 'x');
    // As a drop does, this gives the page files that exist on disk; Playwright's own call would copy their content.
    const debug = await app.page.context().newCDPSession(app.page);
    const { result } = await debug.send('Runtime.evaluate', { expression: "document.querySelector('#drop')" });
    await debug.send('DOM.setFileInputFiles', { files: paths, objectId: result.objectId! });
    await debug.detach();
    const answers = await app.page.evaluate(() => {
      const { dropped } = window.records;
      const { files } = document.querySelector<HTMLInputElement>('#drop')!;
      const asWorkbook = [...Array.from(files!), '/etc/passwd.xlsx', null].map((file) =>
        dropped(file, 'import-workbook'),
      );
      const asAttachment = Array.from(files!).map((file) => dropped(file, 'attachment'));
      return Promise.all([...asWorkbook, ...asAttachment, dropped(files![0], 'backup-folder' as 'attachment')]);
    });
    const taken = (name: string) => ({ handle: expect.any(String) as string, name });
    const workbooks = [taken('People.XLSX'), null, null, null, null];
    expect(answers).toEqual([...workbooks, taken('People.XLSX'), null, taken('letter.pdf'), null]);
  });
});

describe('where the page may go', () => {
  it('opens no window and goes nowhere', async () => {
    const confined = await launchApp();
    const before = confined.page.url();
    const opened = await confined.page.evaluate(() => {
      const other = window.open('app://vault/index.html');
      const link = document.createElement('a');
      link.href = 'app://vault/other.html';
      document.body.append(link);
      link.click();
      location.assign('https://example.org/');
      return other === null;
    });
    await confined.page.waitForTimeout(500);
    expect(opened).toBe(true);
    expect(
      await confined.inMain(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().map((window) => window.webContents.getURL()),
      ),
    ).toEqual([before]);
    await confined.stop();
  });
});
