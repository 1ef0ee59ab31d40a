// The list of security.md §8, item by item: where each is asserted, what can only be told in words, and what no other test looks at yet.
import { readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { choicePurposes } from '#shared/contract/bridge';
import { contentSecurityPolicy, previewHeaders, pressHeaders } from '../../electron/main/policy.ts';
import { tellFound } from '../helpers/proof.ts';
import { ANA, makeHouse } from '../helpers/small-house.ts';
import { comeIn, type Office, openOffice } from './demo/office.ts';
import { eventually } from './driver/app.ts';
import { argumentsOf, environmentOf, processTree, umaskOf } from './driver/processes.ts';
import { appFolder } from './driver/runtime.ts';
import { WALLS } from './driver/walls.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice('2026-03-02T20:30', undefined, (home) =>
    makeHouse(home.dataDir, '2026-03-01T09:00', () => Promise.resolve()),
  );
  await comeIn(office, ANA);
}, 120_000);
afterAll(async () => {
  await office.app.stop();
  office.home.remove();
});
afterEach(() => tellFound('G14', { assertions: expect.getState().assertionCalls }));

/** The items of the list. `in`: a test file, and words of the names of tests in it. `told`: what no test here can look at. */
const ITEMS: readonly { readonly item: string; readonly in: readonly (readonly string[])[]; readonly told?: string }[] =
  [
    {
      item: '1 what a page is',
      in: [
        ['end-to-end/shell', 'runs its page in the sandbox', 'keeps the page behind a seccomp filter'],
        ['end-to-end/preview', 'draws the picture in a sandboxed page of its own'],
        ['end-to-end/package', 'holds sheets of every line'],
        ['end-to-end/hardening', 'has every wall up', 'has no developer tools'],
        ['main/switches', 'has its walls up and every way out closed'],
      ],
    },
    {
      item: '2 where a page comes from, and its policy',
      in: [
        ['end-to-end/shell', 'gets a policy with a new nonce', 'reads no file but those', 'runs no inline script'],
        ['end-to-end/hardening', 'is exactly this policy'],
      ],
    },
    {
      item: '3 permissions, devices, windows, ways to leave, downloads',
      in: [
        ['end-to-end/shell', 'is given no permission', 'opens no window and goes nowhere'],
        ['end-to-end/hardening', 'is lent no device', 'downloads nothing'],
        ['architecture/ways-out', 'would be noticed if it were new'],
      ],
    },
    {
      item: '4 what page and main say to each other',
      in: [
        ['end-to-end/shell', 'offers its page the bridge and nothing else', 'tells the page a handle'],
        ['end-to-end/shell', 'answers null when the dialog is closed, and for a purpose that does not exist'],
        [
          'end-to-end/endings',
          'a page that asks for a second port, or moved',
          'says nothing of an error but its class',
        ],
      ],
    },
    {
      item: '5 the network',
      in: [
        [
          'end-to-end/shell',
          'lets no request of the page reach even this computer',
          'holds for the sessions themselves',
        ],
        ['end-to-end/traces', 'called no internet address'],
        ['end-to-end/no-network', 'is worked as ever where there is no network at all'],
        [
          'end-to-end/packaged',
          'works in a network of its own, in every process',
          'takes the network from whatever it starts',
        ],
        [
          'end-to-end/hardening',
          'finds no address of this computer by WebRTC',
          'was started with every switch of the air gap',
        ],
      ],
      told: 'the firewall rules of Windows and the sandbox of macOS: build/installer/README.md',
    },
    {
      item: '6 the doors of the program, and its files',
      in: [
        ['end-to-end/packaged', 'are as they are meant to be, read back', 'let no debugger in', 'one byte of the app'],
        ['end-to-end/packaged', 'which nobody else may write', 'notices an altered file'],
      ],
      told: 'that Windows and macOS refuse an altered app.asar, which their Electron checks by itself',
    },
    {
      item: '7 the lock',
      in: [
        [
          'end-to-end/endings',
          'follows Ctrl+L',
          'follows the button',
          'follows %s',
          'gives notice when nobody is there',
        ],
        ['end-to-end/hardening', 'listens to everything that locks'],
        ['main/lock', 'hides first, saves drafts'],
      ],
    },
    {
      item: '8 secrets outside the vault: environment, arguments, crashes, memory',
      in: [
        ['end-to-end/hardening', 'keep the passphrase out of every environment', 'watches for crashes nowhere'],
        ['end-to-end/shell', 'gives the vault no environment', 'never starts the crash reporter'],
        ['end-to-end/packaged', 'works in a network of its own, in every process'],
        ['end-to-end/memory', 'holds no word and no key two seconds after the lock'],
      ],
      told: 'error reporting, page file and hibernation of Windows, swap of Linux and macOS: build/installer/README.md',
    },
    {
      item: '9 the clipboard',
      in: [['main/lock', 'loses the selection, and a clipboard of ours']],
      told: 'the history of the clipboard, which only a policy of Windows or the desktop switches off: build/installer/README.md',
    },
    {
      item: '10 pictures of the screen',
      in: [['end-to-end/shell', 'is called "Records" whatever the page calls itself']],
      told: 'content protection works on Windows and macOS only; Linux has none: build/installer/README.md',
    },
    {
      item: '11 what is left behind',
      in: [
        ['end-to-end/traces', 'leaves no word of a record and no passphrase in any file'],
        [
          'end-to-end/shell',
          'lives in a session that is never written to disk',
          'that another account of this computer may read',
        ],
        ['end-to-end/hardening', 'adds no chosen file to a list', 'lives in memory, without spell check'],
      ],
    },
    { item: '12 electronegativity', in: [['end-to-end/electronegativity', 'finds nothing of weight in the sources']] },
    {
      item: '13 where the packages come from',
      in: [
        [
          'architecture/packages',
          'are locked by hash',
          'run no install scripts',
          'ship as loose modules only where they must',
        ],
        ['end-to-end/packaged', 'is the built app and the modules that it needs'],
      ],
      told: 'two people for a release, and the signed stick of an update: build/installer/README.md',
    },
    {
      item: 'processes that read what strangers made',
      in: [
        ['end-to-end/preview', 'nobody is reached', 'nothing is left for the next one'],
        ['end-to-end/hardening', 'hold no file of the vault'],
        ['main/parser-process', 'gets no environment, no output'],
        ['architecture/bundles', 'asks for Node and the shipped modules alone'],
      ],
    },
  ];

