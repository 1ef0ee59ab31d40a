// The app as it is packed: what is inside, which doors were shut for good, whether it notices that it was altered, and that it starts in
// a network of its own. build/installer, security.md §8.5, §8.6, §8.8, runtime.md §5.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fuses } from '../../build/installer/fuses.mjs';
import { tellControl, tellFound } from '../helpers/proof.ts';
import { ANA, makeHouse } from '../helpers/small-house.ts';
import { eventually, isRunning } from './driver/app.ts';
import { newHome } from './driver/home.ts';
import { read } from './driver/inspector.ts';
import { focus, key, type, windowOf } from './driver/keyboard.ts';
import { listen } from './driver/listener.ts';
import { hasUserNamespaces, NO_NAMESPACES } from './driver/namespaces.ts';
import { drivenCopy, filesInside, NAME, pack, PROGRAM, startPacked, type Packed } from './driver/package.ts';
import { BY_PIPE, pipeTo } from './driver/pipe.ts';
import { networksOf, processTree, seccompMode } from './driver/processes.ts';
import { freePort } from './driver/runtime.ts';

const home = newHome();
let packed: Packed;
let driven: { folder: string; words: readonly string[] };
beforeAll(async () => {
  packed = pack(home);
  driven = await drivenCopy(home, packed);
}, 300_000);
// They share a data folder, so that one that a failed test left would keep the next from starting.
afterEach(() => {
  for (const pid of packedProcesses()) process.kill(pid, 'SIGKILL');
});
afterAll(() => home.remove());

/** Every process of a packed program of this test, by the file that it runs. */
function packedProcesses(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return readlinkSync(`/proc/${pid}/exe`).startsWith(`${home.root}/`);
      } catch {
        return false; // not ours to look at, or gone
      }
    });
}
/** The unlock screen waits for a name. */
const IN_FIELD = "document.body.innerText.includes('Your sign-in name') && document.activeElement.tagName === 'INPUT'";
const networkOf = (pid: number | 'self') => readlinkSync(`/proc/${pid}/ns/net`);

describe('what is inside', () => {
  const modules = [
    ...['age-encryption', '@noble/(?:ciphers|curves|hashes|post-quantum)', '@scure/base', '@node-rs/argon2'],
    ...[`@node-rs/argon2-${process.platform}-${process.arch}-\\w+`, '@signalapp/sqlcipher', 'node-gyp-build'],
  ].join('|');
  /** Files that belong into app.asar; folders are in no list. */
  const belongs = [
    /^\/package\.json$/,
    /^\/out\/(main|preload|preload-preview|preload-press|vault|parser)\/(chunks\/)?[\w-]+\.c?js$/,
    /^\/out\/(renderer|preview)\/(assets\/|pdf\/)?[\w.-]+\.(html|m?js|css|woff2|svg|png)$/,
    new RegExp(`^(/node_modules/(${modules}))+(/[\\w.-]+)*/(package\\.json|LICENSE|[\\w.-]+\\.[mc]?js)$`),
    new RegExp(`^/node_modules/@node-rs/argon2-${process.platform}-${process.arch}-\\w+/[\\w.-]+\\.node$`),
    new RegExp(`^/node_modules/@signalapp/sqlcipher/prebuilds/${process.platform}-${process.arch}/[\\w.+@-]+\\.node$`),
  ];
  const strangers = (files: readonly string[]) => files.filter((file) => !belongs.some((shape) => shape.test(file)));

  it('is the built app and the modules that it needs: no test, no source, no code for another system', () => {
    const files = filesInside(join(packed.folder, 'resources/app.asar'));
    tellFound('G15', { 'files inside': files.length, 'files that do not belong inside': strangers(files).length });
    expect(strangers(files)).toEqual([]);
    const planted = [
      ...['/test/vault/x.test.ts', '/electron/main/index.ts', '/out/main/index.js.map', '/out/types/a.json'],
      ...['/node_modules/react/index.js', '/node_modules/@signalapp/sqlcipher/prebuilds/win32-x64/a.node'],
      ...['/node_modules/age-encryption/src/a.ts', '/node_modules/age-encryption/README.md', '/.npmrc'],
    ];
    expect(strangers(planted)).toEqual(planted);
  });

  it('is a development build by its name, its package.json and what it prints of itself', () => {
    expect(readFileSync(join(packed.folder, 'resources/app.asar'), 'latin1')).toContain('"flavour": "development"');
    expect(readdirSync(packed.folder)).toContain(NAME);
    expect(packed.said).toContain(`In words, for the card of a release: `);
    const release = spawnSync(process.execPath, ['build/installer/make.mjs', '--out', '/tmp/never-made', '--release'], {
      encoding: 'utf8',
    });
    expect(release.status).toBe(1);
    expect(release.stdout + release.stderr).toContain('A release is made with the official Electron alone');
  });
});

