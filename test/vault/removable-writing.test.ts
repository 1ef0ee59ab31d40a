// "Saved" is said only of a file that is whole, flushed and read back; every failure is typed and leaves no half file.
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { VaultError } from '#shared/contract/errors';
import { linuxSticks } from '../../electron/vault/removable/linux-sticks.ts';
import { type Medium, writeOutside } from '../../electron/vault/removable/write-outside.ts';
import { failingDisk } from '../helpers/failing-disk.ts';
import { SimulatedSticks } from '../helpers/simulated-stick.ts';
import { oneMegabyteDisk } from '../helpers/small-disk.ts';
import { tempFolder } from '../helpers/temp-folder.ts';

const chunk = randomBytes(256 * 1024);
async function* content(chunks: number): AsyncGenerator<Uint8Array> {
  for (let i = 0; i < chunks; i++) yield await Promise.resolve(chunk);
}
const bytes = (chunks: number): number => chunks * chunk.length;

const failure = async (work: Promise<unknown>): Promise<VaultError> => {
  const error: unknown = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof VaultError) return error;
  throw new Error(`not typed: ${String(error)}`);
};

/** The machine's own disk, with room to spare. */
const machine: Medium = linuxSticks();

test('a file is whole, private, flushed and read back from the medium', async () => {
  const folder = tempFolder();
  const stages: string[] = [];
  const target = { folder, name: 'r-abcd2345.age', bytes: bytes(5) };
  const written = await writeOutside(machine, target, content(5), { stage: (stage) => stages.push(stage) });
  const found = readFileSync(join(folder, 'r-abcd2345.age'));
  expect(written).toEqual({
    bytes: found.length,
    sha256: createHash('sha256').update(found).digest('hex'),
    verified: true,
    readFromMedium: process.platform === 'linux',
  });
  expect(statSync(join(folder, 'r-abcd2345.age')).mode & 0o777).toBe(0o600);
  expect([...new Set(stages)]).toEqual(['writing', 'flushing', 'verifying']);
  expect(readdirSync(folder)).toEqual(['r-abcd2345.age']);
});

test('an empty file can be written too', async () => {
  const folder = tempFolder();
  const written = await writeOutside(machine, { folder, name: 'empty', bytes: 0 }, content(0));
  expect(written.bytes).toBe(0);
});

test('a file that is there already is never replaced', async () => {
  const folder = tempFolder();
  writeFileSync(join(folder, 'taken'), 'older');
  expect((await failure(writeOutside(machine, { folder, name: 'taken', bytes: bytes(1) }, content(1)))).code).toBe(
    'conflict',
  );
  expect(readFileSync(join(folder, 'taken'), 'utf8')).toBe('older');
  expect(readdirSync(folder)).toEqual(['taken']);
});

test('a name that appears while we write is not replaced either', async () => {
  const folder = tempFolder();
  async function* racing(): AsyncGenerator<Uint8Array> {
    yield* content(1);
    writeFileSync(join(folder, 'file'), 'theirs');
  }
  expect((await failure(writeOutside(machine, { folder, name: 'file', bytes: bytes(1) }, racing()))).code).toBe(
    'conflict',
  );
  expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('theirs');
  expect(readdirSync(folder)).toEqual(['file']);
});

test('what a killed run left as .part is replaced; a link in its place is not followed', async () => {
  const folder = tempFolder();
  const victim = join(tempFolder(), 'victim');
  writeFileSync(victim, 'untouched');
  symlinkSync(victim, join(folder, 'file.part'));
  await writeOutside(machine, { folder, name: 'file', bytes: bytes(1) }, content(1));
  expect(readFileSync(victim, 'utf8')).toBe('untouched');
  expect(readdirSync(folder)).toEqual(['file']);
});

test.each(['../up', 'a/b', '.hidden', '', 'a'.repeat(81)])(
  'a name that could leave the folder is a bug, not a request: %j',
  async (name) => {
    await expect(writeOutside(machine, { folder: tempFolder(), name, bytes: 0 }, content(0))).rejects.toBeInstanceOf(
      TypeError,
    );
  },
);

test.each([
  ['write', 'ENOSPC', 'disk-full'],
  ['write', 'EFBIG', 'file-too-big-for-format'],
  ['write', 'EIO', 'stick-removed'],
  ['write', 'ENODEV', 'stick-removed'],
  ['write', 'EROFS', 'place-not-writable'],
  ['sync', 'EIO', 'stick-removed'],
  ['sync', 'ENOSPC', 'disk-full'],
  ['read', 'EIO', 'stick-removed'],
] as const)('%s failing with %s is %s, and nothing is left behind', async (method, errno, code) => {
  const folder = tempFolder();
  writeFileSync(join(folder, 'earlier'), 'earlier');
  await failingDisk(folder, { method, errno, after: method === 'write' ? 2 : 0 });
  const error = await failure(writeOutside(machine, { folder, name: 'file', bytes: bytes(5) }, content(5)));
  expect(error.code).toBe(code);
  if (code === 'disk-full') expect(error.facts).toMatchObject({ neededMb: 2 });
  expect(readdirSync(folder)).toEqual(['earlier']);
  expect(readFileSync(join(folder, 'earlier'), 'utf8')).toBe('earlier');
});

