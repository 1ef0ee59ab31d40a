// A second pair of eyes on the sources: electronegativity, which knows the settings of Electron that are dangerous. It ends with 0 whatever
// it finds and misses some of the worst, so what counts are the assertions on the running app; security.md §8.12.
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'csv-parse/sync';
import { afterAll, expect, it } from 'vitest';
import { tellControl, tellFound } from '../helpers/proof.ts';
import { newHome } from './driver/home.ts';
import { hasUserNamespaces } from './driver/namespaces.ts';
import { appFolder } from './driver/runtime.ts';

const home = newHome();
afterAll(() => home.remove());

interface Finding {
  readonly issue: string;
  readonly severity: string;
  readonly place: string;
}

/** Preloads are to be looked at by people: ours are three files of a few lines, each a pipe that knows no operation. */
const LOOKED_AT = ['PRELOAD_JS_CHECK'];

/** What it finds in a folder. It asks the network for translations and releases: there is none, by our doing and by the system's. */
async function look(folder: string): Promise<Finding[]> {
  const [out, without] = [join(home.root, 'found.csv'), join(appFolder(), 'build/electronegativity/no-network.cjs')];
  const command = [process.execPath, '--require', without, program(), '-i', folder, '-o', out];
  const alone = hasUserNamespaces ? ['unshare', '--user', '--map-current-user', '--net'] : [];
  const [first, ...rest] = [...alone, ...command];
  await promisify(execFile)(first!, rest, { cwd: home.root, env: { PATH: '/usr/bin:/bin', HOME: home.root } });
  const rows = parse<Record<string, string>>(readFileSync(out), { columns: true, trim: true, relax_quotes: true });
  return rows.map(({ issue, severity, filename, location }) => ({
    issue: issue ?? '',
    severity: severity ?? '',
    place: `${filename?.slice(folder.length + 1)}:${location}`,
  }));
}

function program(): string {
  const file = process.env['SAFEHOLD_ELECTRONEGATIVITY'];
  if (file === undefined) throw new Error('SAFEHOLD_ELECTRONEGATIVITY is not set: run "npm run e2e"');
  return file;
}

const serious = (findings: readonly Finding[]): Finding[] =>
  findings.filter(({ issue, severity }) => ['MEDIUM', 'HIGH'].includes(severity) && !LOOKED_AT.includes(issue));

it('finds nothing of weight in the sources, and what is dangerous in the same sources with a wall taken out', async () => {
  const sources = join(home.root, 'sources');
  for (const part of ['electron', 'renderer', 'shared', 'package.json']) {
    cpSync(join(appFolder(), part), join(sources, part), { recursive: true });
  }
  const found = await look(sources);
  tellFound('G14', { 'findings of electronegativity': serious(found).length });
  expect(serious(found)).toEqual([]);
  // It reads our TypeScript: the preload of our window is what it asks to be looked at.
  expect(found.map(({ place }) => place)).toContainEqual(expect.stringMatching(/^electron\/main\/window\.ts:/));

  const window = join(sources, 'electron/main/window.ts');
  const weak = readFileSync(window, 'utf8').replace('sandbox: true', 'sandbox: false').replace("'Auxclick'", "''");
  writeFileSync(window, weak);
  mkdirSync(join(sources, 'planted'));
  writeFileSync(join(sources, 'planted/main.js'), DANGEROUS);
  const planted = serious(await look(sources));
  tellControl('G14', { 'planted, found by electronegativity': planted.length });
  expect(planted.map(({ issue }) => issue)).toEqual(expect.arrayContaining(['SANDBOX_JS_CHECK', 'AUXCLICK_JS_CHECK']));
  expect(planted.filter(({ place }) => place.startsWith('planted/')).length).toBeGreaterThanOrEqual(8);
}, 240_000);

const DANGEROUS = `
const { app, BrowserWindow, shell, session } = require('electron');
app.commandLine.appendSwitch('disable-web-security');
app.whenReady().then(() => {
  const window = new BrowserWindow({
    webPreferences: {
      nodeIntegration: true, contextIsolation: false, webSecurity: false, allowRunningInsecureContent: true,
      experimentalFeatures: true, enableBlinkFeatures: 'Anything', preload: './preload.js',
    },
  });
  session.defaultSession.setCertificateVerifyProc((request, answer) => answer(0));
  window.webContents.on('will-navigate', (event, url) => shell.openExternal(url));
  window.loadURL('http://example.org/');
});
app.on('certificate-error', (event, contents, url, error, certificate, answer) => { event.preventDefault(); answer(true); });
`;
