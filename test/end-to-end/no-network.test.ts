// The app in a network namespace that has not even a loopback that is up: it opens, a case is opened in it, and it locks.
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { namesIn } from '../helpers/backups.ts';
import { tellFound } from '../helpers/proof.ts';
import { ANA, makeHouse } from '../helpers/small-house.ts';
import { productTools } from '../../electron/vault/keys/kdf.ts';
import { testClock, vaultOn } from '../helpers/vault.ts';
import { eventually, isRunning } from './driver/app.ts';
import { newHome } from './driver/home.ts';
import { focus, key, mainOn, shownApp, type } from './driver/keyboard.ts';
import { hasUserNamespaces, NO_NAMESPACES } from './driver/namespaces.ts';
import { networksOf } from './driver/processes.ts';
import { appFolder, startElectron } from './driver/runtime.ts';

const NAME = 'zephyrquill';
const home = newHome();
afterAll(() => {
  const left = mainOn(home.dataDir);
  if (left !== undefined) process.kill(left, 'SIGKILL');
  home.remove();
});

it('is worked as ever where there is no network at all', async ({ skip }) => {
  skip(!hasUserNamespaces, NO_NAMESPACES);
  await makeHouse(home.dataDir, '2026-03-02T20:30', () => Promise.resolve());
  const alone = ['/usr/bin/unshare', '--user', '--map-current-user', '--net'];
  startElectron(home, [appFolder(), `--data-dir=${home.dataDir}`], alone);
  const { pid, window } = await shownApp(home.dataDir);
  expect(networksOf(pid)).toEqual(['lo']);
  focus(window);
  await wait(2_000);
  type(`${ANA.signInName}\t${ANA.passphrase}\n`);
  await wait(4_000);
  key('ctrl+n');
  await wait(1_000);
  type(`${NAME}\n`);
  await wait(1_500);
  key('ctrl+l');
  await eventually('the end of the unlocked process', () => !isRunning(pid) || undefined);
  const { pid: locked } = await shownApp(home.dataDir);
  process.kill(locked, 'SIGTERM');
  await eventually('the end', () => !isRunning(locked) || undefined);

  const vault = vaultOn(home.dataDir, testClock('2027-01-01T09:00'), { tools: productTools });
  await vault.unlock();
  const names = await namesIn(vault);
  vault.vault.close();
  tellFound('G11', { 'worked without a network': names.includes(NAME) ? 1 : 0 });
  expect(names).toEqual([NAME]);
}, 180_000);
