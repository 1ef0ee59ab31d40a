// What the built app contains: the vault no Electron, the page no Node and nowhere to send anything.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { project } from './planted-house.ts';

const folder = join(project, 'out');

interface Bundle {
  readonly name: string;
  readonly text: string;
}

function bundles(room: string, ending: RegExp): Bundle[] {
  const names = readdirSync(join(folder, room), { recursive: true, encoding: 'utf8' }).filter((name) =>
    ending.test(name),
  );
  return names.map((name) => ({ name: `${room}/${name}`, text: readFileSync(join(folder, room, name), 'utf8') }));
}

/** Every module a bundle asks for at run time: static and dynamic imports, and require. */
function modulesOf({ text }: Bundle): string[] {
  const forms = [
    // The name of a module has no space in it; words on the screen that end in "from" are followed by some.
    /\bfrom\s*["']([^"'\s]+)["']/g,
    /\bimport\s*\(?\s*["']([^"'\s]+)["']/g,
    /\brequire\(\s*["']([^"'\s]+)["']\s*\)/g,
  ];
  return forms.flatMap((form) => [...text.matchAll(form)].map(([, name = '']) => name));
}

const isNode = (name: string): boolean => name.startsWith('node:') || builtinModules.includes(name);

// Names that only look like addresses, and pages that a library's own messages mention as text.
const inert = [
  /^http:\/\/www\.w3\.org\/(1998|1999|2000|XML)\//, // XML namespaces
  /^https?:\/\/json-schema\.org\/draft/, // zod: names of schema dialects
  /^http:\/\/\[\$\{\w+\}\]$/, // zod: an IPv6 address is checked by parsing it as a URL
  /^https:\/\/react\.dev\/errors\//,
  /^https:\/\/mantine\.dev\/theming\//,
  /^https:\/\/(locize\.com|www\.i18next\.com\/)/,
];
const opening =
  /\bnew (XMLHttpRequest|WebSocket|EventSource|WebTransport|RTCPeerConnection)\b|\b(window|globalThis|self)\.fetch\b|sendBeacon/;

beforeAll(() => {
  // Without the test runner's NODE_ENV, which would bundle the development builds of the libraries.
  const { NODE_ENV: _, ...env } = process.env;
  execFileSync(process.execPath, [join(project, 'build/build.mjs')], { cwd: project, env });
}, 120_000);

describe.each(['vault', 'parser'])('the %s bundle', (room) => {
  it('asks for Node and the shipped modules alone, never for electron', () => {
    const shipped = ['@node-rs/argon2', '@signalapp/sqlcipher', 'age-encryption'];
    const asked = bundles(room, /\.js$/).flatMap(modulesOf);
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((name) => !isNode(name) && !name.startsWith('.') && !shipped.includes(name))).toEqual([]);
  });
});

describe('the preload', () => {
  it('is one file that asks for electron alone', () => {
    const files = bundles('preload', /./);
    expect(files.map(({ name }) => name)).toEqual(['preload/index.cjs']);
    expect(new Set(files.flatMap(modulesOf))).toEqual(new Set(['electron']));
  });
});

describe('the reader of partner agencies', () => {
  it('is one small file that names no address and opens no connection', () => {
    const files = bundles('reader', /./);
    expect(files.map(({ name }) => name)).toEqual(['reader/reader.html']);
    const [page] = files;
    expect(Buffer.byteLength(page!.text)).toBeLessThanOrEqual(250_000);
    expect(
      [...page!.text.matchAll(/\b(?:https?|wss?):\/\/[^\s"'`)<>\\]+/g)]
        .map(([found]) => found)
        .filter((address) => !inert.some((form) => form.test(address))),
    ).toEqual([]);
    expect(page!.text).not.toMatch(opening);
    expect(page!.text).not.toMatch(/<(script|link|img|iframe)[^>]*\b(src|href)=/);
    const [, policy = ''] = /content="(default-src[^"]*)"/.exec(page!.text) ?? [];
    expect(policy.split('; ').map((rule) => rule.replace(/'sha256-[^']+'/, 'HASH'))).toEqual([
      "default-src 'none'",
      'script-src HASH',
      'style-src HASH',
      "base-uri 'none'",
      "form-action 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ]);
  });

  it('is carried by the vault as it was built', () => {
    const [page] = bundles('reader', /./);
    const carried = bundles('vault', /reader-page.*\.js$/).map(({ text }) => text);
    expect(carried).toHaveLength(1);
    const [, policy = ''] = /content="(default-src[^"]*)"/.exec(page!.text) ?? [];
    expect(carried[0]).toContain(policy); // the hashes of script and style are in it
  });
});

describe('the page', () => {
  it('asks for no module that is not its own', () => {
    const scripts = bundles('renderer', /\.js$/);
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.flatMap(modulesOf).filter((name) => !name.startsWith('./'))).toEqual([]);
  });

  it('names no address that something could be fetched from or sent to', () => {
    const files = bundles('renderer', /\.(js|css|html)$/);
    const addresses = files.flatMap(({ text }) =>
      [...text.matchAll(/\b(?:https?|wss?):\/\/[^\s"'`)<>\\]+/g)].map(([found]) => found),
    );
    expect([...new Set(addresses)].filter((address) => !inert.some((form) => form.test(address)))).toEqual([]);
  });

  it('opens no connection of any kind', () => {
    expect(
      bundles('renderer', /\.js$/)
        .filter(({ text }) => opening.test(text))
        .map(({ name }) => name),
    ).toEqual([]);
  });

  it('loads no script or style from elsewhere, and none inline', () => {
    const [page] = bundles('renderer', /^index\.html$/);
    const loaded = [...(page?.text ?? '').matchAll(/\b(?:src|href)="([^"]+)"/g)].map(([, address = '']) => address);
    expect(loaded.length).toBeGreaterThan(0);
    expect(loaded.filter((address) => !/^(\.?\/)?assets\//.test(address))).toEqual([]);
    expect(page?.text).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>\s*\S/);
  });
});
