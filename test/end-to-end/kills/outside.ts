// The same ledger against what lies on the disks, judged without the app: a copy of the data folder opened by the vault's code in
// plain Node, the packages on the stick opened with the key of whom they are for, the backups with the passphrase of the director.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { productTools } from '../../../electron/vault/keys/kdf.ts';
import { AuthenticatedPackage } from '../../../electron/vault/packages/open.ts';
import { chosenFile } from '../../../electron/vault/removable/open-outside.ts';
import { withPrivateFolder } from '../../../electron/vault/removable/private-folder.ts';
import { BY_PASSPHRASE } from '../../helpers/backup-steps.ts';
import type { Colleague } from '../../helpers/small-house.ts';
import { outcome, type TestVault, vaultOn } from '../../helpers/vault.ts';
import { sha256 } from './acts.ts';
import { colleagues, type Day } from './day.ts';
import type { Difference } from './ledger.ts';
import { isSeenBy, whatIsThere } from './look.ts';

/** A copy of the data folder as it lies there now; the caller removes it. */
export function copyData({ home }: Day): string {
  const copy = mkdtempSync(join(tmpdir(), 'kills-copy-'));
  cpSync(home.dataDir, copy, { recursive: true, filter: (path) => !path.startsWith(join(home.dataDir, 'profile')) });
  return copy;
}

export interface Verdict {
  /** `ok`, or the code with which it does not open or is not whole. */
  readonly verdict: string;
  readonly differences: readonly Difference[];
}

/** Opens a copy as each of the colleagues, checks the whole vault, and compares it with the ledger. `settle`: it is what there is. */
export async function lookInCopy(day: Day, dataDir: string, settle: boolean): Promise<Verdict> {
  const differences: Difference[] = [];
  for (const who of colleagues) {
    const vault = vaultOn(
      dataDir,
      { now: day.now, set: () => undefined, advance: () => undefined },
      { tools: productTools },
    );
    try {
      const verdict = await opens(day, vault, who);
      if (verdict !== 'ok') return { verdict, differences };
      const seen = await whatIsThere({ vault, shared: day.shared, who });
      differences.push(...day.ledger.differences(seen, isSeenBy(who)));
      if (settle && differences.length === 0) day.ledger.settle(seen, isSeenBy(who));
    } finally {
      vault.vault.close();
    }
  }
  return { verdict: 'ok', differences };
}

async function opens(day: Day, vault: TestVault, who: Colleague): Promise<string> {
  const { signInName } = who;
  let verdict = await outcome(vault.unlock({ signInName, passphrase: day.passphraseOf(who) }));
  for (const passphrase of day.ledger.perhaps(`passphrase/${signInName}`))
    if (verdict === 'wrong-passphrase' && passphrase !== null)
      verdict = await outcome(vault.unlock({ signInName, passphrase }));
  if (verdict !== 'ok' || signInName !== 'ana') return verdict;
  return outcome(vault.ask('session.checkVault', {}));
}

const opened = new Set<string>();

/** Every file under a final name on the stick opens with the key of the clinic; one that was called made is there as it was made. */
export async function packagesWrong(day: Day): Promise<string[]> {
  const { stick } = day.places;
  const names = readdirSync(stick).filter((name) => name.endsWith('.age'));
  const hashes = new Map(names.map((name) => [name, sha256(readFileSync(join(stick, name)))]));
  const wrong = day.ledger
    .keptOf('package')
    .flatMap((name) =>
      hashes.get(name) === day.ledger.get(`package/${name}`) ? [] : [`${name} is not what was made`],
    );
  for (const [name, hash] of hashes) {
    if (opened.has(hash)) continue;
    const verdict = await outcome(openPackage(join(stick, name), day.clinic.identity));
    if (verdict === 'ok') opened.add(hash);
    else wrong.push(`${name}: ${verdict}`);
  }
  return wrong;
}

async function openPackage(path: string, identity: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kills-package-'));
  try {
    await withPrivateFolder(folder, async (own) => {
      const content = await AuthenticatedPackage.open(chosenFile(path, 2 ** 31), { identity }, own);
      for (const { name } of content.manifest.files) await content.read(name);
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Files on the stick that the log of disclosures does not know. */
export const unlogged = (day: Day): string[] =>
  readdirSync(day.places.stick).filter((name) => name.endsWith('.age') && day.ledger.get(`package/${name}`) === null);

/** The drill of every backup that was called saved, in a copy of the vault; the names of those that fail. */
export async function backupsWrong(day: Day, dataDir: string): Promise<string[]> {
  const clock = { now: day.now, set: () => undefined, advance: () => undefined };
  const vault = vaultOn(dataDir, clock, { tools: productTools });
  await vault.unlock({
    signInName: 'ana',
    passphrase: BY_PASSPHRASE.by === 'passphrase' ? BY_PASSPHRASE.passphrase : '',
  });
  const wrong: string[] = [];
  for (const name of day.ledger.keptOf('backup')) {
    const folder = vault.grant(day.places.backups) as never;
    const verdict = await outcome(vault.ask('backup.drill', { folder, name, credential: BY_PASSPHRASE }));
    if (verdict !== 'ok') wrong.push(`${name}: ${verdict}`);
  }
  vault.vault.close();
  return wrong;
}
