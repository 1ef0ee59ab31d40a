// Sticks are pulled at the worst moment. Whatever the moment: what was there before stays whole, the desk recovers without a
// restart, and nobody is told "saved" about a stick that went away.
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { VaultError } from '#shared/contract/errors';
import { type Saved, StickDesk } from '../../electron/vault/removable/stick-desk.ts';
import { writeOutside, type WrittenFile } from '../../electron/vault/removable/write-outside.ts';
import { tellControl, tellFound } from '../helpers/proof.ts';
import { SimulatedSticks } from '../helpers/simulated-stick.ts';

const EARLIER = 'backup-2026-03-01-12';
const CONTENT = randomBytes(900_000);
let sticks: SimulatedSticks;
let desk: StickDesk;
let clock: number;

beforeEach(() => {
  clock = 1_000_000;
  sticks = new SimulatedSticks();
  desk = new StickDesk(sticks, () => clock);
  onTestFinished(() => desk.close());
});

async function* pieces(): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < CONTENT.length; at += 300_000) yield await Promise.resolve(CONTENT.subarray(at, at + 300_000));
}

/** Saves a file as a package or a backup would; `during` runs after each stage begins. */
const save = (
  folder: string,
  name: string,
  during: (stage: string) => void = () => undefined,
): Promise<Saved<WrittenFile>> =>
  desk.save(folder, (control) => writeOutside(sticks, { folder, name, bytes: CONTENT.length }, pieces(), control), {
    stage: (stage) => during(stage),
  });

const phases = (): Record<string, string> =>
  Object.fromEntries(desk.sticks().map((seen) => [seen.stick.device.replace('/dev/simulated-', ''), seen.phase]));

const failureCode = async (work: Promise<unknown>): Promise<string> => {
  const error: unknown = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof VaultError ? error.code : `not typed: ${String(error)}`;
};

/** What is told about a stick that went away meanwhile: never that it is saved, or safe. */
function expectNotSaved(answer: string, told: 'stick-removed' | 'gone-before-safe'): void {
  const isSaved = answer === 'not typed: null' || answer === 'safe-to-remove';
  tellFound('G22', { 'pulled or blinked': 1, 'called saved': isSaved ? 1 : 0 });
  expect(answer).toBe(told);
}

/** A stick that already holds a good file. */
function insertWithEarlier(name: string): string {
  const folder = sticks.insert(name);
  writeFileSync(join(folder, EARLIER), CONTENT);
  return folder;
}
const earlierIsWhole = (name: string): void => {
  const found = existsSync(join(sticks.root, name)) ? join(sticks.root, name) : sticks.contentsOf(name);
  const isWhole = Buffer.compare(readFileSync(join(found, EARLIER)), CONTENT) === 0;
  tellFound('G22', { 'earlier files lost': isWhole ? 0 : 1 });
  expect(isWhole).toBe(true);
};
/** The stick is put back and the same work goes through, in the same desk. */
async function recovers(name: string): Promise<void> {
  sticks.putBack(name);
  const saved = await save(join(sticks.root, name), 'second-try');
  expect(await saved.letGo()).toBe('safe-to-remove');
  earlierIsWhole(name);
}

test('a stick is known from being put in to being taken out', async () => {
  await desk.look();
  expect(phases()).toEqual({});
  sticks.insert('empty', { format: null });
  sticks.insert('slow', { mounted: false });
  await desk.look();
  expect(phases()).toEqual({ empty: 'present', slow: 'mounting' });
  clock += 5_000;
  expect(phases()).toEqual({ empty: 'present', slow: 'unmounted' });
  sticks.mount('slow');
  await desk.look();
  expect(phases()['slow']).toBe('mounted');
  sticks.pull('slow');
  await desk.look();
  expect(phases()).toEqual({ empty: 'present' });
});

test('saving passes through writing, flushing, verifying and unmounting, and only then is it safe', async () => {
  const folder = insertWithEarlier('stick');
  const seen: string[] = [];
  desk.subscribe(() => {
    const phase = phases()['stick'];
    if (phase !== undefined && phase !== seen.at(-1)) seen.push(phase);
  });
  sticks.justBefore('eject', () => seen.push(phases()['stick']!));
  const saved = await save(folder, 'r-abcd2345.age');
  expect(phases()['stick']).toBe('mounted');
  expect(await saved.letGo()).toBe('safe-to-remove');
  expect(phases()['stick']).toBe('safe');
  tellControl('G22', { 'called saved': 1 });
  expect(seen).toEqual(['mounted', 'writing', 'flushing', 'verifying', 'unmounting', 'safe']);
  expect(Buffer.compare(readFileSync(join(sticks.contentsOf('stick'), 'r-abcd2345.age')), CONTENT)).toBe(0);
  earlierIsWhole('stick');
  sticks.pull('stick');
  await desk.look();
  expect(phases()).toEqual({});
});

test('pulled after "safe" is how it should be; put in again it is an ordinary stick', async () => {
  const folder = insertWithEarlier('stick');
  await (await save(folder, 'one')).letGo();
  sticks.pull('stick');
  await desk.look();
  sticks.putBack('stick');
  await desk.look();
  expect(phases()['stick']).toBe('mounted');
  expect(await (await save(folder, 'two')).letGo()).toBe('safe-to-remove');
});

test('a folder on a built-in disk is saved to without any of this', async () => {
  const saved = await desk.save(sticks.root, () => Promise.resolve('done'));
  expect(saved.value).toBe('done');
  expect(await saved.letGo()).toBe('not-a-stick');
});

test('pulled while mounting', async () => {
  sticks.insert('stick', { mounted: false });
  await desk.look();
  sticks.pull('stick');
  expectNotSaved(await failureCode(save(join(sticks.root, 'stick'), 'file')), 'stick-removed');
  await desk.look();
  expect(phases()).toEqual({});
});

