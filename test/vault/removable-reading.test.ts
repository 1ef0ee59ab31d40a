// A stick from outside is a hostile computer: whatever lies on it, reading ends soon, with a typed error, and leaves nothing.
import { execFileSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { VaultError } from '#shared/contract/errors';
import { chosenFile, passOutside, readOutside } from '../../electron/vault/removable/open-outside.ts';
import { readingError, writingError } from '../../electron/vault/removable/outside-error.ts';
import {
  PrivateFolder,
  sweepPrivateFolders,
  withPrivateFolder,
} from '../../electron/vault/removable/private-folder.ts';
import { errnoError, failingDisk } from '../helpers/failing-disk.ts';
import { tempFolder } from '../helpers/temp-folder.ts';

const codeOf = async (work: Promise<unknown>): Promise<string> => {
  const error: unknown = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof VaultError ? error.code : `not typed: ${String(error)}`;
};
const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');
const LIMIT = 10_000_000;

test('reads a chosen file, counted and hashed in one pass', async () => {
  const path = join(tempFolder(), 'workbook.xlsx');
  const bytes = Buffer.from(Uint32Array.from({ length: 625_000 }, (_none, at) => at * 2_654_435_761).buffer);
  writeFileSync(path, bytes);
  const found = await readOutside(chosenFile(path, LIMIT));
  expect(found.bytes).toBe(2_500_000);
  expect(found.sha256).toBe(sha256(bytes));
  expect(Buffer.compare(Buffer.from(found.content), bytes)).toBe(0);
});

test('pipes are refused at once, even five of them, and file work goes on', async () => {
  const folder = tempFolder();
  const started = performance.now();
  for (const name of ['a', 'b', 'c', 'd', 'e']) {
    execFileSync('mkfifo', [join(folder, name)]);
    expect(await codeOf(readOutside(chosenFile(join(folder, name), LIMIT)))).toBe('not-a-regular-file');
  }
  writeFileSync(join(folder, 'fine'), 'fine');
  expect((await readOutside(chosenFile(join(folder, 'fine'), LIMIT))).bytes).toBe(4);
  expect(performance.now() - started).toBeLessThan(2_000);
});

test('endless devices, folders, sockets and links to any of them are not files', async () => {
  const folder = tempFolder();
  symlinkSync('/dev/zero', join(folder, 'endless'));
  symlinkSync('/etc/hostname', join(folder, 'elsewhere'));
  mkdirSync(join(folder, 'folder'));
  const server = createServer().listen(join(folder, 'socket'));
  onTestFinished(() => void server.close());
  await new Promise((resolve) => server.once('listening', resolve));
  for (const path of ['endless', 'elsewhere', 'folder', 'socket']
    .map((name) => join(folder, name))
    .concat('/dev/zero')) {
    expect(await codeOf(readOutside(chosenFile(path, LIMIT))), path).toBe('not-a-regular-file');
  }
});

test('no folder between the chosen one and the file may be a link; the chosen one may', async () => {
  const folder = tempFolder();
  mkdirSync(join(folder, 'real/inner'), { recursive: true });
  writeFileSync(join(folder, 'real/inner/file'), 'here');
  symlinkSync(join(folder, 'real'), join(folder, 'link'));
  symlinkSync(join(folder, 'real/inner'), join(folder, 'real/inner-link'));
  const at = (from: string, names: [string, ...string[]]) => ({ folder: join(folder, from), names, limit: LIMIT });
  expect((await readOutside(at('link', ['inner', 'file']))).bytes).toBe(4);
  expect(await codeOf(readOutside(at('.', ['link', 'inner', 'file'])))).toBe('not-a-regular-file');
  expect(await codeOf(readOutside(at('real', ['inner-link', 'file'])))).toBe('not-a-regular-file');
});

test.each(['..', '.', '', 'a/b', 'a\\b', 'a\0b'])('a name that could climb is refused: %j', async (name) => {
  expect(await codeOf(readOutside({ folder: tempFolder(), names: ['x', name], limit: LIMIT }))).toBe(
    'not-a-regular-file',
  );
});

test('a file that keeps growing stops at the limit, and no more than the limit was handed on', async () => {
  const path = join(tempFolder(), 'growing');
  writeFileSync(path, Buffer.alloc(1_000_000));
  let taken = 0;
  const reading = passOutside(chosenFile(path, 5_000_000), (chunk) => {
    taken += chunk.length;
    appendFileSync(path, Buffer.alloc(2_000_000));
    return Promise.resolve();
  });
  expect(await codeOf(reading)).toBe('file-too-big');
  expect(taken).toBeLessThanOrEqual(5_000_000);
});

test('a file larger than the limit is refused before its first byte', async () => {
  const path = join(tempFolder(), 'big');
  writeFileSync(path, Buffer.alloc(1_001));
  const reading = passOutside(chosenFile(path, 1_000), () => Promise.reject(new Error('was read')));
  expect(await codeOf(reading)).toBe('file-too-big');
});

test('a file that is not what a checked list promised is damaged: shorter, longer, or other bytes', async () => {
  const path = join(tempFolder(), 'part');
  writeFileSync(path, 'hello');
  const reading = (bytes: number, hash: string) =>
    readOutside({ ...chosenFile(path, LIMIT), expect: { bytes, sha256: hash } });
  expect(await codeOf(reading(4, sha256('hell')))).toBe('file-damaged');
  expect(await codeOf(reading(6, sha256('hello!')))).toBe('file-damaged');
  expect(await codeOf(reading(5, sha256('hullo')))).toBe('file-damaged');
  expect((await reading(5, sha256('hello'))).bytes).toBe(5);
});

test('a file that is gone says so, a stick that dies in mid-read says so', async () => {
  const folder = tempFolder();
  expect(await codeOf(readOutside(chosenFile(join(folder, 'nothing'), LIMIT)))).toBe('file-gone');
  expect(await codeOf(readOutside(chosenFile(join(folder, 'no', 'folder'), LIMIT)))).toBe('file-gone');
  writeFileSync(join(folder, 'file'), Buffer.alloc(3_000_000));
  await failingDisk(folder, { method: 'read', errno: 'EIO', after: 1 });
  expect(await codeOf(readOutside(chosenFile(join(folder, 'file'), LIMIT)))).toBe('stick-removed');
});

test('reading stops when asked to', async () => {
  const path = join(tempFolder(), 'file');
  writeFileSync(path, Buffer.alloc(4_000_000));
  const stop = new AbortController();
  const reading = passOutside({ ...chosenFile(path, LIMIT), signal: stop.signal }, () => {
    stop.abort();
    return Promise.resolve();
  });
  expect(await codeOf(reading)).toBe('cancelled');
});

test('a private copy can be read by nobody else and is gone with its folder', async () => {
  const vault = tempFolder();
  const path = join(tempFolder(), 'file');
  writeFileSync(path, 'content');
  const inside = await withPrivateFolder(vault, async (folder) => {
    const copy = await folder.copyIn(chosenFile(path, LIMIT), 'copy');
    expect(statSync(folder.path).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder.path, 'copy')).mode & 0o777).toBe(0o600);
    expect(copy.sha256).toBe(sha256('content'));
    expect((await copy.handle.readFile()).length).toBe(0); // position is at the end: readers say from where
    return folder.path;
  });
  expect(existsSync(inside)).toBe(false);
  expect(readdirSync(vault)).toEqual([]);
});