test('an errno nobody expects stays a bug and still leaves nothing', async () => {
  const folder = tempFolder();
  await failingDisk(folder, { method: 'write', errno: 'EINVAL' });
  await expect(writeOutside(machine, { folder, name: 'file', bytes: bytes(1) }, content(1))).rejects.toMatchObject({
    code: 'EINVAL',
  });
  expect(readdirSync(folder)).toEqual([]);
});

test('a disk that fills up in the middle says how much was needed and how much is free', async () => {
  const folder = await oneMegabyteDisk();
  const roomy: Medium = {
    ...machine,
    space: async (at) => ({ ...(await machine.space(at)), freeBytes: 1e9, totalBytes: 1e9 }),
  };
  const error = await failure(writeOutside(roomy, { folder, name: 'file', bytes: bytes(8) }, content(8)));
  expect(error.code).toBe('disk-full');
  expect(error.facts).toEqual({ neededMb: 3, freeMb: 1000 });
  expect(readdirSync(folder)).toEqual([]);
});

test('three different refusals before the first byte: format, stick, room left', async () => {
  const sticks = new SimulatedSticks();
  const fat = sticks.insert('fat', { bytes: 64e9, largestFileBytes: 2 ** 32 - 1 });
  const small = sticks.insert('small', { bytes: 128e6 });
  const full = sticks.insert('full', { bytes: 10e6 });
  writeFileSync(join(full, 'films'), Buffer.alloc(9_000_000));
  async function* untouched(): AsyncGenerator<Uint8Array> {
    yield* content(0);
    throw new Error('was read');
  }
  const refusal = (folder: string, size: number) =>
    failure(writeOutside(sticks, { folder, name: 'file', bytes: size }, untouched()));
  expect(await refusal(fat, 2 ** 32)).toMatchObject({ code: 'file-too-big-for-format', facts: { neededMb: 4295 } });
  expect(await refusal(small, 200e6)).toMatchObject({
    code: 'stick-too-small',
    facts: { neededMb: 200, totalMb: 128 },
  });
  expect(await refusal(full, 5e6)).toMatchObject({ code: 'disk-full', facts: { neededMb: 5, freeMb: 1 } });
  for (const folder of [fat, small]) expect(readdirSync(folder)).toEqual([]);
});

test('a medium that returns other bytes than were written is found out, and the file does not stay', async () => {
  const folder = tempFolder();
  const path = join(folder, 'file');
  const lying: Medium = {
    ...machine,
    sync: () => {
      const found = readFileSync(path);
      found[100_000]! ^= 1;
      writeFileSync(path, found);
      return Promise.resolve();
    },
  };
  expect((await failure(writeOutside(lying, { folder, name: 'file', bytes: bytes(2) }, content(2)))).code).toBe(
    'verify-failed',
  );
  expect(existsSync(path)).toBe(false);
});

test.each([
  ['shorter', (path: string) => writeFileSync(path, chunk)],
  ['longer', (path: string) => writeFileSync(path, Buffer.concat([chunk, chunk, chunk]))],
])('a medium that made the file %s is found out', async (_, change) => {
  const folder = tempFolder();
  const lying: Medium = {
    ...machine,
    sync: () => {
      change(join(folder, 'file'));
      return Promise.resolve();
    },
  };
  expect((await failure(writeOutside(lying, { folder, name: 'file', bytes: bytes(2) }, content(2)))).code).toBe(
    'verify-failed',
  );
});

test('Stop leaves nothing, and a folder that went away is a stick that was taken out', async () => {
  const folder = tempFolder();
  const stop = new AbortController();
  const stopping = writeOutside(machine, { folder, name: 'file', bytes: bytes(5) }, content(5), {
    signal: stop.signal,
    stage: (_, done) => {
      if (done > 0.3) stop.abort();
    },
  });
  expect((await failure(stopping)).code).toBe('cancelled');
  expect(readdirSync(folder)).toEqual([]);
  rmSync(folder, { recursive: true });
  expect((await failure(writeOutside(machine, { folder, name: 'file', bytes: 1 }, content(1)))).code).toBe(
    'stick-removed',
  );
});

test('a source that fails passes its own error on and leaves nothing', async () => {
  const folder = tempFolder();
  async function* failing(): AsyncGenerator<Uint8Array> {
    yield* content(1);
    throw new VaultError('vault-locked');
  }
  expect((await failure(writeOutside(machine, { folder, name: 'file', bytes: bytes(2) }, failing()))).code).toBe(
    'vault-locked',
  );
  expect(readdirSync(folder)).toEqual([]);
});
