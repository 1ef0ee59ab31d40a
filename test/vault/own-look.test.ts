// How a person likes to see the app is kept for her alone, and comes back with her session.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { passphraseOf } from '../helpers/passphrases.ts';
import { newVault, type TestVault } from '../helpers/vault.ts';

const JO = { signInName: 'jo', passphrase: passphraseOf('jo') };
let vault: TestVault;
beforeAll(async () => {
  vault = await newVault();
  await vault.ask('staffMember.add', { name: 'Jo', role: 'house-staff', ...JO });
});
afterAll(() => vault.remove());

const look = async () => {
  const status = await vault.ask('session.status', {});
  return status.state === 'unlocked' ? status.look : undefined;
};
const comeBack = async (who?: typeof JO): Promise<void> => {
  vault.vault.close();
  await vault.unlock(who);
};

it('is nothing until she changed something, then hers after every lock, and never a colleague’s', async () => {
  expect(await look()).toBeNull();
  const dark = { scheme: 'dark' as const, textSize: 150 as const, namesHidden: true };
  await vault.ask('ownLook.keep', dark);
  await comeBack();
  expect(await look()).toEqual(dark);
  await comeBack(JO);
  expect(await look()).toBeNull();
  await vault.ask('ownLook.keep', { scheme: 'light', textSize: 200, namesHidden: false });
  await comeBack();
  expect(await look()).toEqual(dark);
  await vault.ask('ownLook.keep', { ...dark, namesHidden: false });
  expect(await look()).toEqual({ ...dark, namesHidden: false });
  expect((await vault.ask('session.checkVault', {})).records['own-look']).toBe(2);
});

it('of a size that does not exist is refused', async () => {
  const odd = { scheme: 'dark', textSize: 99, namesHidden: true };
  expect(await vault.raw('ownLook.keep', odd)).toMatchObject({ error: { code: 'invalid-request' } });
});
