// Makes one backup: snapshot under a fresh key and salt, flushed, checked by reading it again from its medium, described by a
// manifest, and only then given its name. Until then it is a `.part` that nobody is ever offered, and it goes when anything fails.
import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { VaultError } from '#shared/contract/errors';
import type { BackupPhase, MadeBackup } from '#shared/records/backup';
import { type StoredBlob, totalOf } from '../attachments/blob-copy.ts';
import { backupKey, databaseKey } from '../keys/derived-keys.ts';
import type { OpenVault } from '../open-vault.ts';
import { namedContents } from '../records/attachment.ts';
import { dropCachedPages } from '../removable/drop-cached-pages.ts';
import { stopIfAsked, type Stop, writingError } from '../removable/outside-error.ts';
import { dropPart, watchSize } from '../removable/part-folder.ts';
import { checkSpace, type Medium } from '../removable/write-outside.ts';
import { readManifestAt } from './authenticated-backup.ts';
import { copyOut } from './backup-attachments.ts';
import { makeBackupPart, nameBackup, writeSmall } from './backup-part.ts';
import type { CheckOutcome } from './check-database.ts';
import { type CopyOutcome, type KeyedFile, toHex } from './copy-database.ts';
import type { HeavyWork } from './heavy-work.ts';
import { type BackupFacts, DATABASE, encodeManifest, formatFor, MANIFEST, openManifest, SLOTS } from './manifest.ts';

export interface BackupWork {
  readonly vault: OpenVault;
  readonly medium: Medium;
  readonly heavyWork: HeavyWork;
  readonly appVersion: string;
  now(): number;
  /** The day in the name. */
  today(): string;
  /** Attachments that are left out: their bytes are damaged, and the person was asked. */
  readonly without: ReadonlySet<string>;
  phase(phase: BackupPhase, done?: number): void;
  readonly signal: Stop | undefined;
}

export interface BuiltBackup {
  readonly made: Omit<MadeBackup, 'medium' | 'place'>;
  readonly readFromMedium: boolean;
}

/** A fifth more than the database, for the journal of the copy, the slots and the manifest. */
const ROOM = 1.2;

/**
 * Errors: disk-full, stick-too-small, file-too-big-for-format (before the first byte), place-not-writable, stick-removed,
 * verify-failed (the copy does not read back as it was written), vault-damaged (the vault itself is not whole), cancelled.
 */
export async function buildBackup(folder: string, work: BackupWork): Promise<BuiltBackup> {
  work.phase('checking-space');
  const day = work.today();
  const part = await makeBackupPart(folder, `backup-${day}-${work.vault.commitSeq()}`);
  try {
    const kept = totalOf(presentIn(namedContents(work.vault), work)).bytes;
    await checkSpace(work.medium, folder, Math.ceil(databaseBytes(work.vault) * ROOM) + kept);
    const filled = await fillPart(part, work);
    work.phase('finishing');
    stopIfAsked(work.signal);
    const name = await nameBackup(work.medium, folder, part, { day, seq: filled.facts.commitSeq });
    await requireSame({ folder, name }, filled.manifest, work.vault);
    return { made: madeOf(name, filled, work.now()), readFromMedium: filled.readFromMedium };
  } catch (error) {
    await dropPart(part);
    throw writingError(error);
  }
}

const presentIn = <T extends { readonly attachmentId: string }>(all: readonly T[], { without }: BackupWork): T[] =>
  all.filter(({ attachmentId }) => !without.has(attachmentId));

interface FilledPart {
  readonly facts: Omit<BackupFacts, 'label'>;
  readonly checked: Checked;
  readonly manifest: Uint8Array;
  readonly readFromMedium: boolean;
}

async function fillPart(part: string, work: BackupWork): Promise<FilledPart> {
  const { vault, medium, signal } = work;
  const backupId = randomBytes(16);
  const target = { file: join(part, DATABASE), salt: randomBytes(16) };
  const freshTarget = (): KeyedFile => ({ ...target, key: backupKey(vault.vaultKey, vault.vaultId, backupId) });
  const createdAt = work.now();
  const copied = await copy(freshTarget(), work);
  work.phase('flushing');
  await writeSmall(medium, { part, name: SLOTS, bytes: copied.slots }, signal);
  const readFromMedium = await dropCachedPages(target.file);
  work.phase('verifying');
  const checked = await check(freshTarget, copied, work);
  const blobs = presentIn(checked.chain.blobs, work);
  const omissions = checked.chain.blobs.flatMap(({ attachmentId }) =>
    work.without.has(attachmentId) ? [attachmentId] : [],
  );
  await copyOut(medium, vault.place.attachments, part, blobs, {
    signal,
    seen: (share) => work.phase('copying', share),
  });
  const facts = factsOf({ backupId, createdAt, copied, checked, blobs, appVersion: work.appVersion });
  const { shelterName, newestEntryAt } = copied.snapshot;
  const { entries, revisions } = checked.chain;
  const label = { shelterName, records: checked.records, entries, revisions, newestEntryAt, omissions };
  const manifest = encodeManifest(facts, label, randomBytes(12), vault.vaultKey);
  await writeSmall(medium, { part, name: MANIFEST, bytes: manifest }, signal);
  return { facts, checked, manifest, readFromMedium };
}

