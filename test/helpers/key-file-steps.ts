// Steps with a key file on a simulated stick, as somebody at the computer takes them.
import { readdirSync } from 'node:fs';
import type { SimulatedSticks } from './simulated-stick.ts';
import { DIRECTOR, type TestVault } from './vault.ts';

/** Makes a key file for who is signed in, in any folder of a stick, lets the stick be taken out and put in again. Answers what became of the stick. */
export async function makeKeyFile(
  vault: TestVault,
  sticks: SimulatedSticks,
  stick: string,
  passphrase = DIRECTOR.passphrase,
): Promise<string> {
  const [name = ''] = stick.split('/');
  const made = await vault.ask('keyFile.make', { passphrase, folder: vault.grant(`${sticks.root}/${stick}`) });
  sticks.pull(name);
  sticks.putBack(name);
  return made.stick;
}

/** The names of the key files on a stick that is in. */
export const keyFilesOn = (sticks: SimulatedSticks, stick: string): string[] =>
  readdirSync(`${sticks.root}/${stick}`).filter((name) => name.endsWith('.key'));
