// Damaged vault and backup, joined to what the new vault will hold; and who may say that it is to be made.
import { VaultError } from '#shared/contract/errors';
import type { EntryRow } from '../audit/chain.ts';
import { macOf } from '../audit/chain.ts';
import { toHex } from '../backup/copy-database.ts';
import type { EpochKey } from '../epoch-keys.ts';
import { deriveVaultKeys } from '../keys/derived-keys.ts';
import type { UnlockedSlots } from '../keys/unlock.ts';
import type { SourceRows } from './backup-rows.ts';
import { joinBodies, type JoinedBody } from './join-bodies.ts';
import { type EpochOfKeys, joinChain } from './join-chain.ts';
import { staffIn } from './people.ts';
import type { DamagedVault } from './read-damaged.ts';
import type { Joined } from './write-vault.ts';

export interface BackupSource {
  readonly rows: SourceRows;
  readonly createdAt: number;
  readonly commitSeq: number;
}

/** Throws `salvage-nothing` when neither has a single entry. */
export function joinSources(
  { rows: own, knownCommits, readCommits }: DamagedVault,
  backup: BackupSource | null,
  none: SourceRows,
  { file, opened }: UnlockedSlots,
): Joined {
  const theirs = backup?.rows ?? none;
  const entries = new Map([...theirs.entries, ...own.entries]);
  if (entries.size === 0) throw new VaultError('salvage-nothing');
  const earlier = earlierKeys(entries, [own, theirs], { epoch: file.epoch, vaultId: file.vaultId });
  const keys = keysOf(earlier, { epoch: file.epoch, vaultKey: opened.vaultKey, vaultId: file.vaultId });
  const chain = joinChain(own.entries, theirs.entries, own.bodies, keys);
  const reached = Math.max(readCommits ?? 0, backup?.commitSeq ?? 0);
  return {
    chain,
    bodies: joinBodies(chain, own.bodies, theirs.bodies, keys),
    own,
    backup: theirs,
    earlier,
    backupAt: backup?.createdAt ?? null,
    savesLost: readCommits === null ? 0 : Math.max(0, knownCommits - reached),
  };
}

function keysOf(earlier: readonly EpochKey[], now: EpochKey & { readonly vaultId: Uint8Array }): EpochOfKeys {
  const keys = new Map([...earlier, now].map(({ epoch, vaultKey }) => [epoch, auditKey(vaultKey, now.vaultId)]));
  return { epoch: now.epoch, keyOf: (epoch) => keys.get(epoch) };
}

const auditKey = (vaultKey: Uint8Array, vaultId: Uint8Array): Uint8Array => deriveVaultKeys(vaultKey, vaultId).auditMac;

/** A row that only looks like a key proves no entry of its time. */
function earlierKeys(
  entries: ReadonlyMap<number, EntryRow>,
  sources: readonly Pick<SourceRows, 'epochKeys'>[],
  { epoch: now, vaultId }: { readonly epoch: number; readonly vaultId: Uint8Array },
): EpochKey[] {
  const epochs = new Set(sources.flatMap(({ epochKeys }) => [...epochKeys.keys()]).filter((epoch) => epoch < now));
  return [...epochs]
    .sort((one, other) => one - other)
    .flatMap((epoch) => {
      const pair = pairOf(entries, epoch);
      const candidates = sources.flatMap(({ epochKeys }) => epochKeys.get(epoch) ?? []);
      const vaultKey = candidates.find((key) => pair === null || proves(pair, auditKey(key, vaultId)));
      return vaultKey === undefined ? [] : [{ epoch, vaultKey }];
    });
}

type Pair = readonly [before: EntryRow, row: EntryRow];

function pairOf(entries: ReadonlyMap<number, EntryRow>, epoch: number): Pair | null {
  for (const row of entries.values()) {
    const before = entries.get(row.seq - 1);
    if (row.epoch === epoch && before !== undefined) return [before, row];
  }
  return null;
}

const proves = ([before, row]: Pair, key: Uint8Array): boolean =>
  Buffer.compare(macOf(row, key, before.mac), row.mac) === 0;

export interface Salvager {
  readonly staffId: string | null;
  readonly isDirector: boolean;
}

/** Whose key slot it is, by the newest word of her record that is left. Throws `staff-disabled`. */
export function salvagerOf(bodies: readonly JoinedBody[], { opened }: UnlockedSlots): Salvager {
  if (opened.keySlot.type !== 'user') return { staffId: null, isDirector: true };
  const slotId = toHex(opened.keySlot.id);
  const [id, person] = [...staffIn(bodies)].find(([, one]) => one.slotId === slotId) ?? [];
  if (person !== undefined && person.disabledAt !== null) throw new VaultError('staff-disabled');
  return { staffId: id ?? null, isDirector: person?.role === 'director' };
}
