// What lies in a chosen folder, told without a passphrase: names that look like backups, each with what its manifest says of
// itself. A half-made backup (`.part`) is never among them.
import { VaultError } from '#shared/contract/errors';
import {
  BackupName,
  type BelongsTo,
  type FoundBackup,
  type NewerBackup,
  type OtherHistory,
} from '#shared/records/backup';
import { namesOutside, sizeOutside } from '../removable/open-outside.ts';
import { type BackupPlace, readManifestAt } from './authenticated-backup.ts';
import { historyOf } from './backup-history.ts';
import type { LocalVault } from './local-vault.ts';
import { requireBlobs } from './backup-attachments.ts';
import { type BackupLabel, bytesOfBackup, openManifest, type ReadManifest } from './manifest.ts';

const MOST = 1_000;

const looksLikeBackup = (name: string): boolean => BackupName.safeParse(name).success;

/** In no order; a half-made one is never among them. Errors: as `findBackups`. */
export const namesOfBackups = (folder: string): Promise<readonly string[]> =>
  namesOutside(folder, looksLikeBackup, MOST);

/** Newest first; what cannot be read comes last. Errors: file-gone, file-not-readable, stick-removed. */
export async function findBackups(folder: string, local: LocalVault): Promise<FoundBackup[]> {
  const names = await namesOfBackups(folder);
  const found: FoundBackup[] = [];
  for (const name of names) found.push(await lookAt({ folder, name }, local));
  return found.sort((a, b) => whenOf(b) - whenOf(a) || b.name.localeCompare(a.name, 'en', { numeric: true }));
}

export type OwnBackup = Extract<FoundBackup, { state: 'complete' }>;
/** Whole, and made by these records, as our own key says. */
export const isOwn = (found: FoundBackup): found is OwnBackup =>
  found.state === 'complete' && found.shelterName !== null;

const whenOf = (found: FoundBackup): number => (found.state === 'complete' ? found.createdAt : -1);

async function lookAt(place: BackupPlace, local: LocalVault): Promise<FoundBackup> {
  try {
    const manifest = await readManifestAt(place);
    await requireFiles(place, manifest);
    const { facts } = manifest;
    const label = ownLabel(manifest, local);
    return {
      state: 'complete',
      name: place.name,
      createdAt: facts.createdAt,
      commitSeq: facts.commitSeq,
      bytes: bytesOfBackup(facts),
      belongsTo: belongsTo(facts.vaultId, local),
      shelterName: label?.shelterName ?? null,
      records: label?.records ?? null,
      missing: facts.omitted ?? 0,
      history: label === null || local.db === null ? 'not-compared' : historyOf(local.db, facts, label.newestEntryAt),
    };
  } catch (error) {
    return { state: stateOf(error), name: place.name };
  }
}

/** Every file that the manifest names is there in its full size; its content is proven only when it is used. */
async function requireFiles({ folder, name }: BackupPlace, { facts }: ReadManifest): Promise<void> {
  for (const [file, { bytes }] of Object.entries(facts.files)) {
    if ((await sizeOutside({ folder, names: [name, file] })) !== bytes) throw new VaultError('backup-incomplete');
  }
  await requireBlobs({ folder, name }, facts.attachments ?? { count: 0, bytes: 0 });
}

function stateOf(error: unknown): 'incomplete' | 'damaged' | 'from-the-future' {
  if (!(error instanceof VaultError)) throw error;
  if (error.code === 'backup-incomplete') return 'incomplete';
  if (error.code === 'backup-damaged') return 'damaged';
  if (error.code === 'vault-from-the-future') return 'from-the-future';
  throw error;
}

export const belongsTo = (vaultId: string, local: LocalVault): BelongsTo =>
  !local.exists ? 'no-vault-here' : local.vaultId === vaultId ? 'this-vault' : 'another-vault';

/** The label of this vault's own backup. Throws `backup-damaged` when it claims to be ours and our key says it is not. */
function ownLabel(manifest: ReadManifest, { vaultId, key }: LocalVault): BackupLabel | null {
  if (key === null || manifest.facts.vaultId !== vaultId) return null;
  const ofThen = [key, ...key.earlier].find(({ epoch }) => epoch === manifest.facts.epoch);
  return ofThen === undefined ? null : openManifest(manifest, ofThen.vaultKey);
}

export interface Warned {
  readonly newerBackup: NewerBackup | null;
  readonly otherHistory: OtherHistory | null;
}

/**
 * Of own backups, newest first, as `findBackups` gives them: the one that knows most, if it knows more commits than the vault, a sign that
 * an older vault was put back; and the newest whose history is another one.
 */
export function warningsIn(own: readonly OwnBackup[], commitSeq: number): Warned {
  const [newest] = own.toSorted((a, b) => b.commitSeq - a.commitSeq);
  const other = own.find(({ history }) => history === 'other');
  return {
    newerBackup:
      newest === undefined || newest.commitSeq <= commitSeq
        ? null
        : { name: newest.name, createdAt: newest.createdAt, commitsAhead: newest.commitSeq - commitSeq },
    otherHistory: other === undefined ? null : { name: other.name, createdAt: other.createdAt },
  };
}
