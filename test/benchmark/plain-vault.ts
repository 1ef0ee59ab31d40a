// What the session takes for an open vault, on a database without a key. It chains, counts and keeps its head record as the real one
// does (open-vault.ts), so that what differs is the encryption.
import { randomBytes } from 'node:crypto';
import { closeSync, openSync, writeFileSync } from 'node:fs';
import { VaultError } from '#shared/contract/errors';
import { StaffMemberId } from '#shared/ids';
import { openChain } from '../../electron/vault/audit/chain.ts';
import type { Connection } from '../../electron/vault/database/sql.ts';
import { deriveVaultKeys } from '../../electron/vault/keys/derived-keys.ts';
import { type Head, newHeadFile, writeHead } from '../../electron/vault/keys/head.ts';
import type { OpenVault } from '../../electron/vault/open-vault.ts';
import { saveRecord } from '../../electron/vault/records/record-kind.ts';
import { staffMemberKind } from '../../electron/vault/records/staff-member.ts';
import type { SessionSettings } from '../../electron/vault/session.ts';

/** `isRehearsal` takes a write back at its end, with `cancelled`. */
export function plainVault(
  db: Connection,
  settings: SessionSettings,
  headFile: string,
  isRehearsal: () => boolean,
): OpenVault {
  const [vaultId, vaultKey] = [randomBytes(16), randomBytes(32)];
  const keys = deriveVaultKeys(vaultKey, vaultId);
  const slots = { generation: 1, slotsHash: new Uint8Array(32) };
  db.run(
    `INSERT INTO vault_state (id, vault_id, shelter_name, created_at, commit_seq, epoch, slots_generation, slots_hash)
     VALUES (1, ?, 'Willow House', ?, 0, 1, ?, ?)`,
    [vaultId, settings.now(), slots.generation, slots.slotsHash],
  );
  const chain = openChain(db, keys.auditMac, 1);
  const commitSeq = (): number => db.get<{ n: number }>('SELECT commit_seq AS n FROM vault_state')?.n ?? 0;
  const head = (): Head => ({
    commitSeq: commitSeq(),
    epoch: 1,
    chainHead: chain.head,
    slotsHash: slots.slotsHash,
    slotsGeneration: slots.generation,
  });
  writeFileSync(headFile, newHeadFile(head(), keys.headMac));
  const headFd = openSync(headFile, 'r+');
  let index: 0 | 1 = 1;
  const commit: OpenVault['commit'] = (work) => {
    try {
      const result = db.transaction(() => {
        const value = work();
        db.run('UPDATE vault_state SET commit_seq = commit_seq + 1, slots_generation = ?, slots_hash = ?', [
          slots.generation,
          slots.slotsHash,
        ]);
        if (isRehearsal()) throw new VaultError('cancelled');
        return value;
      });
      index = writeHead(headFd, index, head(), keys.headMac);
      return result;
    } catch (error) {
      chain.reload(db);
      throw error;
    }
  };
  const never = (): never => {
    throw new Error('the floor is never asked for this');
  };
  const none = new Uint8Array(0);
  const identity = {
    place: settings.place,
    db,
    chain,
    vaultId,
    vaultKey,
    databaseSalt: none,
    keys,
    epoch: 1,
    earlier: [],
    slots,
  };
  const close = (): void => {
    closeSync(headFd);
    db.close();
  };
  return { ...identity, commit, commitSeq, verify: never, close };
}

/** Signs in the one person of the office. */
export function director(vault: OpenVault, settings: SessionSettings) {
  const id = StaffMemberId.parse(settings.newId());
  const person = { id, name: 'Ana', role: 'director' as const };
  const slotId = '0'.repeat(32);
  vault.commit(() => {
    const clock = { now: () => settings.now(), today: () => settings.today(), newId: () => settings.newId() };
    const context = {
      ...clock,
      db: vault.db,
      chain: vault.chain,
      action: 'session.createVault',
      staffMember: person,
      note: () => undefined,
      compartment: () => null,
    };
    const body = { name: person.name, role: person.role, signInName: 'ana', slotId, disabledAt: null };
    saveRecord(context, staffMemberKind, { id, caseFileId: null, body });
  });
  return person;
}
