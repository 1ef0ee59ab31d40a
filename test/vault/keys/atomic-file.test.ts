// Small files are the old ones or the new ones: after a kill at any moment, on a full disk, behind a link, in place of a pipe.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  closeSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from 'vite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { overwriteAt, readIfPresent, replaceFile, writeSlotFiles } from '../../../electron/vault/keys/atomic-file.ts';

let folder: string;
let file: string;
const bytes = (byte: number, length = 837) => new Uint8Array(length).fill(byte);
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'atomic-'));
  file = path.join(folder, 'slots.bin');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('replacing', () => {
  test('leaves the new bytes, readable by the owner alone, and nothing else', () => {
    replaceFile(file, bytes(1));
    replaceFile(file, bytes(2));
    expect(Uint8Array.from(readFileSync(file))).toEqual(bytes(2));
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['slots.bin']);
  });

  test('gets past what a cut power left behind', () => {
    writeFileSync(`${file}.part`, bytes(9, 12));
    chmodSync(`${file}.part`, 0o400);
    replaceFile(file, bytes(1));
    expect(Uint8Array.from(readFileSync(file))).toEqual(bytes(1));
    expect(existsSync(`${file}.part`)).toBe(false);
  });

  test('never writes through a link', () => {
    const outside = path.join(folder, 'outside');
    writeFileSync(outside, 'untouched');
    symlinkSync(outside, file);
    symlinkSync(outside, `${file}.part`);
    replaceFile(file, bytes(1));
    expect(readFileSync(outside, 'utf8')).toBe('untouched');
    expect(lstatSync(file).isFile()).toBe(true);
  });

  test('writes both copies of the key slots', () => {
    writeSlotFiles(folder, bytes(3));
    expect(readFileSync(path.join(folder, 'slots.bak'))).toEqual(readFileSync(file));
  });

  test('in a folder that is gone, or where nothing can be written, says so and names no path', () => {
    for (const place of [path.join(folder, 'gone', 'slots.bin'), '/sys/slots.bin', '/dev/null/slots.bin']) {
      expect(() => replaceFile(place, bytes(1))).toThrow(/^disk-failing$/);
    }
  });

  test('in place on a full disk says so', () => {
    const fd = openSync('/dev/full', 'w');
    expect(() => overwriteAt(fd, 128, bytes(1, 128))).toThrow(/^disk-full$/);
    closeSync(fd);
  });
});

describe('reading', () => {
  test('answers null for no file, and nothing for what is no ordinary small file, without waiting', () => {
    expect(readIfPresent(file, 1000)).toBeNull();
    replaceFile(file, bytes(1));
    expect(readIfPresent(file, 837)).toEqual(bytes(1));
    expect(readIfPresent(file, 836)).toHaveLength(0);
    expect(readIfPresent(folder, 1000)).toHaveLength(0);
    const link = path.join(folder, 'link');
    symlinkSync(file, link);
    expect(readIfPresent(link, 1000)).toHaveLength(0);
    const pipe = path.join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    expect(readIfPresent(pipe, 1000)).toHaveLength(0);
    expect(readIfPresent('/dev/zero', 1000)).toHaveLength(0);
  });
});

test('a process killed at any moment leaves each copy whole, the first never older than the second', async () => {
  const script = await writerScript();
  for (let round = 0; round < 8; round += 1) {
    const writer = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(writer.stdout, 'data');
    await wait(3 + ((round * 7) % 25));
    writer.kill('SIGKILL');
    await once(writer, 'exit');
    const [first, second] = ['slots.bin', 'slots.bak'].map((name) => readIfPresent(path.join(folder, name), 1000));
    for (const copy of [first, second]) expect(copy).toEqual(bytes(copy?.[0] ?? -1));
    expect([second?.[0], ((second?.[0] ?? 0) + 1) % 256]).toContain(first?.[0]);
  }
});

/** A plain program that keeps replacing both copies with the next byte, made from the product's own file. */
async function writerScript(): Promise<string> {
  const entry = path.join(folder, 'writer.ts');
  const source = new URL('../../../electron/vault/keys/atomic-file.ts', import.meta.url).pathname;
  writeFileSync(
    entry,
    `import { writeSlotFiles } from ${JSON.stringify(source)};
     writeSlotFiles(process.argv[2], new Uint8Array(837));
     console.log('ready');
     for (let byte = 1; ; byte = (byte + 1) % 256) writeSlotFiles(process.argv[2], new Uint8Array(837).fill(byte));`,
  );
  const root = new URL('../../..', import.meta.url).pathname;
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: entry,
      outDir: path.join(folder, 'out'),
      rolldownOptions: { output: { entryFileNames: 'writer.mjs' } },
    },
    ssr: { noExternal: true },
  });
  return path.join(folder, 'out', 'writer.mjs');
}
