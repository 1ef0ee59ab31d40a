// From a backup on a stick to a private copy that was proven whole: every byte hashed on its way in, every page, the trees, the
// chain with every body, every record, and that it is the state its manifest speaks of.
import { VaultError } from '#shared/contract/errors';
import type { DamagedFile } from '#shared/records/backup';
import { type StoredBlob, totalOf } from '../attachments/blob-copy.ts';
import { deriveVaultKeys } from '../keys/derived-keys.ts';
import { newestSchema } from '../database/migrate.ts';
import { wipe } from '../keys/wipe.ts';
import type { Stop } from '../removable/outside-error.ts';
import type { PrivateFolder } from '../removable/private-folder.ts';
import type { AuthenticatedBackup } from './authenticated-backup.ts';
import type { CheckOutcome, CheckPart } from './check-database.ts';
import type { KeyedFile } from './copy-database.ts';
import type { HeavyWork } from './heavy-work.ts';
import { DATABASE, unhex } from './manifest.ts';

/** What the checks read in it. */
type Found = NonNullable<CheckOutcome['chain']> & { readonly records: Readonly<Record<string, number>> };

export interface ProvenCopy {
  /** The private copy. Its key is asked of the backup anew for each use. */
  readonly file: string;
  readonly salt: Uint8Array;
  readonly chain: Found;
  /** The files that are in the backup, and those that were damaged when it was made and are not. */
  readonly present: readonly StoredBlob[];
  readonly missing: readonly DamagedFile[];
}

export interface ProvingWork {
  readonly heavyWork: HeavyWork;
  readonly signal: Stop | undefined;
  phase(phase: 'copying' | 'verifying', done?: number): void;
}

/**
 * Throws `backup-damaged` (with the part that does not hold), `backup-incomplete`, `vault-from-the-future`, and those of reading
 * a stick and of a full disk.
 */
export async function proveBackup(
  backup: AuthenticatedBackup,
  room: PrivateFolder,
  work: ProvingWork,
): Promise<ProvenCopy> {
  if (backup.facts.schema > newestSchema) throw new VaultError('vault-from-the-future');
  work.phase('copying', 0);
  const copy = await backup.bringIn(room, work.signal, (share) => work.phase('copying', share));
  work.phase('verifying');
  const chain = await check(backup, copy, work).catch((error: unknown) => {
    throw asBackupDamage(error);
  });
  requireState(backup, chain);
  const omitted = new Set<string>(backup.label.omissions);
  return {
    file: copy.file,
    salt: copy.salt,
    chain,
    present: chain.blobs.filter(({ attachmentId }) => !omitted.has(attachmentId)),
    missing: chain.damaged.filter(({ attachmentId }) => omitted.has(attachmentId)),
  };
}

/** One after the other where an old schema is brought forward: the pages are proven before a byte of the copy changes. */
async function check(backup: AuthenticatedBackup, copy: KeyedFile, { heavyWork, signal }: ProvingWork): Promise<Found> {
  const { auditMac, headMac } = deriveVaultKeys(backup.unlocked.opened.vaultKey, unhex(backup.facts.vaultId));
  const mayMigrate = backup.facts.schema < newestSchema;
  const job = () => ({
    kind: 'check' as const,
    database: { ...copy, key: backup.databaseKey() },
    auditKey: Uint8Array.from(auditMac),
    mayMigrate,
  });
  try {
    const run = (parts: readonly CheckPart[]) => heavyWork.run<'check'>({ ...job(), parts }, signal);
    const pages = run(mayMigrate ? ['pages', 'structure'] : ['pages', 'structure', 'facts']);
    if (mayMigrate) await pages;
    const [entries, trees] = await Promise.all([run(mayMigrate ? ['chain', 'facts'] : ['chain']), pages]);
    const records = entries.records ?? trees.records;
    if (entries.chain === null || records === null) throw new VaultError('internal');
    return { ...entries.chain, records };
  } finally {
    wipe(auditMac, headMac, copy.key);
  }
}

/** What the copy says of itself against what its manifest says of it. */
function requireState(
  { facts, label }: AuthenticatedBackup,
  { snapshot, entries, revisions, records, blobs, damaged }: Found,
): void {
  const is = (part: string, found: unknown, expected: unknown): void => {
    if (JSON.stringify(found) !== JSON.stringify(expected)) throw new VaultError('backup-damaged', { part });
  };
  is('vault', snapshot.vaultId, facts.vaultId);
  is(
    'state',
    [snapshot.commitSeq, snapshot.epoch, snapshot.chainHead],
    [facts.commitSeq, facts.epoch, facts.chainHead],
  );
  is('slots', [snapshot.slotsGeneration, snapshot.slotsHash], [facts.slotsGeneration, facts.slotsHash]);
  is('counts', [entries, revisions], [label.entries, label.revisions]);
  const omitted = new Set<string>(label.omissions);
  const present = blobs.filter(({ attachmentId }) => !omitted.has(attachmentId));
  is('files', totalOf(present), facts.attachments ?? totalOf([]));
  // What is left out is a file of this database that is marked damaged in it, and nothing else.
  const told = damaged.filter(({ attachmentId }) => omitted.has(attachmentId)).length;
  is('files', [label.omissions.length, blobs.length - present.length, told], Array(3).fill(facts.omitted ?? 0));
  // An older program knew fewer kinds: those it counted must be the same now.
  for (const [kind, count] of Object.entries(label.records)) is('counts', records[kind], count);
}

function asBackupDamage(error: unknown): unknown {
  if (!(error instanceof VaultError)) return error;
  if (error.code !== 'verify-failed' && error.code !== 'vault-damaged') return error;
  const part = error.facts['part'] ?? error.facts['reason'] ?? DATABASE;
  return new VaultError('backup-damaged', { part });
}
