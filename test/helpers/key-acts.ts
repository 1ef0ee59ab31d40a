// Every act that changes what opens a vault, as a table: how the house stands before it, the act itself, and the ways of before and after.
// A way opens or throws what the vault refused. Used by killed processes too, so nothing here needs the test runner.
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { StaffMemberId } from '#shared/ids';
import { VaultError } from '#shared/contract/errors';
import { passphraseOf } from './passphrases.ts';
import { DIRECTOR, type TestVault } from './vault.ts';

/** A second director, whom no act touches. */
export const BEA = { signInName: 'bea', passphrase: passphraseOf('bea') };
export const JO = { signInName: 'jo', passphrase: passphraseOf('jo') };
const NEXT = passphraseOf('the next one');
const { passphrase } = DIRECTOR;

/** `told`: what the preparation gave out, for the way of before; what the act gave out, for the way after. */
type Way = (vault: TestVault, told: string) => Promise<void>;

export interface KeyAct {
  /** Once, signed in as the first director; answers what `open`, `run` and `before` are told. */
  readonly prepare?: (vault: TestVault) => Promise<string>;
  readonly open: Way;
  /** Answers what it gave out. */
  readonly run: (vault: TestVault, told: string) => Promise<string>;
  readonly before: Way;
  readonly after: Way;
  /** What the act gives out opens: before it was told, nobody can try it, and the vault must not count on the one of before. */
  readonly givesOut?: (vault: TestVault) => Promise<boolean>;
}

const asDirector: Way = (vault) => vault.unlock();
const placeOf = (vault: TestVault, name: string): string => join(vault.dataDir, name);
const refuse = (): never => {
  throw new VaultError('wrong-passphrase');
};
/** Opens the other way round: the way is right when this is refused. */
const refused =
  (way: Way): Way =>
  async (vault, told) => {
    const isOpen = await way(vault, told).then(
      () => true,
      (error: unknown) => {
        if (error instanceof VaultError && ['wrong-passphrase', 'staff-disabled'].includes(error.code)) return false;
        throw error;
      },
    );
    if (isOpen) refuse();
  };

async function makeFile(vault: TestVault, place: string): Promise<string> {
  mkdirSync(placeOf(vault, place), { recursive: true });
  await vault.ask('keyFile.make', { passphrase, folder: vault.grant(placeOf(vault, place)) });
  return '';
}

/** With the file that lies in a place, and only if it is the passphrase and a file that open. */
const withFile =
  (place: string): Way =>
  async (vault) => {
    const folder = placeOf(vault, place);
    const [name] = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.key')) : [];
    if (name !== undefined) await vault.ask('keyFile.choose', { file: vault.grant(join(folder, name)) });
    await vault.unlock();
    if ((await vault.ask('keyFile.state', {})).state === 'none') refuse();
  };

const recoverWith: Way = async (vault, recoveryCode) => {
  await vault.ask('session.recover', { recoveryCode, signInName: 'ana', newPassphrase: NEXT });
};
const joinWith: Way = async (vault, told) => {
  const sheets = JSON.parse(told) as [string[], string[]];
  await vault.ask('session.openWithTrustees', { sheets, signInName: 'ana', newPassphrase: NEXT });
};

async function makeCode(vault: TestVault): Promise<string> {
  const { code } = await vault.ask('session.makeRecoveryCode', {});
  return code;
}
async function makeSheets(vault: TestVault): Promise<string> {
  const { sheets } = await vault.ask('session.makeTrustees', {});
  return JSON.stringify(sheets.slice(1));
}

/** Jo's id, for an act about her. */
export async function idOfJo(vault: TestVault): Promise<StaffMemberId> {
  return (await vault.ask('staffMember.list', {})).find(({ signInName }) => signInName === 'jo')!.id;
}

export const keyActs = {
  'passphrase changed': {
    open: asDirector,
    run: async (vault) => {
      await vault.ask('session.changePassphrase', { current: passphrase, next: NEXT });
      return '';
    },
    before: asDirector,
    after: (vault) => vault.unlock({ ...DIRECTOR, passphrase: NEXT }),
  },
  'key file made': {
    open: asDirector,
    run: (vault) => makeFile(vault, 'stick'),
    before: asDirector,
    after: withFile('stick'),
  },
  'key file made anew': {
    prepare: (vault) => makeFile(vault, 'stick'),
    open: withFile('stick'),
    run: (vault) => makeFile(vault, 'other-stick'),
    before: withFile('stick'),
    after: withFile('other-stick'),
  },
  'key file stopped': {
    prepare: (vault) => makeFile(vault, 'stick'),
    open: withFile('stick'),
    run: async (vault) => {
      await vault.ask('keyFile.stop', { passphrase });
      return '';
    },
    before: withFile('stick'),
    after: asDirector,
  },
  'new recovery code': {
    prepare: async (vault) => {
      const code = await makeCode(vault);
      await vault.ask('session.confirmRecoveryCode', { code });
      return code;
    },
    open: asDirector,
    run: makeCode,
    before: recoverWith,
    after: recoverWith,
    givesOut: async (vault) => (await vault.ask('session.wayBack', {})).state === 'typed-back',
  },
  'sheets of trustees made': {
    prepare: async (vault) => {
      const told = await makeSheets(vault);
      await vault.ask('session.tryTrustees', { sheets: JSON.parse(told) as [string[], string[]] });
      return told;
    },
    open: asDirector,
    run: makeSheets,
    before: joinWith,
    after: joinWith,
    givesOut: async (vault) => (await vault.ask('session.trustees', {})).state === 'tried',
  },
  'colleague removed': {
    prepare: (vault) => idOfJo(vault),
    open: asDirector,
    run: async (vault, id) => {
      await vault.ask('staffMember.disable', { id });
      return '';
    },
    before: (vault) => vault.unlock(JO),
    after: refused((vault) => vault.unlock(JO)),
  },
  'passphrase given': {
    prepare: (vault) => idOfJo(vault),
    open: asDirector,
    run: async (vault, id) => {
      await vault.ask('staffMember.givePassphrase', { id, passphrase: NEXT });
      return '';
    },
    before: (vault) => vault.unlock(JO),
    after: (vault) => vault.unlock({ ...JO, passphrase: NEXT }),
  },
  'recovered with the code': {
    prepare: makeCode,
    open: async (vault) => void (await vault.ask('session.status', {})),
    run: async (vault, code) => {
      await recoverWith(vault, code);
      return '';
    },
    before: asDirector,
    after: (vault) => vault.unlock({ ...DIRECTOR, passphrase: NEXT }),
  },
  'colleague added': {
    open: asDirector,
    run: async (vault) => {
      const kim = { signInName: 'kim', passphrase: NEXT };
      await vault.ask('staffMember.add', { name: 'Kim', role: 'reports', ...kim });
      return '';
    },
    before: refused((vault) => vault.unlock({ signInName: 'kim', passphrase: NEXT })),
    after: (vault) => vault.unlock({ signInName: 'kim', passphrase: NEXT }),
  },
} as const satisfies Readonly<Record<string, KeyAct>>;

export type KeyActName = keyof typeof keyActs;

export const keyActNamed = (name: string): KeyAct => keyActs[name as KeyActName];
