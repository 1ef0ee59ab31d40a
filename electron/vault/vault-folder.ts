// Where the parts of a vault lie. One folder, `Records.vault`, owner-only; beside it a note of the newest state ever seen here.
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFile } from './keys/atomic-file.ts';

export interface VaultFolder {
  readonly folder: string;
  readonly database: string;
  readonly slots: string;
  readonly slotsCopy: string;
  readonly head: string;
  /** The same records under a new vault key, and their head, until they take the place of those (next-files.ts). */
  readonly nextDatabase: string;
  readonly nextHead: string;
  readonly attempts: string;
  /** The encrypted files of attachments; made with the first of them. */
  readonly attachments: string;
  /** Private room for bytes that are being checked before they are used. */
  readonly private: string;
  /** Outside the vault folder on purpose: survives when someone puts an old vault folder back. */
  readonly lastSeen: string;
}

export function vaultFolder(dataDir: string, name = 'Records.vault'): VaultFolder {
  const folder = join(dataDir, name);
  return {
    folder,
    database: join(folder, 'records.db'),
    slots: join(folder, 'slots.bin'),
    slotsCopy: join(folder, 'slots.bak'),
    head: join(folder, 'vault.head'),
    nextDatabase: join(folder, 'records.next'),
    nextHead: join(folder, 'head.next'),
    attempts: join(folder, 'unlock-attempts.json'),
    attachments: join(folder, 'files'),
    private: join(folder, 'private'),
    lastSeen: join(dataDir, 'Records.seen'),
  };
}

export function makeVaultFolder(place: VaultFolder): void {
  mkdirSync(place.folder, { recursive: true, mode: 0o700 });
  mkdirSync(place.private, { recursive: true, mode: 0o700 });
}

/** A vault is there when any of its parts is: a missing part is damage, never an invitation to start anew. */
export function vaultExists(place: VaultFolder): boolean {
  return [place.database, place.slots, place.slotsCopy, place.head].some((path) => existsSync(path));
}

/** Removes nothing and creates nothing: how the database file looks without a key. */
export function databasePresence(place: VaultFolder): 'present' | 'missing' | 'empty' {
  if (!existsSync(place.database)) return 'missing';
  return statSync(place.database).size === 0 ? 'empty' : 'present';
}

/** 0 when it is not there. */
export const bytesOfDatabase = (place: VaultFolder): number =>
  existsSync(place.database) ? statSync(place.database).size : 0;

export interface Seen {
  readonly commitSeq: number;
  /** A number that was given to a vault key is never given again, also not after an older state was brought back. */
  readonly epoch: number;
}

/** The newest commit and epoch of this vault ever seen on this computer, or 0. A changed or missing note never stops anyone. */
export function readLastSeen(place: VaultFolder, vaultId: Uint8Array): Seen {
  try {
    const note = JSON.parse(readFileSync(place.lastSeen, 'utf8')) as Record<string, unknown>;
    const isOfThis = note['vaultId'] === Buffer.from(vaultId).toString('hex');
    return isOfThis
      ? { commitSeq: counted(note['commitSeq']), epoch: counted(note['epoch']) }
      : { commitSeq: 0, epoch: 0 };
  } catch {
    return { commitSeq: 0, epoch: 0 };
  }
}

const counted = (value: unknown): number => (typeof value === 'number' && Number.isSafeInteger(value) ? value : 0);

/** The number of the vault that was last open on this computer, lower-case hex, or null. */
export function lastSeenVault(place: VaultFolder): string | null {
  try {
    const note = JSON.parse(readFileSync(place.lastSeen, 'utf8')) as { vaultId?: unknown };
    return typeof note.vaultId === 'string' && /^[0-9a-f]{32}$/.test(note.vaultId) ? note.vaultId : null;
  } catch {
    return null;
  }
}

export function writeLastSeen(place: VaultFolder, vaultId: Uint8Array, { commitSeq, epoch }: Seen): void {
  const newest = Math.max(epoch, readLastSeen(place, vaultId).epoch);
  const note = JSON.stringify({ vaultId: Buffer.from(vaultId).toString('hex'), commitSeq, epoch: newest });
  replaceFile(place.lastSeen, Buffer.from(note, 'utf8'));
}