test('a copy that fails half-way leaves no partial output', async () => {
  const path = join(tempFolder(), 'file');
  writeFileSync(path, Buffer.alloc(3_000_000));
  await withPrivateFolder(tempFolder(), async (folder) => {
    const copying = folder.copyIn(
      { ...chosenFile(path, LIMIT), expect: { bytes: 3_000_000, sha256: sha256('other') } },
      'copy',
    );
    expect(await codeOf(copying)).toBe('file-damaged');
    expect(readdirSync(folder.path)).toEqual([]);
    await failingDisk(folder.path, { method: 'write', errno: 'ENOSPC', after: 1 });
    expect(await codeOf(folder.copyIn(chosenFile(path, LIMIT), 'copy'))).toBe('disk-full');
    expect(readdirSync(folder.path)).toEqual([]);
  });
});

test('private folders left by a killed process are swept, and nothing else is', async () => {
  const vault = tempFolder();
  const left = await PrivateFolder.make(vault);
  writeFileSync(join(left.path, 'copy'), 'content');
  mkdirSync(join(vault, 'checking-mine'));
  writeFileSync(join(vault, 'records.db'), '');
  expect(await sweepPrivateFolders(vault)).toBe(1);
  expect(readdirSync(vault).sort()).toEqual(['checking-mine', 'records.db']);
});

test.each([
  ['ENOENT', 'file-gone', 'stick-removed'],
  ['EACCES', 'file-not-readable', 'place-not-writable'],
  ['EPERM', 'file-not-readable', 'place-not-writable'],
  ['EIO', 'stick-removed', 'stick-removed'],
  ['ENODEV', 'stick-removed', 'stick-removed'],
  ['ENOSPC', null, 'disk-full'],
  ['EDQUOT', null, 'disk-full'],
  ['EFBIG', null, 'file-too-big-for-format'],
  ['EROFS', null, 'place-not-writable'],
  ['ELOOP', 'not-a-regular-file', null],
  ['EMFILE', null, null],
  ['EINVAL', null, null],
])('%s is expected while reading as %s, while writing as %s; anything else stays a bug', (errno, reading, writing) => {
  const raw = errnoError(errno);
  const code = (error: unknown): string | null => (error instanceof VaultError ? error.code : null);
  expect(code(readingError(raw))).toBe(reading);
  expect(code(writingError(raw))).toBe(writing);
  if (reading === null) expect(readingError(raw)).toBe(raw);
});
