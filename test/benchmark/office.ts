// The office that is measured: a real encrypted vault with the product's keys, filled with the invented shelter, and in a process of
// its own the same shelter in a plain database.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createVault } from '../../electron/vault/access/create-vault.ts';
import { productTools } from '../../electron/vault/keys/kdf.ts';
import { createSession } from '../../electron/vault/session.ts';
import type { VaultFolder } from '../../electron/vault/vault-folder.ts';
import { DIRECTOR, testClock, type TestVault, vaultOn } from '../helpers/vault.ts';
import { type Floor, startFloor } from './floor.ts';
import { fillShelter, type Shelter } from './invented-shelter.ts';
import { heavyWork, settingsIn, startParser } from './office-settings.ts';
import { expectPlain } from './plain-database.ts';

export interface MeasuredOffice {
  readonly vault: TestVault;
  readonly place: VaultFolder;
  readonly plain: Floor;
  readonly shelter: Shelter;
  close(): void;
}

/** Makes both. Says what it is doing, 0 to 1. */
export async function openMeasuredOffice(
  folder: string,
  cases: number,
  said: (what: string, done: number) => void,
): Promise<MeasuredOffice> {
  const now = Date.now();
  const dataDir = join(folder, 'data');
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const settings = settingsIn(dataDir, now);
  const session = createSession(settings);
  await createVault(session, { shelterName: 'Willow House', directorName: 'Ana', ...DIRECTOR });
  const plain = startFloor();
  const filled = plain.ask('open', { file: join(folder, 'plain/plain.db'), now, cases });
  const shelter = fillShelter(session, cases, now, (done) => said('filling the vault', done));
  session.leave();
  expectPlain(settings.place.database, false);
  await filled;

  const clock = testClock();
  clock.now = now;
  const { sticks, place } = settings;
  const vault = vaultOn(dataDir, clock, { tools: productTools, heavyWork, sticks, startParser });
  await vault.unlock();
  // Else the app would ask for it before it shows Today.
  const { code } = await vault.ask('session.makeRecoveryCode', {});
  await vault.ask('session.confirmRecoveryCode', { code });
  const close = (): void => {
    vault.vault.close();
    plain.end();
  };
  return { vault, place, plain, shelter, close };
}