async function copy(target: KeyedFile, work: BackupWork): Promise<CopyOutcome> {
  const { vault } = work;
  const expected = databaseBytes(vault);
  work.phase('copying', 0);
  const stopWatching = watchSize(target.file, (bytes) => work.phase('copying', Math.min(1, bytes / expected)));
  const source = {
    file: vault.place.database,
    key: databaseKey(vault.vaultKey, vault.vaultId, vault.databaseSalt),
    salt: vault.databaseSalt,
  };
  const slotFiles = { bin: vault.place.slots, bak: vault.place.slotsCopy };
  try {
    return await work.heavyWork.run<'copy'>({ kind: 'copy', source, target, slotFiles }, work.signal);
  } finally {
    stopWatching();
  }
}

interface Checked {
  readonly sha256: string;
  readonly chain: NonNullable<CheckOutcome['chain']>;
  readonly records: NonNullable<CheckOutcome['records']>;
}

/** The two halves of the checks, about as long as each other, each in its own thread. What is read here comes from the medium: its cached pages were dropped. */
async function check(freshTarget: () => KeyedFile, copied: CopyOutcome, work: BackupWork): Promise<Checked> {
  const job = () => ({
    kind: 'check' as const,
    database: freshTarget(),
    auditKey: Uint8Array.from(work.vault.keys.auditMac),
    mayMigrate: false,
  });
  // Hashed by both: one reading that a disk cut short or bent would put into the manifest what no later reading finds.
  const [{ sha256, chain }, { records, sha256: again }] = await Promise.all([
    work.heavyWork.run<'check'>({ ...job(), parts: ['hash', 'chain'] }, work.signal),
    work.heavyWork.run<'check'>({ ...job(), parts: ['hash', 'pages', 'structure', 'facts'] }, work.signal),
  ]);
  if (sha256 !== again) throw new VaultError('verify-failed', { part: 'hash' });
  const isSame =
    JSON.stringify(chain?.snapshot) === JSON.stringify(copied.snapshot) && chain?.entries === copied.snapshot.entries;
  if (chain === null || sha256 === null || records === null || !isSame)
    throw new VaultError('verify-failed', { part: 'chain' });
  return { sha256, chain, records };
}

function factsOf(of: {
  readonly backupId: Uint8Array;
  readonly createdAt: number;
  readonly copied: CopyOutcome;
  readonly checked: Checked;
  readonly blobs: readonly StoredBlob[];
  readonly appVersion: string;
}): FilledPart['facts'] {
  const { snapshot, slots, bytes } = of.copied;
  const attachments = totalOf(of.blobs);
  const omitted = of.checked.chain.blobs.length - of.blobs.length;
  return {
    format: formatFor(attachments.count, omitted),
    vaultId: snapshot.vaultId,
    backupId: toHex(of.backupId),
    epoch: snapshot.epoch,
    commitSeq: snapshot.commitSeq,
    chainHead: snapshot.chainHead,
    slotsGeneration: snapshot.slotsGeneration,
    slotsHash: snapshot.slotsHash,
    createdAt: of.createdAt,
    app: of.appVersion,
    schema: snapshot.schema,
    files: {
      [DATABASE]: { bytes, sha256: of.checked.sha256 },
      [SLOTS]: { bytes: slots.length, sha256: createHash('sha256').update(slots).digest('hex') },
    },
    ...(attachments.count === 0 ? {} : { attachments }),
    ...(omitted === 0 ? {} : { omitted }),
  };
}

/** Under its final name, through the same door that a restore uses: the manifest that counts is there. */
async function requireSame(
  place: { readonly folder: string; readonly name: string },
  manifest: Uint8Array,
  vault: OpenVault,
): Promise<void> {
  const found = await readManifestAt(place);
  openManifest(found, vault.vaultKey);
  if (!Buffer.from(manifest).includes(found.text)) throw new VaultError('verify-failed', { part: 'manifest' });
}

const madeOf = (name: string, { facts, checked }: FilledPart, verifiedAt: number): BuiltBackup['made'] => ({
  name,
  commitSeq: facts.commitSeq,
  createdAt: facts.createdAt,
  verifiedAt,
  bytes: facts.files[DATABASE].bytes + (facts.attachments?.bytes ?? 0),
  databaseSha256: facts.files[DATABASE].sha256,
  records: checked.records,
  entries: checked.chain.entries,
  missing: facts.omitted ?? 0,
  goneOn: null,
});

/** Pages in use, written ahead or not: what a copy may need at most. Asked of the connection, never of the file. */
function databaseBytes({ db }: OpenVault): number {
  return Number(db.pragma('page_count') ?? 0) * Number(db.pragma('page_size') ?? 0);
}
