// Each thing that must never stand alone, made by hand by somebody who has the key: the vault's own look at itself names it. Every
// other test looks for them as well, when it removes its vault.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VaultError } from '#shared/contract/errors';
import { verifyNoOrphans } from '../../electron/vault/audit/orphans.ts';
import type { OpenVault } from '../../electron/vault/open-vault.ts';
import { aNote, openCase } from '../helpers/casework.ts';
import { lookInside } from '../helpers/look-inside.ts';
import { tellControl } from '../helpers/proof.ts';
import { newVault, type TestVault } from '../helpers/vault.ts';

let vault: TestVault;
beforeAll(async () => {
  vault = await newVault();
  const maya = await openCase(vault);
  await vault.ask('caseNote.add', aNote(maya));
  vault.vault.close();
});
afterAll(() => vault.remove());

/** What is found after this was done to the vault, past every rule of its own; all of it is undone. */
const foundAfter = (...statements: readonly string[]): Promise<string> =>
  lookInside(vault.dataDir, (inside) => {
    const undo = new Error('undo');
    let found = 'nothing';
    inside.db.pragma('foreign_keys = OFF');
    try {
      inside.db.transaction(() => {
        dropTriggers(inside);
        for (const statement of statements) inside.db.exec(statement);
        found = reason(inside);
        throw undo;
      });
    } catch (error) {
      if (error !== undo) throw error;
    }
    return found;
  });

function dropTriggers({ db }: OpenVault): void {
  for (const { name } of db.all<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'trigger'"))
    db.exec(`DROP TRIGGER "${name}"`);
}

function reason({ db }: OpenVault): string {
  try {
    verifyNoOrphans(db);
    return 'nothing';
  } catch (error) {
    return error instanceof VaultError ? String(error.facts['reason']) : String(error);
  }
}

const aPerson = 'FROM staff_member LIMIT 1';
const orphans: Readonly<Record<string, readonly string[]>> = {
  'search-without-record': [
    `INSERT INTO search_text (record_kind, record_id, folded) VALUES ('case-note', 'nobody', 'words')`,
  ],
  'revision-without-entry': [`INSERT INTO revision VALUES (999999, 'case-note', 'nobody', 1, '{}')`],
  'draft-without-case': [`INSERT INTO draft SELECT id, 'note', 'nobody', NULL, '{}', 1 ${aPerson}`],
  'case-without-words': [
    `DELETE FROM search_text WHERE record_kind = 'case-file'`,
    `UPDATE revision SET body = NULL WHERE record_kind = 'case-file'`,
  ],
  'attachment-without-content': [
    'INSERT INTO attachment SELECT id, revision_seq, id, 1, 0, NULL FROM case_file LIMIT 1',
  ],
  'secret-without-person': ['DELETE FROM slot_secret'],
  'seal-without-member': [
    `INSERT INTO compartment_seal (slot_id, public_x, sealed) SELECT slot_id, zeroblob(32), zeroblob(80) ${aPerson}`,
  ],
  'member-without-seal': [`INSERT INTO compartment_member SELECT id, revision_seq, id, 1, NULL ${aPerson}`],
  'search-index': [`UPDATE search_text SET folded = 'other words'`],
};

describe('what stands alone', () => {
  it.each(Object.keys(orphans))('is noticed: %s', async (kind) => {
    const found = await foundAfter(...orphans[kind]!);
    tellControl('G25', { noticed: found === kind ? 1 : 0 });
    expect(found).toBe(kind);
  });

  it('is not there in a vault that was left alone', async () => {
    expect(await foundAfter()).toBe('nothing');
  });
});
