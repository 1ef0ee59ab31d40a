// A stranger with Debian's age and the script printed in the format's description reads every sample package, and we still do.
// The samples were made once and are never made anew: what they hold must open for ever.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Manifest } from '#shared/packages/manifest';
import type { OpenWith } from '../../electron/vault/packages/open.ts';
import { ageOpen, ageOpenWithPassphrase, identityFile } from '../helpers/age-cli.ts';
import { opened, sha256 } from '../helpers/sample-package.ts';
import { tempFolder } from '../helpers/temp-folder.ts';

const FOLDER = new URL('../vectors/export-package/', import.meta.url).pathname;
const FORMATS = readFileSync(new URL('../../FORMATS.md', import.meta.url), 'utf8');
const SCRIPT = /```js\n([\s\S]*?)```/.exec(FORMATS)?.[1] ?? '';

interface Vector {
  readonly file: string;
  readonly sha256: string;
  readonly openWith: OpenWith;
  readonly manifest: Manifest;
}
const vectors = JSON.parse(readFileSync(join(FOLDER, 'vectors.json'), 'utf8')) as Vector[];

const runScript = (bag: string, out: string): { status: number | null; output: string } => {
  const file = join(tempFolder(), 'open-bag.mjs');
  writeFileSync(file, SCRIPT);
  const run = spawnSync(process.execPath, [file, bag, out], { encoding: 'utf8' });
  return { status: run.status, output: run.stdout + run.stderr };
};

/** The bag of a sample, opened by age. */
function bagOf({ file, openWith }: Vector): Buffer {
  const folder = tempFolder();
  const bag = join(folder, 'bag');
  const isOpen =
    'passphrase' in openWith
      ? ageOpenWithPassphrase(join(FOLDER, file), bag, openWith.passphrase)
      : ageOpen(join(FOLDER, file), bag, identityFile(folder, openWith.identity));
  expect(isOpen).toBe(true);
  return readFileSync(bag);
}

test('the script fits on a page and is there', () => {
  expect(SCRIPT.split('\n').length).toBeGreaterThan(20);
  expect(SCRIPT.split('\n').length).toBeLessThan(40);
});

test('every sample package is listed', () => {
  expect(
    readdirSync(FOLDER)
      .filter((name) => name.endsWith('.age'))
      .sort(),
  ).toEqual(vectors.map(({ file }) => file).sort());
});

describe.each(vectors)('$file', (vector) => {
  const { file, openWith, manifest } = vector;

  test('is the one that was made then', () => {
    expect(sha256(readFileSync(join(FOLDER, file)))).toBe(vector.sha256);
  });

  test('is read by a stranger', () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'bag'), bagOf(vector));
    const { status, output } = runScript(join(folder, 'bag'), join(folder, 'out'));
    expect([status, output]).toEqual([
      0,
      `${JSON.stringify(sorted(manifest), null, 2)}\nSigned by the key: ${manifest.sender.keyFingerprint}. Compare these words with the sender by telephone.\n`,
    ]);
    for (const { name, size, sha256: hash } of manifest.files) {
      expect(sha256(readFileSync(join(folder, 'out', name)))).toBe(hash);
      expect(statSync(join(folder, 'out', name)).size).toBe(size);
    }
    expect(readdirSync(join(folder, 'out'))).toHaveLength(manifest.files.length);
  });

  test('is read by us', async () => {
    await opened(readFileSync(join(FOLDER, file)), openWith, async (found) => {
      expect(found.manifest).toEqual(manifest);
      for (const { name, sha256: hash } of manifest.files) expect(sha256(await found.read(name))).toBe(hash);
    });
  });
});

test('the stranger’s script refuses a bag in which one letter was changed, or to which one was added', () => {
  const good = bagOf(vectors[0]!);
  const folder = tempFolder();
  const length = good.readUInt32BE(0);
  const bends: [string, (bag: Buffer) => Buffer][] = [
    ['purpose', (bag) => Buffer.from(bag.toString('latin1').replace('Booking', 'Cooking'), 'latin1')],
    ['file', (bag) => Buffer.from(bag.toString('latin1').replace('Nuts', 'Nute'), 'latin1')],
    ['signature', (bag) => Buffer.concat([bag.subarray(0, 4 + length), Buffer.alloc(64), bag.subarray(68 + length)])],
    ['longer', (bag) => Buffer.concat([bag, Buffer.of(0)])],
    ['shorter', (bag) => bag.subarray(0, -1)],
  ];
  for (const [name, bend] of bends) {
    const bent = bend(Buffer.from(good));
    expect(bent.equals(good), name).toBe(false);
    writeFileSync(join(folder, name), bent);
    expect(runScript(join(folder, name), join(folder, `${name}-out`)).status, name).not.toBe(0);
  }
});

/** As the manifest stands in the file: names sorted at every level. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, inner]) => [name, sorted(inner)]),
  );
}
