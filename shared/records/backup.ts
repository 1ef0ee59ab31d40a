// Backup: a sealed copy of the whole vault in another place, and the way back from it. A backup counts only after it was read
// back from its medium and checked; restoring never writes over a vault, it puts the old one aside under another name.
import { z } from 'zod';
import { directorOnly, ofWeight, read, shelterStaff, task } from '../contract/operation.ts';
import { ChoiceHandle, RecordId, StaffMemberId } from '../ids.ts';
import { SignInName } from '../keys/sign-in-name.ts';
import { CalendarDate, Instant } from '../time.ts';
import { Passphrase, TypedSheets } from './session.ts';

/** Folder of one backup: `backup-<day>-<number of the newest commit in it>`. No person, no place, no purpose in it. */
export const BackupName = z.string().regex(/^backup-\d{4}-\d{2}-\d{2}-[1-9]\d{0,14}$/);
export type BackupName = z.output<typeof BackupName>;

/** How many records of each kind, by the kind's name in the chain (`case-file`, `need`, …). */
export const RecordCounts = z.record(z.string().regex(/^[a-z][a-z-]{0,39}$/), z.int().min(0));
export type RecordCounts = z.output<typeof RecordCounts>;

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const size = z.int().min(0);

/** What became of the stick, as with a package: `safe-to-remove` only when flushed, read back and unmounted. */
export const StickAfterBackup = z.enum(['not-a-stick', 'safe-to-remove', 'saved-still-in-use', 'gone-before-safe']);
export type StickAfterBackup = z.output<typeof StickAfterBackup>;

/** The body of the record that a verified backup leaves in the vault. */
export const MadeBackup = z.strictObject({
  name: BackupName,
  /** What the person saw when choosing the place: the last part of its path. */
  medium: z.string().max(255),
  /** The state it holds: everything up to this commit. */
  commitSeq: z.int().min(1),
  /** The instant of the snapshot. Whatever was saved later is not in it. */
  createdAt: Instant,
  verifiedAt: Instant,
  bytes: size,
  databaseSha256: Sha256,
  records: RecordCounts,
  entries: size,
  /** Files that were damaged here already and are not in it. */
  missing: size.default(0),
  /** The first backup that was made in the same place, told by what lay there; null in records of before, and for the first itself. */
  place: RecordId.nullable().default(null),
  /** The day on which it was overwritten or destroyed; null while it may still lie somewhere. */
  goneOn: CalendarDate.nullable().default(null),
});
export type MadeBackup = z.output<typeof MadeBackup>;

export const ListedBackup = MadeBackup.extend({ id: RecordId, madeBy: StaffMemberId.nullable() });
export type ListedBackup = z.output<typeof ListedBackup>;

/** A backup of this vault in the same place that is newer than the vault itself: someone put an older vault back. */
export const NewerBackup = z.strictObject({ name: BackupName, createdAt: Instant, commitsAhead: z.int().min(1) });
export type NewerBackup = z.output<typeof NewerBackup>;

/**
 * Whether the history of the open records is that of a backup, told by the MAC of its newest entry. `left-behind`: it is not, and the
 * history says why (an older state was brought back since, or a salvage). `other`: it is not, and nothing says why. `newer`: the backup
 * knows more than the records. `not-compared`: they are locked, or the backup is not of them.
 */
export const BackupHistory = z.enum(['same', 'left-behind', 'other', 'newer', 'not-compared']);
export type BackupHistory = z.output<typeof BackupHistory>;

/** A backup of this vault in the same place whose history is another one. */
export const OtherHistory = z.strictObject({ name: BackupName, createdAt: Instant });
export type OtherHistory = z.output<typeof OtherHistory>;

export const BackupPhase = z.enum([
  'checking-files',
  'checking-space',
  'copying',
  'flushing',
  'verifying',
  'finishing',
]);
export type BackupPhase = z.output<typeof BackupPhase>;
/** `preparing`: the new vault is being built beside the old one. */
export const RestorePhase = z.enum(['checking-space', 'copying', 'verifying', 'preparing', 'finishing']);
export type RestorePhase = z.output<typeof RestorePhase>;

