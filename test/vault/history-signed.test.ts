// Signatures under entries of weight through the life of a vault: from its first minute, from the first unlock of an older one, past a new
// way in, a colleague who left, and damage.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contract } from '#shared/contract/index';
import { actionsOfWeight } from '../../electron/vault/audit/weight.ts';
import type { ReadableDb } from '../../electron/vault/database/sql.ts';
import { backUp, copyOf } from '../helpers/backups.ts';
import { openCase } from '../helpers/casework.ts';
import { damagedCopy, leavesOf, rootOf, salvage, zeroPages } from '../helpers/damage.ts';
import { DATA, EXPECTED, type Golden, goldenFolder, goldenVaultOn } from '../helpers/golden-vault.ts';
import { lookInside } from '../helpers/look-inside.ts';
import { passphraseOf } from '../helpers/passphrases.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { DIRECTOR, newVault, outcome, type TestVault } from '../helpers/vault.ts';

const keysIn = (db: ReadableDb) =>
  db.all<{ seq: number; owner: string | null; by: number | null }>(
    `SELECT k.since_seq AS seq, k.staff_id AS owner, s.key_seq AS by FROM staff_key k
     LEFT JOIN audit_signature s ON s.seq = k.since_seq ORDER BY k.since_seq`,
  );
const signedActs = (db: ReadableDb): string[] =>
  db
    .all<{ action: string }>(
      'SELECT e.action FROM audit_entry e JOIN audit_signature s ON s.seq = e.seq ORDER BY e.seq',
    )
    .map(({ action }) => action);

describe('what is signed', () => {
  it('is what the contract marks, and only what leaves a line', () => {
    const names = Object.entries(contract).flatMap(([group, operations]) =>
      Object.keys(operations).map((name) => `${group}.${name}`),
    );
    expect(actionsOfWeight.filter((action) => !names.includes(action))).toEqual(['vaultKey.renew']);
    expect(actionsOfWeight).toEqual(
      expect.arrayContaining([
        ...['exportPackage.create', 'release.sign', 'release.revoke', 'printLog.add', 'staffMember.add'],
        ...['staffMember.disable', 'breakGlass.open', 'retention.run', 'retention.erasePart', 'sealedNote.open'],
        ...['backup.create', 'backup.restore', 'legalHold.place', 'legalRequest.produce', 'session.makeTrustees'],
        ...['session.makeRecoveryCode', 'retention.saveRules', 'statistics.issue', 'caseAssignment.setOpensSealed'],
      ]),
    );
    for (const everyDay of ['caseNote.add', 'need.add', 'caseFile.open', 'htcdsImport.commit'])
      expect(actionsOfWeight).not.toContain(everyDay);
  });
});