/** The letters "1" and "0" in the binary. */
const [OPEN, SHUT] = [0x31, 0x30];

describe('the doors of the program', () => {
  /** electron-builder's names begin small, those of the fuses do not. */
  const listed = Object.entries(fuses).map(([name, open]) => {
    const fuse = FuseV1Options[`${name[0]!.toUpperCase()}${name.slice(1)}` as keyof typeof FuseV1Options];
    return [fuse, open ? OPEN : SHUT] as const;
  });
  const asListed = async (binary: string) => {
    const wire = await getCurrentFuseWire(binary);
    return listed.map(([fuse, state]) => Number(wire[fuse]) === state);
  };

  it('are as they are meant to be, read back from the packed file', async () => {
    const found = await asListed(join(packed.folder, PROGRAM));
    tellFound('G15', { 'fuses read': found.length, 'fuses as listed': found.filter(Boolean).length });
    expect(found).toEqual(listed.map(() => true));
    const unfused = await asListed(process.env['SAFEHOLD_ELECTRON'] ?? '');
    tellControl('G15', { 'doors not as listed': unfused.filter((is) => !is).length });
    expect(unfused).toContain(false);
  });

  it('let no debugger in, neither by a port nor by a pipe, where a copy with one line blank is driven by it', async () => {
    const [debug, inspect] = [await freePort(), await freePort()];
    const started = startPacked(home, packed.folder, PROGRAM, [
      ...[BY_PIPE, `--remote-debugging-port=${debug}`, `--inspect=127.0.0.1:${inspect}`],
    ]);
    await started.painted();
    expect(await pipeTo(started.app).answers(2_000)).toBe(false);
    for (const port of [debug, inspect]) {
      await expect(read(`http://127.0.0.1:${port}/json/version`)).rejects.toThrow('ECONNREFUSED');
    }
    await started.end();
    const control = startPacked(home, driven.folder, PROGRAM, [BY_PIPE]);
    await control.painted();
    expect(await pipeTo(control.app).answers(10_000)).toBe(true);
    await control.end();
  }, 120_000);
});