/** A file of a case whose bytes are not what was kept. Its title is told to nobody here. */
export const DamagedFile = z.strictObject({
  attachmentId: RecordId,
  addedAt: Instant,
  /** Null where the case is not one that the person may know of. */
  caseNumber: z.string().max(40).nullable(),
});
export type DamagedFile = z.output<typeof DamagedFile>;

export const CreatedBackup = MadeBackup.extend({
  id: RecordId,
  stick: StickAfterBackup,
  /** False where the system cannot drop cached pages: the read-back may then have come from memory. */
  readFromMedium: z.boolean(),
  newerBackup: NewerBackup.nullable(),
  /** The newest of those whose history is not that of these records any more. */
  otherHistory: OtherHistory.nullable().default(null),
  /** Older backups that were cleared away from there. */
  cleared: size.default(0),
});
export type CreatedBackup = z.output<typeof CreatedBackup>;

export const BackupsKnown = z.strictObject({
  /** Newest first. */
  backups: z.array(ListedBackup).max(1_000),
  lastBackupAt: Instant.nullable(),
  lastDrillAt: Instant.nullable(),
  /** A backup that was begun and never ended: the computer or the stick went away in between. */
  unfinishedSince: Instant.nullable(),
  /** When damaged records were last saved into new ones. */
  savedFromDamageAt: Instant.nullable().default(null),
});
export type BackupsKnown = z.output<typeof BackupsKnown>;

/** Whether a backup in a folder belongs to the vault on this computer, told by its vault number, without any key. */
export const BelongsTo = z.enum(['this-vault', 'another-vault', 'no-vault-here']);
export type BelongsTo = z.output<typeof BelongsTo>;

/**
 * A backup as it lies in a folder, before any passphrase. Shelter and counts are sealed inside (a lost stick must not tell them):
 * they are known here only for this vault's own backups while someone is signed in; otherwise `recognise` opens them.
 */
export const FoundBackup = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('complete'),
    name: BackupName,
    createdAt: Instant,
    commitSeq: z.int().min(1),
    bytes: size,
    belongsTo: BelongsTo,
    shelterName: z.string().nullable(),
    records: RecordCounts.nullable(),
    /** Files that were damaged when it was made and are not in it. */
    missing: size,
    history: BackupHistory.default('not-compared'),
  }),
  /** `incomplete`: a file is missing or has another size. Nothing in here may be restored. */
  z.strictObject({ state: z.enum(['incomplete', 'damaged', 'from-the-future']), name: BackupName }),
]);
export type FoundBackup = z.output<typeof FoundBackup>;

/** What opens a backup: the passphrase of anyone who had a key slot when it was made, or the recovery code of that time. */
export const BackupCredential = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('passphrase'), signInName: SignInName, passphrase: Passphrase }),
  z.strictObject({ by: z.literal('recovery-code'), recoveryCode: z.string().min(1).max(80) }),
  /** The sheets of two trustees of that time. */
  z.strictObject({ by: z.literal('trustees'), sheets: TypedSheets }),
]);
export type BackupCredential = z.output<typeof BackupCredential>;

const chosen = { folder: ChoiceHandle, name: BackupName };
/** Other places in which a list of erased cases may lie; the folder of the backup and this computer are always asked. */
const Lists = z.array(ChoiceHandle).max(10).default([]);

/** Which vault this backup is of. Opened with the credential, proven by the manifest's seal, shown before anything else happens. */
export const RecognisedBackup = z.strictObject({
  name: BackupName,
  shelterName: z.string(),
  createdAt: Instant,
  commitSeq: z.int().min(1),
  bytes: size,
  records: RecordCounts,
  missing: size,
  belongsTo: BelongsTo,
  /** When the newest list of erased cases within reach was written; null when there is none. */
  erasedListAt: Instant.nullable().default(null),
  /** Names of colleagues who were removed since: in the backup they still have a key slot. */
  returned: z.array(z.string()).default([]),
  history: BackupHistory.default('not-compared'),
});
export type RecognisedBackup = z.output<typeof RecognisedBackup>;