test.each(['writing', 'flushing', 'verifying'])('pulled while %s', async (stage) => {
  const folder = insertWithEarlier('stick');
  let pulled = false;
  const saving = save(folder, 'file', (now) => {
    if (now !== stage || pulled) return;
    pulled = true;
    sticks.pull('stick');
  });
  expectNotSaved(await failureCode(saving), 'stick-removed');
  earlierIsWhole('stick');
  await desk.look();
  expect(phases()).toEqual({});
  await recovers('stick');
});

test('pulled inside the flush itself', async () => {
  const folder = insertWithEarlier('stick');
  sticks.justBefore('sync', () => sticks.pull('stick'));
  expectNotSaved(await failureCode(save(folder, 'file')), 'stick-removed');
  earlierIsWhole('stick');
  await recovers('stick');
});

test('pulled while it is being let go: not a success, and not stuck', async () => {
  const folder = insertWithEarlier('stick');
  const saved = await save(folder, 'file');
  sticks.justBefore('eject', () => sticks.pull('stick'));
  expectNotSaved(await saved.letGo(), 'gone-before-safe');
  await desk.look();
  expect(phases()).toEqual({});
  await recovers('stick');
});

test.each(['writing', 'flushing', 'verifying'])(
  'gone and back by itself within a second while %s is not a success',
  async (stage) => {
    const folder = insertWithEarlier('stick');
    let blinked = false;
    const saving = save(folder, 'file', (now) => {
      if (now !== stage || blinked) return;
      blinked = true;
      sticks.pull('stick');
      sticks.putBack('stick');
    });
    expectNotSaved(await failureCode(saving), 'stick-removed');
    earlierIsWhole('stick');
    await desk.look();
    expect(phases()['stick']).toBe('mounted');
    expect(await (await save(folder, 'second-try')).letGo()).toBe('safe-to-remove');
  },
);

test('back between the read-back and letting go: the new insertion is not the one that was checked', async () => {
  const folder = insertWithEarlier('stick');
  const saved = await save(folder, 'file');
  sticks.pull('stick');
  sticks.putBack('stick');
  await desk.look();
  expectNotSaved(await saved.letGo(), 'gone-before-safe');
  expect(phases()['stick']).toBe('mounted');
});

test('a second stick put in during the work changes nothing for the first', async () => {
  const folder = insertWithEarlier('first');
  let second = false;
  const saved = await save(folder, 'file', (stage) => {
    if (stage !== 'flushing' || second) return;
    second = true;
    sticks.insert('second');
  });
  expect(await saved.letGo()).toBe('safe-to-remove');
  expect(phases()).toEqual({ first: 'safe', second: 'mounted' });
});

test('a stick that is mounted twice is flushed by flushing everything', async () => {
  const once = sticks.insert('once');
  const twice = sticks.insert('twice');
  sticks.mountASecondTime('twice', '/elsewhere');
  await save(once, 'file');
  await save(twice, 'file');
  const flushes = sticks.calls.filter((call) => call.operation === 'sync').map((call) => call.detail);
  expect(flushes).toEqual([
    { folder: once, everything: false },
    { folder: twice, everything: true },
  ]);
});

test('saved and checked, but still in use by something else, is a state of its own', async () => {
  const folder = insertWithEarlier('stick');
  sticks.hold('stick', true);
  const saved = await save(folder, 'file');
  expect(await saved.letGo()).toBe('saved-still-in-use');
  expect(phases()['stick']).toBe('mounted');
  sticks.hold('stick', false);
  expect(await saved.letGo()).toBe('safe-to-remove');
});

test('a tool that fails to eject has let go of nothing', async () => {
  const folder = insertWithEarlier('stick');
  const saved = await save(folder, 'file');
  sticks.failNext('eject', 'EBUSY');
  expect(await saved.letGo()).toBe('saved-still-in-use');
});

test('one action at a time on one stick, side by side on two', async () => {
  const first = insertWithEarlier('first');
  const second = insertWithEarlier('second');
  sticks.slow('sync', 60);
  const running = save(first, 'one');
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(await failureCode(save(first, 'two'))).toBe('already-running');
  await Promise.all([running, save(second, 'other')]);
  expect(readdirSync(first).sort()).toEqual([EARLIER, 'one']);
  expect(readdirSync(second).sort()).toEqual([EARLIER, 'other']);
});

test('a failed save leaves nothing that could make the next one fail', async () => {
  const folder = insertWithEarlier('stick');
  sticks.failNext('sync', 'EIO');
  expect(await failureCode(save(folder, 'file'))).toBe('stick-removed');
  const stop = new AbortController();
  stop.abort();
  const stopped = desk.save(
    folder,
    (control) => writeOutside(sticks, { folder, name: 'file', bytes: 1 }, pieces(), control),
    { signal: stop.signal },
  );
  expect(await failureCode(stopped)).toBe('cancelled');
  expect(readdirSync(folder)).toEqual([EARLIER]);
  expect(await (await save(folder, 'file')).letGo()).toBe('safe-to-remove');
});

test('while the list of sticks cannot be had, work still fails and succeeds by its own facts', async () => {
  const folder = insertWithEarlier('stick');
  await desk.look();
  sticks.failAlways('list', 'EIO');
  expect((await save(folder, 'file')).value.verified).toBe(true);
  sticks.clearFaults();
});

test('a read-only stick is refused before the work begins', async () => {
  const folder = sticks.insert('stick', { readOnly: true });
  expect(await failureCode(desk.save(folder, () => Promise.reject(new Error('began'))))).toBe('place-not-writable');
});