describe('a vault', () => {
  let vault: TestVault;
  beforeEach(async () => {
    vault = await newVault('2026-03-03T10:00');
  });
  afterEach(() => vault.remove());

  it('is signed from its first line on; ordinary work is not', async () => {
    await openCase(vault);
    vault.vault.close();
    await lookInside(vault.dataDir, ({ db }) => {
      expect(signedActs(db)).toEqual(['signing.key', 'signing.list', 'session.createVault', 'session.unlock']);
      expect(keysIn(db)).toEqual([{ seq: 1, owner: expect.any(String), by: 1 }]);
    });
    await vault.unlock();
  });

  it('knows a colleague’s key by the act of whoever let her in, and keeps it when she has left', async () => {
    const mira = { signInName: 'mira', passphrase: passphraseOf('mira') };
    const { id } = await vault.ask('staffMember.add', { name: 'Mira', role: 'director', ...mira });
    vault.vault.close();
    await vault.unlock(mira);
    await vault.ask('session.makeRecoveryCode', {});
    vault.vault.close();
    await vault.unlock();
    await vault.ask('staffMember.disable', { id });
    const { signatures } = await vault.ask('session.checkVault', {});
    vault.vault.close();
    await lookInside(vault.dataDir, ({ db, epoch }) => {
      expect(epoch).toBe(2);
      expect(keysIn(db).map(({ owner, by }) => [owner === id, by === null])).toEqual([
        [false, false],
        [true, false],
        [false, false],
      ]);
      expect(signedActs(db)).toEqual(expect.arrayContaining(['staffMember.disable', 'vaultKey.renew']));
      expect(signedActs(db)).toHaveLength(signatures);
    });
    await vault.unlock();
  });

  it('gives a director who comes in with the recovery code another key, which the key of the code vouches for', async () => {
    const { code } = await vault.ask('session.makeRecoveryCode', {});
    await vault.ask('session.changePassphrase', { current: DIRECTOR.passphrase, next: passphraseOf('ana anew') });
    vault.vault.close();
    const next = { signInName: 'ana', newPassphrase: passphraseOf('ana again') };
    await vault.ask('session.recover', { recoveryCode: code, ...next });
    await vault.ask('session.checkVault', {});
    vault.vault.close();
    const ana = { signInName: 'ana', passphrase: next.newPassphrase };
    await lookInside(
      vault.dataDir,
      ({ db }) => {
        const [first, ofCode, second] = keysIn(db);
        expect([first?.owner === second?.owner, ofCode?.owner, second?.by]).toEqual([true, null, ofCode?.seq]);
        const acts = db.all<{ key: number }>(
          "SELECT s.key_seq AS key FROM audit_entry e JOIN audit_signature s ON s.seq = e.seq WHERE e.action = 'session.recover'",
        );
        expect(new Set(acts.map(({ key }) => key))).toEqual(new Set([second?.seq]));
      },
      ana,
    );
    await vault.unlock(ana);
  });

  it('saved from damage keeps the signatures that were found, and says by number which are lost', async () => {
    for (let time = 0; time < 30; time += 1) {
      vault.clock.advance(60_000);
      vault.vault.close();
      await vault.unlock();
    }
    const folder = tempFolder();
    const { name } = await backUp(vault, folder);
    vault.vault.close();
    const [leaf] = (await leavesOf(vault.dataDir, 'entries')).slice(-1);
    const pages = [
      await rootOf(vault.dataDir, 'audit_signature'),
      ...(await leavesOf(vault.dataDir, 'signatures')).map(({ page }) => page),
    ];
    // The control: the pages of the signatures alone, without a backup.
    const bare = damagedCopy(vault, (dataDir) => zeroPages(dataDir, ...pages));
    expect(await outcome(bare.unlock())).toBe('vault-damaged');
    const { saved } = await salvage(bare);
    await saved.unlock();
    const alone = await saved.ask('session.checkVault', {});
    saved.vault.close();
    const kept = damagedCopy(vault, (dataDir) => zeroPages(dataDir, ...pages, leaf!.page));
    const { saved: whole } = await salvage(kept, { folder, name });
    await whole.unlock();
    const filled = await whole.ask('session.checkVault', {});
    whole.vault.close();
    expect(filled.signatures).toBeGreaterThan(alone.signatures + 20);
    await lookInside(saved.dataDir, ({ db }) => {
      const [said] = db.all<{ body: string }>("SELECT body FROM revision WHERE record_id = 'salvage'");
      expect((JSON.parse(said!.body) as { signaturesLost: number[] }).signaturesLost.length).toBeGreaterThan(20);
      // She signs on with the key that her own first line made known.
      expect(signedActs(db)).toEqual(expect.arrayContaining(['salvage.carryOut', 'session.unlock']));
    });
    await vault.unlock();
  });
});

describe.each(['0001', '0005'])('golden vault %s, of before anything was signed', (number) => {
  const golden = JSON.parse(readFileSync(join(goldenFolder, number, EXPECTED), 'utf8')) as Golden;

  it('begins with its first unlock: the keys of all slots, and nothing is asked of what was there before', async () => {
    const vault = goldenVaultOn(copyOf(join(goldenFolder, number, DATA)), golden.readAt);
    await vault.unlock(golden.colleague);
    vault.vault.close();
    await vault.unlock(golden.director);
    const { signatures, entries } = await vault.ask('session.checkVault', {});
    expect(signatures).toBeGreaterThan(4);
    expect(signatures).toBeLessThan(entries);
    // Its recovery code is of that day, and vouches for the key that it leads to.
    vault.vault.close();
    const next = { signInName: golden.director.signInName, newPassphrase: passphraseOf('anew') };
    await vault.ask('session.recover', { recoveryCode: golden.recoveryCode, ...next });
    await vault.ask('session.checkVault', {});
    await vault.remove();
  });
});