/** What a restore drill found. Every check passed: one that did not is an error with its own sentence. */
export const DrillReport = z.strictObject({
  name: BackupName,
  shelterName: z.string(),
  createdAt: Instant,
  /** When the newest entry in it was written. */
  newestEntryAt: Instant.nullable(),
  records: RecordCounts,
  entries: size,
  revisions: size,
  bytes: size,
  /** Files that were damaged when it was made: their records are in it, their bytes are not. */
  missing: z.array(DamagedFile),
  checks: z.array(z.enum(['files', 'pages', 'structure', 'chain', 'records'])).length(5),
});
export type DrillReport = z.output<typeof DrillReport>;

/** A restore that was claimed and waits: nothing else can be done before it is finished or given up. */
export const WaitingRestore = z.strictObject({
  /** What waits to take the place of the vault: that of a backup, or what a salvage could read. */
  of: z.enum(['backup', 'salvage']).default('backup'),
  name: BackupName.nullable(),
  createdAt: Instant,
  commitSeq: z.int().min(1),
  claimedAt: Instant,
  /** There was a vault on this computer; it is kept under another name, or comes back with `keepOld`. */
  hasOldVault: z.boolean(),
});
export type WaitingRestore = z.output<typeof WaitingRestore>;

const None = z.strictObject({});

export const backupOperations = {
  /**
   * Reads every file of a case first. Those that are not what was kept are marked; before anything is written the answer is then
   * attachment-damaged {count}, unless `withoutDamaged` says to go on without the files that were marked before (`damagedFiles`).
   * Errors: those of sticks and files, already-running, verify-failed, vault-damaged (the vault itself did not pass its checks).
   */
  create: ofWeight(
    task(
      shelterStaff,
      ['backup', 'session', 'attachment'],
      z.strictObject({ folder: ChoiceHandle, withoutDamaged: z.boolean().optional() }),
      CreatedBackup,
    ),
  ),
  /** Oldest first. */
  damagedFiles: read(shelterStaff, None, z.array(DamagedFile)),
  list: read(shelterStaff, None, BackupsKnown),
  /** What lies in a folder. Half-made backups (`.part`) are never among it. Newest first. */
  inspect: task('nobody-signed-in', [], z.strictObject({ folder: ChoiceHandle }), z.array(FoundBackup).max(1_000)),
  /** Errors: wrong-passphrase, recovery-code-…, unlock-wait, backup-damaged, backup-incomplete, vault-from-the-future. */
  recognise: task(
    'nobody-signed-in',
    [],
    z.strictObject({ ...chosen, credential: BackupCredential, lists: Lists }),
    RecognisedBackup,
  ),
  /** Reads and checks everything in a private place that is gone afterwards. Changes neither the backup nor the vault. */
  drill: task(directorOnly, ['backup'], z.strictObject({ ...chosen, credential: BackupCredential }), DrillReport),
  /**
   * Builds the restored vault beside the old one, checks it, claims the restore and asks for a restart; the swap itself happens at
   * the next start, with no vault open. `replaceOther` must be true when this computer keeps another vault (backup-other-vault).
   * Cases that a list of erased cases names are taken out before the vault is ever opened. Where no list is within reach the answer
   * is erased-list-missing, unless `withoutList` says to go on: erased cases may then come back. Whoever was removed since is removed
   * again, and the vault key falls due.
   */
  restore: ofWeight(
    task(
      'nobody-signed-in',
      ['session'],
      z.strictObject({
        ...chosen,
        credential: BackupCredential,
        replaceOther: z.boolean(),
        lists: Lists,
        withoutList: z.boolean().default(false),
      }),
      RecognisedBackup,
    ),
  ),
  restoreState: read('nobody-signed-in', None, z.strictObject({ waiting: WaitingRestore.nullable() })),
  continueRestore: task('nobody-signed-in', ['session'], None, None),
  keepOld: task('nobody-signed-in', ['session'], None, None),
};