describe('started by its script', () => {
  const data = join(home.root, 'home/.config/Records');

  it('works in a network of its own, in every process, and says what it is', async ({ skip }) => {
    skip(!hasUserNamespaces, NO_NAMESPACES);
    mkdirSync(data, { recursive: true, mode: 0o700 });
    await makeHouse(data, '2026-03-02T20:30', () => Promise.resolve());
    const started = startPacked(home, driven.folder, NAME, [BY_PIPE]);
    await started.painted();
    const page = pipeTo(started.app);
    const family = processTree(started.app.pid!);
    expect(family.length).toBeGreaterThanOrEqual(5);
    for (const pid of family) {
      expect(networkOf(pid)).not.toBe(networkOf('self'));
      expect(networksOf(pid)).toEqual(['lo']);
      expect(readFileSync(`/proc/${pid}/limits`, 'utf8')).toMatch(/^Max core file size +0 /m);
    }
    // Chromium's own sandbox stands inside of it.
    expect(family.filter((pid) => seccompMode(pid) === 2).length).toBeGreaterThanOrEqual(1);

    focus(await eventually('the window', () => windowOf(started.app.pid!)));
    await eventually('the unlock screen', async () => (await page.evaluate(IN_FIELD)) === true || undefined);
    type(`${ANA.signInName}\t${ANA.passphrase}\n`);
    await openProgramPage(page);
    const text = await seen(page);
    expect(text).toContain('The files are as they were made');
    expect(text).toContain('a development build, for trying out only');
    expect(text).toContain('denied by the system');
    expect(text).toContain(driven.words.join(' '));
    tellControl('G15', { 'unaltered, called as made': 1 });
    const pictures = process.env['SAFEHOLD_PICTURES'];
    if (pictures !== undefined) writeFileSync(join(pictures, 'this-program.png'), await page.picture());
    await started.end();
  }, 180_000);

  it('has no network after a lock either', async ({ skip }) => {
    skip(!hasUserNamespaces, NO_NAMESPACES);
    // The package as it is: a debugger's pipe would end with the process, and take the next one with it.
    const started = startPacked(home, packed.folder, NAME);
    await started.painted();
    focus(await eventually('the window', () => windowOf(started.app.pid!)));
    key('ctrl+l');
    await eventually('the end of the process', () => !isRunning(started.app.pid!) || undefined);
    const shown = () => packedProcesses().find((pid) => windowOf(pid) !== undefined);
    const next = await eventually('the next process', shown);
    expect(networkOf(next)).not.toBe(networkOf('self'));
    process.kill(next, 'SIGTERM');
    await eventually('the end', () => packedProcesses().length === 0 || undefined);
  }, 120_000);

  it('is in our own network when it is started without the script, and says that too', async () => {
    const started = startPacked(home, driven.folder, PROGRAM, [BY_PIPE]);
    await started.painted();
    expect(networkOf(started.app.pid!)).toBe(networkOf('self'));
    const facts = await pipeTo(started.app).evaluate('window.records.program()');
    expect(facts).toMatchObject({ network: 'not-denied', made: 'development' });
    await started.end();
  }, 120_000);

  it('takes the network from whatever it starts, and without namespaces starts it all the same and says so', async ({
    skip,
  }) => {
    skip(!hasUserNamespaces, NO_NAMESPACES);
    const listener = await listen();
    const script = join(packed.folder, 'without-network');
    const call = ['/bin/bash', '-c', `ulimit -c; exec 3<>/dev/tcp/127.0.0.1/${listener.port} && echo reached`];
    const run = (program: string, args: readonly string[]) => spawnOver(program, args);
    const calm = await run(script, call);
    expect(calm.stdout).toBe('0\n');
    expect(listener.calls()).toBe(0);
    // In a namespace whose owner allows no others inside of it, as on a hardened system.
    const hardened = 'echo 0 > /proc/sys/user/max_user_namespaces && exec "$@"';
    const fallback = await run('unshare', ['--user', '--map-root-user', 'sh', '-c', hardened, 'sh', script, ...call]);
    expect(fallback.stdout).toBe('0\nreached\n');
    expect(fallback.stderr).toContain('{"event":"network-not-denied"}');
    expect(listener.calls()).toBe(1);
    await listener.close();
  });
});

describe('a program that was altered', () => {
  it('says so: one byte of the app and of a library, a file taken away, a file added', async () => {
    const altered = join(home.root, 'altered');
    execFileSync('cp', ['-a', driven.folder, altered]);
    flip(join(altered, 'resources/app.asar'), 'The files are as they were made');
    flip(join(altered, 'libvk_swiftshader.so'), 'SwiftShader');
    rmSync(join(altered, 'LICENSES.chromium.html'));
    copyFileSync('/bin/true', join(altered, 'libgtk-3.so.0.bak'));
    const started = startPacked(home, altered, PROGRAM, [BY_PIPE]);
    await started.painted();
    const facts = (await pipeTo(started.app).evaluate('window.records.program()')) as {
      files: Record<'changed' | 'missing' | 'added', number>;
      words: readonly string[];
    };
    const { changed, missing, added } = facts.files;
    tellFound('G15', { 'alterations made': 4, 'alterations noticed': changed + missing + added });
    expect(facts.files).toMatchObject({ changed: 2, missing: 1, added: 1 });
    expect(facts.words).not.toEqual(driven.words);
    await started.end();
  }, 120_000);
});

