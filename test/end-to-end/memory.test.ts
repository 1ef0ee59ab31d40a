// After a lock no process of the app holds a word of a record or the passphrase. Typed with the keyboard of the screen and
// with no debugger attached, because a debugger drags the page's text through the main process. security.md G13, runtime.md §3.
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { readSlotCopies } from '../../electron/vault/access/slot-file.ts';
import { saltOf } from '../../electron/vault/database/open.ts';
import { databaseKey } from '../../electron/vault/keys/derived-keys.ts';
import { productTools } from '../../electron/vault/keys/kdf.ts';
import { openSlots } from '../../electron/vault/keys/unlock.ts';
import { vaultFolder } from '../../electron/vault/vault-folder.ts';
import { tellControl, tellFound } from '../helpers/proof.ts';
import { ANA, makeHouse } from '../helpers/small-house.ts';
import { eventually, isRunning } from './driver/app.ts';
import { newHome } from './driver/home.ts';
import { focus, key, mainOn, shownApp, type } from './driver/keyboard.ts';
import { inMemory, mayBeRead } from './driver/memory.ts';
import { hasUserNamespaces, NO_NAMESPACES } from './driver/namespaces.ts';
import { processTree } from './driver/processes.ts';
import { appFolder, startElectron } from './driver/runtime.ts';

const RARE = 'zephyrquill';
const REPEATS = 120;
const home = newHome();

/** All processes of the app; without user namespaces those alone that the kernel shows, main and the vault among them. */
const readable = (main: number): number[] => {
  const family = processTree(main);
  return hasUserNamespaces ? family : family.filter(mayBeRead);
};
afterAll(() => {
  const left = mainOn(home.dataDir);
  if (left !== undefined) process.kill(left, 'SIGKILL');
  home.remove();
});

/** What opens the records: the key of the vault and that of its database. */
async function keysOfTheHouse(): Promise<Uint8Array[]> {
  const place = vaultFolder(home.dataDir);
  const { signInName, passphrase } = ANA;
  const credential = { kind: 'passphrase' as const, signInName, passphrase };
  const { file, opened } = await openSlots(readSlotCopies(place), credential, productTools);
  return [opened.vaultKey, databaseKey(opened.vaultKey, file.vaultId, saltOf(place.database))];
}

it('holds no word and no key two seconds after the lock, and more than a hundred copies before it', async ({
  annotate,
}) => {
  if (!hasUserNamespaces) await annotate(NO_NAMESPACES);
  await makeHouse(home.dataDir, '2026-03-02T20:30', () => Promise.resolve());
  const keys = await keysOfTheHouse();

  startElectron(home, [appFolder(), `--data-dir=${home.dataDir}`]);
  const { pid: unlocked, window } = await shownApp(home.dataDir);
  focus(window);
  await wait(2_000);
  type(`${ANA.signInName}\t${ANA.passphrase}\n`);
  await wait(4_000);
  key('ctrl+n');
  await wait(1_000);
  type(`${RARE}\n`);
  await wait(1_500);
  key('ctrl+k');
  type(`${RARE} `.repeat(REPEATS));
  await wait(500);
  const before = inMemory(readable(unlocked), { words: [RARE], keys });
  tellControl('G13', { words: before.words, keys: before.keys });
  expect(before.keys).toBeGreaterThan(0);
  expect(before.words).toBeGreaterThan(hasUserNamespaces ? 100 : 0);

  key('ctrl+l');
  await eventually('the end of the unlocked process', () => !isRunning(unlocked) || undefined);
  const { pid: locked } = await shownApp(home.dataDir);
  await wait(2_000);
  const family = readable(locked);
  expect(family.length).toBeGreaterThan(hasUserNamespaces ? 3 : 1);
  const after = inMemory(family, { words: [RARE, ANA.passphrase], keys });
  tellFound('G13', { 'MB read': after.bytes / 1e6, 'words and passphrases': after.words, keys: after.keys });
  expect(after.keys).toBe(0);
  expect(after.bytes).toBeGreaterThan(50_000_000);
  expect(after.words).toBe(0);
  process.kill(locked, 'SIGTERM');
  await eventually('the end', () => !isRunning(locked) || undefined);
}, 240_000);