describe('the list', () => {
  it('goes from 1 to 13, each item asserted by tests that are there', () => {
    expect(ITEMS.map(({ item }) => Number.parseInt(item, 10)).filter(Number.isFinite)).toEqual(
      Array.from({ length: 13 }, (_, at) => at + 1),
    );
    const tests = fileURLToPath(new URL('..', import.meta.url));
    const missing = ITEMS.flatMap(({ item, in: places }) =>
      places.flatMap(([file, ...names]) => {
        const text = namesOfTests(readFileSync(join(tests, `${file!}.test.ts`), 'utf8'));
        return names.filter((name) => !text.includes(name)).map((name) => `${item}: ${file!}: ${name}`);
      }),
    );
    expect(missing).toEqual([]);
    expect(namesOfTests("it('is there', () => {}); // is not there")).not.toContain('is not there');
  });
});

/** The names alone: what stands in a list like the one above is no test. */
function namesOfTests(text: string): string {
  const names = text.matchAll(/\b(?:it|describe)(?:\.each\([^]*?\))?\(\s*(['"`])((?:(?!\1).)+)\1/g);
  return [...names].map(([, , name]) => name).join('\n');
}

describe('every page', () => {
  it('has every wall up, whatever it was opened for', async () => {
    const pages = await office.app.inMain(({ webContents }) =>
      webContents.getAllWebContents().map((contents) => {
        const inside = contents as unknown as { getLastWebPreferences(): Record<string, unknown> };
        return {
          preferences: JSON.parse(JSON.stringify(inside.getLastWebPreferences())) as Record<string, unknown>,
          webRtc: contents.getWebRTCIPHandlingPolicy(),
          stored: contents.session.storagePath,
        };
      }),
    );
    expect(pages.length).toBeGreaterThanOrEqual(1);
    for (const page of pages) {
      expect(page).toMatchObject({ preferences: WALLS, webRtc: 'disable_non_proxied_udp', stored: null });
    }
  });

  it('has no developer tools', async () => {
    const open = await office.app.inMain(({ webContents }) =>
      webContents.getAllWebContents().map((contents) => {
        contents.openDevTools();
        return contents.isDevToolsOpened();
      }),
    );
    expect(open).not.toContain(true);
  });

  it('is exactly this policy, for our page, for what strangers made and for a sheet', async () => {
    const policy = await office.app.inMain(async ({ session }) => {
      const answer = await session.fromPartition('records').fetch('app://vault/index.html');
      return answer.headers.get('content-security-policy');
    });
    const nonce = /'nonce-([\w-]+)'/.exec(policy ?? '')?.[1] ?? '';
    expect(policy).toBe(contentSecurityPolicy(nonce));
    expect(contentSecurityPolicy('N')).toBe(
      "default-src 'none'; script-src 'self'; style-src-elem 'self' 'nonce-N'; style-src-attr 'none'; img-src 'self' data: blob:; " +
        "font-src 'self'; worker-src 'self'; connect-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; " +
        "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types default",
    );
    const tight = "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    expect(previewHeaders('text/html')['content-security-policy']).toBe(
      `default-src 'none'; script-src 'self'; ${tight}; require-trusted-types-for 'script'; trusted-types 'none'`,
    );
    expect(pressHeaders('text/html')['content-security-policy']).toBe(
      `default-src 'none'; style-src 'unsafe-inline'; ${tight}`,
    );
  });

  it('lives in memory, without spell check, in every session there is or could be', async () => {
    const sessions = await office.app.inMain(({ session, webContents }) => {
      const all = [
        session.fromPartition('some-mistake-in-memory'),
        ...webContents.getAllWebContents().map((contents) => contents.session),
      ];
      const spelling = [session.defaultSession, ...all].map((one) => one.isSpellCheckerEnabled());
      return { spelling, persistent: all.map((one) => one.isPersistent()) };
    });
    expect(sessions.spelling).not.toContain(true);
    expect(sessions.persistent).not.toContain(true);
  });
});

/** As after a click of a person: some ways are open only then. */
async function asIfClicked(expression: string): Promise<unknown> {
  const debug = await office.page().context().newCDPSession(office.page());
  const how = { expression, userGesture: true, awaitPromise: true, returnByValue: true };
  const { result } = await debug.send('Runtime.evaluate', how);
  await debug.detach();
  return result.value;
}

describe('the page', () => {
  it('is lent no device: USB, serial, HID, Bluetooth, MIDI, screen', async () => {
    const outcome = (ask: string) => `Promise.resolve().then(() => ${ask}).then(() => 'lent', (error) => error.name)`;
    const asked = [
      'navigator.usb.requestDevice({ filters: [] })',
      'navigator.serial.requestPort()',
      'navigator.hid.requestDevice({ filters: [] }).then((all) => all.length === 0 && Promise.reject(new Error()))',
      'navigator.bluetooth.requestDevice({ acceptAllDevices: true })',
      'navigator.requestMIDIAccess({ sysex: true })',
      'navigator.mediaDevices.getDisplayMedia({ video: true })',
      'navigator.mediaDevices.getUserMedia({ audio: true })',
      'window.showOpenFilePicker()',
      'window.queryLocalFonts().then((all) => all.length === 0 && Promise.reject(new Error()))',
      'navigator.wakeLock.request("screen")',
    ];
    const answers = await Promise.all(
      asked.map(async (ask) => [ask, await asIfClicked(limited(outcome(ask)))] as const),
    );
    expect(answers.filter(([, answer]) => answer === 'lent' || answer === undefined)).toEqual([]);
  });

  it('downloads nothing, not even what it made itself', async () => {
    await office.app.inMain(({ BrowserWindow }) => {
      const { session } = BrowserWindow.getAllWindows()[0]!.webContents;
      session.on('will-download', (event, item) => {
        (globalThis as Record<string, unknown>)['download'] = {
          prevented: event.defaultPrevented,
          name: item.getFilename(),
        };
      });
    });
    await asIfClicked(`(() => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob(['what she said']));
      link.download = 'story.txt';
      document.body.append(link);
      link.click();
      link.remove();
    })()`);
    await office.page().waitForTimeout(500);
    const seen = await office.app.inMain(() => (globalThis as Record<string, unknown>)['download']);
    expect(seen).toEqual({ prevented: true, name: 'story.txt' });
    const files = readdirSync(office.home.root, { recursive: true, encoding: 'utf8' });
    expect(files.filter((name) => name.endsWith('story.txt'))).toEqual([]);
  });

  it('finds no address of this computer by WebRTC', async () => {
    const candidates = await office.page().evaluate(async () => {
      const found: string[] = [];
      const peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:3478' }] });
      peer.onicecandidate = ({ candidate }) =>
        candidate && candidate.candidate !== '' && found.push(candidate.candidate);
      peer.createDataChannel('x');
      await peer.setLocalDescription(await peer.createOffer());
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      peer.close();
      return found;
    });
    expect(candidates).toEqual([]);
  });
});

const limited = (promise: string) =>
  `Promise.race([${promise}, new Promise((ok) => setTimeout(ok, 3000, 'no answer'))])`;

describe('the program', () => {
  it('was started with every switch of the air gap, and opens no file to other accounts', async () => {
    const values = await office.app.inMain(({ app }) => {
      const names = ['host-resolver-rules', 'proxy-server', 'proxy-bypass-list', 'force-webrtc-ip-handling-policy'];
      const bare = [
        ...['disable-background-networking', 'disable-component-update', 'disable-domain-reliability', 'no-pings'],
        ...['disable-breakpad', 'disable-crash-reporter', 'disable-http-cache', 'disable-gpu-shader-disk-cache'],
      ];
      return [
        ...names.map((name) => app.commandLine.getSwitchValue(name)),
        bare.filter((name) => !app.commandLine.hasSwitch(name)).join(),
      ];
    });
    const proxy = ['socks5://127.0.0.1:9', '<-loopback>', 'disable_non_proxied_udp'];
    expect(values).toEqual(['MAP * ~NOTFOUND', ...proxy, '']);
    expect(umaskOf(office.app.pid)).toBe('0077');
  });

  it('listens to everything that locks, and holds the key that locks from anywhere', async () => {
    const heard = await office.app.inMain(({ powerMonitor, globalShortcut, app }) => ({
      deaf: ['suspend', 'lock-screen', 'user-did-resign-active', 'shutdown'].filter(
        (name) => powerMonitor.listenerCount(name) === 0,
      ),
      deaths: ['render-process-gone', 'child-process-gone', 'before-quit'].filter(
        (name) => app.listenerCount(name) === 0,
      ),
      panic: globalShortcut.isRegistered('CommandOrControl+Shift+L'),
    }));
    expect(heard).toEqual({ deaf: [], deaths: [], panic: true });
  });

  it('adds no chosen file to a list of the system, whatever it is chosen for', async () => {
    const purposes = [...choicePurposes];
    await office.app.inMain(({ dialog }) => {
      const asked: unknown[] = [];
      (globalThis as Record<string, unknown>)['dialogs'] = asked;
      dialog.showOpenDialog = (...given: unknown[]) => {
        asked.push((given.at(-1) as { properties: string[] }).properties);
        return Promise.resolve({ canceled: true, filePaths: [] });
      };
    });
    for (const purpose of purposes) await office.page().evaluate((one) => window.records.choose(one), purpose);
    const asked = await office.app.inMain(() => (globalThis as Record<string, unknown>)['dialogs'] as string[][]);
    expect(asked).toHaveLength(purposes.length);
    for (const properties of asked) expect(properties).toContain('dontAddToRecent');
  });
});

describe('the processes, with the records open', () => {
  it('keep the passphrase out of every environment and every line of arguments', () => {
    const family = processTree(office.app.pid);
    expect(family.length).toBeGreaterThanOrEqual(5);
    const told = family.flatMap((pid) => [...argumentsOf(pid), ...readable(() => environmentOf(pid))]).join('\n');
    for (const secret of [ANA.passphrase, ANA.name, 'Willow House']) expect(told).not.toContain(secret);
    // The same way of looking finds what is there.
    expect(told).toContain(`--data-dir=${office.home.dataDir}`);
    expect(told).toContain(`DISPLAY=${process.env['DISPLAY'] ?? ''}`);
  });

  it('watches for crashes nowhere: no process of a crash reporter is there', () => {
    const lines = processTree(office.app.pid).map((pid) => argumentsOf(pid).join(' '));
    expect(lines.filter((line) => line.includes('crashpad'))).toEqual([]);
    expect(lines.filter((line) => line.includes('--type=renderer')).length).toBeGreaterThanOrEqual(1);
  });

  it('hold no file of the vault, but for the vault’s own: the page, those of Chromium, and one that reads strangers’ files', async () => {
    const { vault, parser, names } = await office.app.inMain(
      async ({ app, utilityProcess }, out) => {
        const child = utilityProcess.fork(`${out}/parser/process.js`, [], {
          serviceName: 'parser',
          stdio: 'ignore',
          env: {},
        });
        await new Promise((resolve) => child.once('spawn', () => resolve(undefined)));
        const all = app.getAppMetrics();
        return {
          vault: all.find(({ name }) => name === 'vault')!.pid,
          parser: child.pid!,
          names: all.map(({ type, name }) => `${type} ${name ?? ''}`),
        };
      },
      join(appFolder(), 'out'),
    );
    const ofVault = (pid: number) =>
      filesOf(pid).filter((file) => file.startsWith(`${office.home.dataDir}/Records.vault`));
    expect(ofVault(vault).length).toBeGreaterThanOrEqual(1);
    const others = processTree(office.app.pid).filter((pid) => pid !== vault);
    expect(others).toContain(parser);
    expect(names.length).toBeGreaterThanOrEqual(4);
    for (const pid of others) expect(ofVault(pid)).toEqual([]);
    const told = () => environmentOf(parser).filter((line) => /^(HOME|DISPLAY|PATH)=/.test(line));
    await eventually('the end of its start, before which it is a copy of main', () => told().length === 0 || undefined);
    process.kill(parser, 'SIGKILL');
  });
});

/** What the kernel shows of a process to its owner; nothing where it shows it to root alone. */
function readable<T>(look: () => T[]): T[] {
  try {
    return look();
  } catch {
    return [];
  }
}

const filesOf = (pid: number): string[] =>
  readable(() => readdirSync(`/proc/${pid}/fd`)).map(
    (fd) => readable(() => [readlinkSync(`/proc/${pid}/fd/${fd}`)])[0] ?? '',
  );