describe('the .deb', () => {
  it('holds what belongs to root, which nobody else may write, with the hash of each file', () => {
    const lines = execFileSync('dpkg-deb', ['-c', packed.deb], { encoding: 'utf8', maxBuffer: 1 << 24 })
      .trim()
      .split('\n');
    const entries = lines.map((line) => line.split(/\s+/));
    expect(new Set(entries.map(([, owner]) => owner))).toEqual(new Set(['root/root']));
    expect(entries.filter(([mode]) => !/^[d-]rw[x-]r-[x-]r-[x-]$/.test(mode!))).toEqual([]);
    const names = entries.filter(([mode]) => mode!.startsWith('-')).map((entry) => entry.at(-1)!.slice(2));
    expect(
      names.filter((name) => !/^(opt\/Safehold-development|usr\/share\/(applications|icons\/hicolor))\//.test(name)),
    ).toEqual([]);
    const control = home.folder('control');
    execFileSync('dpkg-deb', ['-e', packed.deb, control]);
    const sums = readFileSync(join(control, 'md5sums'), 'utf8').trim().split('\n');
    expect(sums.map((line) => line.slice(34)).sort()).toEqual(names.sort());
    expect(readFileSync(join(control, 'control'), 'utf8')).toContain(`Package: ${NAME}\n`);
  });

  it('is installed with the helper of the sandbox set up, is found whole, notices an altered file, and goes without a trace', ({
    skip,
  }) => {
    skip(!hasUserNamespaces, NO_NAMESPACES);
    const root = home.folder('computer');
    for (const name of ['info', 'updates', 'triggers'])
      mkdirSync(join(root, 'var/lib/dpkg', name), { recursive: true });
    for (const name of ['status', 'available']) writeFileSync(join(root, 'var/lib/dpkg', name), '');
    // As root of a namespace, who is nobody outside of it; the computer in the folder has no other packages and no shell of its own.
    const dpkg = (...args: string[]) =>
      spawnSync(
        'unshare',
        [
          ...['--user', '--map-root-user', 'dpkg', `--root=${root}`, '--force-depends', '--force-script-chrootless'],
          ...['--log=/dev/null', ...args],
        ],
        { encoding: 'utf8', env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C' } },
      );
    const program = join(root, 'opt/Safehold-development');
    expect(dpkg('--install', packed.deb)).toMatchObject({ status: 0 });
    expect(readlinkSync(join(root, 'usr/bin', NAME))).toBe(`/opt/Safehold-development/${NAME}`);
    expect((statSync(join(program, 'chrome-sandbox')).mode & 0o7777).toString(8)).toBe('4755');
    expect(readFileSync(join(root, 'usr/share/applications', `${NAME}.desktop`), 'utf8')).toMatch(
      /^Name=Records \(development\)$[^]*^Exec=\/opt\/Safehold-development\/safehold-development %U$/m,
    );
    expect(dpkg('--verify', NAME).stdout).toBe('');
    flip(join(program, 'resources/app.asar'), 'The files are as they were made');
    expect(dpkg('--verify', NAME).stdout).toMatch(/^\?\?5\?+ +\/opt\/Safehold-development\/resources\/app\.asar$/m);
    expect(dpkg('--purge', NAME)).toMatchObject({ status: 0 });
    const left = execFileSync('find', [root, '-path', `${root}/var`, '-prune', '-o', '!', '-type', 'd', '-print'], {
      encoding: 'utf8',
    });
    expect(left).toBe('');
  });
});

/** Another letter in the place of the first one of a text in a file. */
function flip(file: string, text: string): void {
  const content = readFileSync(file);
  const at = content.indexOf(text);
  if (at < 0) throw new Error(`there is no "${text}" in it`);
  content[at] = content[at]! ^ 1;
  writeFileSync(file, content);
}

/** Runs a program without blocking, because it may call a server of ours. */
async function spawnOver(program: string, args: readonly string[]): Promise<{ stdout: string; stderr: string }> {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (text: string) => (said[name] += text));
  await new Promise((resolve) => child.once('close', resolve));
  return said;
}

const seen = async (page: ReturnType<typeof pipeTo>): Promise<string> =>
  String(await page.evaluate('document.body.innerText'));

/** By its links, as a person goes. */
async function openProgramPage(page: ReturnType<typeof pipeTo>): Promise<void> {
  for (const path of ['/safekeeping', '/safekeeping/program']) {
    const click = `(() => { const link = document.querySelector('a[href="${path}"]'); link?.click(); return link !== null; })()`;
    await eventually(`a link to ${path}`, async () => (await page.evaluate(click)) === true || undefined);
  }
  await eventually('the verdict', async () => /The files (are|could)|no list/.test(await seen(page)) || undefined);
}
