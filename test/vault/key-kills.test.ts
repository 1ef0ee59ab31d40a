// Killed at any moment of any act that changes what opens the vault: it opens, in the way of before or of after and in no other, never in
// neither; and what was acknowledged is the way after. What a cut-off act leaves behind is put right by the next one.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VaultError } from '#shared/contract/errors';
import { copyOf, namesIn, openCases } from '../helpers/backups.ts';
import { bundleVault } from '../helpers/bundle.ts';
import { BEA, JO, type KeyAct, keyActNamed, type KeyActName, keyActs } from '../helpers/key-acts.ts';
import { killPoints } from '../helpers/kill-points.ts';
import { type Run, runVaultProcess, type VaultRun } from '../helpers/killed-runs.ts';
import { passphraseOf } from '../helpers/passphrases.ts';
import { proofSize, tellControl, tellFound } from '../helpers/proof.ts';
import { newVault, testClock, type TestVault, vaultOn } from '../helpers/vault.ts';

/** Of the acts that the claim names; the others are of the same steps, and killed at a quarter as many moments. */
const KILLS = proofSize({ test: 4, full: 20, long: 100 });
const FEWER: readonly KeyActName[] = [
  'key file made anew',
  'passphrase given',
  'recovered with the code',
  'colleague added',
];
const NAMES = Object.keys(keyActs) as KeyActName[];
const NEXT_DAY = '2026-11-21T09:00';
const REFUSALS = ['wrong-passphrase', 'staff-disabled', 'recovery-code-unknown', 'shares-unknown'];
let bundle: string;
let house: TestVault;
beforeAll(async () => {
  bundle = await bundleVault();
  house = await newVault('2026-11-20T09:00');
  await house.ask('staffMember.add', { name: 'Bea', role: 'director', ...BEA });
  await house.ask('staffMember.add', { name: 'Jo', role: 'case-manager', ...JO });
  const bo = { signInName: 'bo', passphrase: passphraseOf('bo') };
  await house.ask('staffMember.add', { name: 'Bo', role: 'reports', ...bo });
  await openCases(house, ['Heron', 'Ines']);
  house.vault.close();
}, 120_000);
afterAll(() => house.remove());

interface Prepared {
  readonly act: KeyAct;
  readonly told: string;
  readonly run: VaultRun;
}

/** The house as it stands before the act, on a folder of its own. */
async function prepared(name: KeyActName, slotsInPlace = false): Promise<Prepared> {
  const act = keyActNamed(name);
  const before = vaultOn(copyOf(house.dataDir), house.clock);
  await before.unlock();
  const told = (await act.prepare?.(before)) ?? '';
  before.vault.close();
  const now = house.clock.now + 60_000;
  return { act, told, run: { bundle, dataDir: before.dataDir, act: 'key', now, args: [name, told], slotsInPlace } };
}

const begun = ({ lines }: Run): number =>
  Math.max(1, Number(lines.find((line) => line.startsWith('begun '))?.slice('begun '.length)));
const given = (lines: readonly string[]): string | null =>
  lines.find((line) => line.startsWith('told '))?.slice('told '.length) ?? null;

/** Tried on a copy, the next morning. Anything but a refusal of the way itself is a vault that does not open. */
async function opens(dataDir: string, way: KeyAct['before'], told: string): Promise<boolean> {
  const copy = vaultOn(copyOf(dataDir), testClock(NEXT_DAY));
  try {
    await way(copy, told);
    return true;
  } catch (error) {
    if (error instanceof VaultError && REFUSALS.includes(error.code)) return false;
    throw error;
  } finally {
    copy.vault.close();
  }
}

type Found = 'before' | 'after' | 'both' | 'neither' | 'not given out';

async function found({ act, told }: Prepared, dataDir: string, lines: readonly string[]): Promise<Found> {
  const toldAfter = act.givesOut === undefined ? told : given(lines);
  const isBefore = await opens(dataDir, act.before, told);
  const isAfter = toldAfter !== null && (await opens(dataDir, act.after, toldAfter));
  if (isBefore && isAfter) return 'both';
  if (isBefore || isAfter) return isBefore ? 'before' : 'after';
  return act.givesOut !== undefined && toldAfter === null ? 'not given out' : 'neither';
}

