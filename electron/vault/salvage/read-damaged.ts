// The damaged vault as a source: its pages under the salt that opens them, and what its head and this computer remember of it.
import { EncryptedPages, firstBytes } from '../database/encrypted-pages.ts';
import { keptSalt } from '../database/kept-salt.ts';
import { readIfPresent } from '../keys/atomic-file.ts';
import { databaseKey, deriveVaultKeys } from '../keys/derived-keys.ts';
import { headFileLength, readHead } from '../keys/head.ts';
import type { UnlockedSlots } from '../keys/unlock.ts';
import { wipe } from '../keys/wipe.ts';
import { readLastSeen, type VaultFolder } from '../vault-folder.ts';
import { type FoundRows, noRows, readRows } from './found-rows.ts';

export interface DamagedVault {
  readonly rows: FoundRows;
  /** The newest commit of which head or computer know; 0 when neither does. */
  readonly knownCommits: number;
  /** Of the newest state that was read; null when the row that says it is lost. */
  readonly readCommits: number | null;
}

/** Changes nothing. `seen` hears the share that has passed, and may throw to stop. */
export async function readDamaged(
  place: VaultFolder,
  { file, opened }: UnlockedSlots,
  seen: (share: number) => void,
): Promise<DamagedVault> {
  const salt = openingSalt(place.database, opened.vaultKey, file.vaultId);
  const key = salt === null ? null : databaseKey(opened.vaultKey, file.vaultId, salt);
  const rows = salt === null || key === null ? noRows() : await readRows(place.database, { key, salt }, seen);
  if (key !== null) wipe(key);
  const state = rows.plain.vault_state.at(-1);
  return {
    rows,
    knownCommits: knownCommits(place, opened.vaultKey, file.vaultId),
    readCommits: state === undefined ? null : Number(state[4]),
  };
}

/** The first bytes of the file, or the copy of them where those are damaged. Null when no page opens with either. */
function openingSalt(database: string, vaultKey: Uint8Array, vaultId: Uint8Array): Uint8Array | null {
  const candidates = [firstBytes(database), keptSalt(database)].filter((salt) => salt !== null);
  return candidates.find((salt) => opensAny(database, databaseKey(vaultKey, vaultId, salt), salt)) ?? null;
}

function opensAny(database: string, key: Uint8Array, salt: Uint8Array): boolean {
  const pages = new EncryptedPages(database, { key, salt });
  try {
    for (const _page of pages.all()) return true;
    return false;
  } finally {
    pages.close();
    wipe(key);
  }
}

function knownCommits(place: VaultFolder, vaultKey: Uint8Array, vaultId: Uint8Array): number {
  const { headMac, auditMac } = deriveVaultKeys(vaultKey, vaultId);
  const head = readHead(readIfPresent(place.head, headFileLength) ?? new Uint8Array(0), headMac).newest;
  wipe(headMac, auditMac);
  return Math.max(head?.commitSeq ?? 0, readLastSeen(place, vaultId).commitSeq);
}
