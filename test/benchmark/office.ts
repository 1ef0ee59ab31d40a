// The office that is measured: a real encrypted vault with the product's keys, filled with the invented shelter, and in a process of
// its own the same shelter in a plain database.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createVault } from '../../electron/vault/access/create-vault.ts';
import { productTools } from '../../electron/vault/keys/kdf.ts';
import { createSession } from '../../electron/vault/session.ts';
import type { VaultFolder } from '../../electron/vault/vault-folder.ts';
import { DIRECTOR, testClock, type TestVault, vaultOn } from '../helpers/vault.ts';
import { type Line, startProcess } from './acts.ts';
import { type Floor, startFloor } from './floor.ts';
import { fillShelter, type Shelter } from './invented-shelter.ts';
import { heavyWork, settingsIn, startParser } from './office-settings.ts';
import { expectPlain } from './plain-database.ts';
import type { ReaderActs } from './reader-process.ts';

export interface MeasuredOffice {
  /** Another one after `reading`. */
  readonly vault: TestVault;
  readonly place: VaultFolder;
  readonly plain: Floor;
  readonly shelter: Shelter;
  /** Gives the vault to a process of its own for as long as the work takes. */
  reading<T>(work: (reader: Line<ReaderActs>) => Promise<T>): Promise<T>;
  close(): Promise<void>;
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
  const open = async (): Promise<TestVault> => {
    const vault = vaultOn(dataDir, clock, { tools: productTools, heavyWork, sticks, startParser });
    await vault.unlock();
    return vault;
  };
  const office = { vault: await open(), place, plain, shelter };
  // Else the app would ask for it before it shows Today.
  const { code } = await office.vault.ask('session.makeRecoveryCode', {});
  await office.vault.ask('session.confirmRecoveryCode', { code });
  return Object.assign(office, {
    reading: async <T>(work: (reader: Line<ReaderActs>) => Promise<T>): Promise<T> => {
      office.vault.vault.close();
      const reader = startProcess<ReaderActs>('reader.js');
      await reader.ask('open', { dataDir, now });
      const result = await work(reader);
      await reader.ask('close');
      await reader.end();
      office.vault = await open();
      return result;
    },
    close: async () => {
      office.vault.vault.close();
      await plain.end();
    },
  });
}