/** The other director finds everything, is told nothing wrong of the ways back, and can give the records a new key. */
async function otherDirector({ act }: Prepared, dataDir: string, way: Found, isThorough: boolean): Promise<void> {
  const vault = vaultOn(copyOf(dataDir), testClock(NEXT_DAY));
  await vault.unlock(BEA);
  expect((await namesIn(vault)).toSorted()).toEqual(['Heron', 'Ines']);
  if (way === 'not given out') expect(await act.givesOut?.(vault)).toBe(false);
  if (isThorough) {
    await vault.ask('session.checkVault', {});
    const bo = (await vault.ask('staffMember.list', {})).find(({ signInName }) => signInName === 'bo');
    await vault.ask('staffMember.disable', { id: bo!.id });
    if ((await vault.ask('staffMember.key', {})).due) await sheBringsHerSecretBack(vault);
  }
  vault.vault.close();
}

/** The key waits for a colleague whose new passphrase was cut off: it comes as soon as she signs in. */
async function sheBringsHerSecretBack(vault: TestVault): Promise<void> {
  vault.vault.close();
  for (const [who, next] of [['jo', JO.passphrase] as const, ['ana', passphraseOf('ana')] as const])
    for (const passphrase of [next, passphraseOf('the next one')])
      await vault.unlock({ signInName: who, passphrase }).then(
        () => vault.vault.close(),
        () => vault.clock.advance(120_000),
      );
  await vault.unlock(BEA);
  expect((await vault.ask('staffMember.key', {})).due).toBe(false);
}

async function judged(one: Prepared, dataDir: string, lines: readonly string[], isThorough: boolean): Promise<Found> {
  const way = await found(one, dataDir, lines);
  await otherDirector(one, dataDir, way, isThorough);
  const isWrong = way === 'both' || way === 'neither' || (given(lines) !== null && way !== 'after');
  tellFound('G28', { 'opened in both ways, in neither, or not as acknowledged': isWrong ? 1 : 0 });
  expect(isWrong, `${way}, after: ${lines.filter((line) => !line.startsWith('copied ')).join('; ')}`).toBe(false);
  return way;
}

describe.each(NAMES)('%s, killed', (name) => {
  it('just before each change of the disk', async () => {
    const one = await prepared(name);
    const ways = new Set<Found>();
    const all = await killPoints(one.run, begun);
    const points = proofSize({ test: all.filter((_, at) => at % 3 === 0 || at === all.length - 1), full: all });
    for (const { dataDir, lines, changes } of points) {
      ways.add(await judged(one, dataDir, lines, true));
      tellFound('G28', { 'steps at which it was killed': changes.length });
    }
    tellFound('G28', { acts: 1 });
    expect([...ways]).toEqual(expect.arrayContaining(['before', 'after']));
  }, 300_000);

  it('at moments of their own, in the middle of SQLite’s work as well', async () => {
    const one = await prepared(name);
    const { lines: whole } = await runVaultProcess({ ...one.run, dataDir: copyOf(one.run.dataDir) });
    const took = Number(whole.find((line) => line.startsWith('took '))?.slice('took '.length));
    const kills = FEWER.includes(name) ? KILLS / 4 : KILLS;
    for (let kill = 0; kill < kills; kill += 1) {
      const dataDir = copyOf(one.run.dataDir);
      const { lines } = await runVaultProcess({ ...one.run, dataDir }, { afterMs: (kill * took * 1.1) / kills });
      await judged(one, dataDir, lines, false);
    }
    tellFound('G28', { 'kills at random': kills });
  }, 1_200_000);
});

it('the control: with both copies of the slots written over in place there is a moment at which nothing opens', async () => {
  const one = await prepared('passphrase changed', true);
  let neither = 0;
  for (const { dataDir } of await killPoints(one.run, begun)) {
    const way = await opens(dataDir, one.act.before, '').catch((error: unknown) => error);
    neither += way instanceof VaultError && way.code === 'slots-damaged' ? 1 : 0;
  }
  tellControl('G28', { 'opened in neither way': neither });
  expect(neither).toBeGreaterThan(0);
}, 120_000);
