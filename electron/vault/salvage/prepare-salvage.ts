// Builds the vault that a salvage makes beside the damaged one, proves it, and claims the swap, as a restore does (../backup/README.md).
// The damaged files are only read; at the next start they get another name and are kept read-only.
import { dirname } from 'node:path';
import { VaultError } from '#shared/contract/errors';
import type { LostPart, MissingRecord, SalvageBody, SalvageFindings, SalvagePhase } from '#shared/records/salvage';
import { openUntouched } from '../database/open.ts';
import { countBlobs } from '../attachments/blob-folder.ts';
import type { AuthenticatedBackup } from '../backup/authenticated-backup.ts';
import { toHex } from '../backup/copy-database.ts';
import type { HeavyWork } from '../backup/heavy-work.ts';
import { DATABASE } from '../backup/manifest.ts';
import { proveBackup } from '../backup/prove-backup.ts';
import { claim, filesOf, freshWorkshop, nameForKept, sweepWorkshop } from '../backup/restore-marker.ts';
import type { Clock } from '../context.ts';
import { deriveVaultKeys } from '../keys/derived-keys.ts';
import { flushFolder } from '../keys/atomic-file.ts';
import { slotsHash } from '../keys/slots.ts';
import { judgeGeneration, type UnlockedSlots } from '../keys/unlock.ts';
import { openVaultFiles } from '../open-vault.ts';
import { stopIfAsked, type Stop } from '../removable/outside-error.ts';
import { withPrivateFolder } from '../removable/private-folder.ts';
import { flushNow } from '../removable/whole-file.ts';
import { checkSpace, type Medium } from '../removable/write-outside.ts';
import { bytesOfDatabase, type VaultFolder } from '../vault-folder.ts';
import { noBackup, rowsOfBackup } from './backup-rows.ts';
import { bringFiles, filesNamed, filesNotThere } from './bring-files.ts';
import type { JoinedBody } from './join-bodies.ts';
import { joinSources, salvagerOf } from './join-sources.ts';
import { type DamagedVault, readDamaged } from './read-damaged.ts';
import { type Joined, writeVault } from './write-vault.ts';

export interface SalvageWork {
  readonly place: VaultFolder;
  readonly unlocked: UnlockedSlots;
  readonly backup: AuthenticatedBackup | null;
  readonly medium: Pick<Medium, 'space'>;
  readonly heavyWork: HeavyWork;
  readonly clock: Clock;
  readonly signal: Stop | undefined;
  phase(phase: SalvagePhase, done?: number): void;
}

/** The new database with its log, and the private copy of the backup's. */
const ROOM = 2.5;

/** Builds and proves everything and throws it away again. Errors: salvage-nothing, staff-disabled, those of a backup and of a disk. */
export async function lookAtDamage(work: SalvageWork): Promise<SalvageFindings> {
  try {
    const { said, joined, directorNeeded } = await build(work, false);
    return findingsOf(said, joined, directorNeeded);
  } finally {
    sweepWorkshop(work.place);
  }
}

/** Throws `salvage-director` besides, where an older state may have been put in place and she is none. */
export async function prepareSalvage(work: SalvageWork): Promise<SalvageFindings> {
  try {
    const { said, joined, workshop, isDirector, directorNeeded } = await build(work, true);
    if (directorNeeded && !isDirector) throw new VaultError('salvage-director');
    work.phase('finishing');
    stopIfAsked(work.signal);
    await claimIt(work, workshop);
    return findingsOf(said, joined, directorNeeded);
  } catch (error) {
    sweepWorkshop(work.place);
    throw error;
  }
}

interface Built {
  readonly said: SalvageBody;
  readonly joined: Joined;
  readonly workshop: VaultFolder;
  readonly isDirector: boolean;
  readonly directorNeeded: boolean;
}

async function build(work: SalvageWork, isForGood: boolean): Promise<Built> {
  const { place, unlocked, backup } = work;
  work.phase('checking-space');
  const workshop = freshWorkshop(place);
  await checkSpace(work.medium, dirname(place.folder), Math.ceil(largest(work) * ROOM));
  work.phase('reading', 0);
  const damaged = await readDamaged(place, unlocked, (share) => {
    stopIfAsked(work.signal);
    work.phase('reading', share);
  });
  const joined = await joinWithBackup(work, damaged);
  const { staffId, isDirector } = salvagerOf(joined.bodies, unlocked);
  const blobs = filesNamed(joined.bodies);
  const lostFiles = isForGood
    ? await bringFiles(blobs, bringing(work, workshop))
    : filesNotThere(place.attachments, blobs, backup);
  work.phase('preparing');
  const said = write(work, { joined, damaged, workshop, staffId, lostFiles });
  prove(work, workshop);
  return { said, joined, workshop, isDirector, directorNeeded: isOlder(damaged) };
}

const largest = ({ place, backup }: SalvageWork): number =>
  Math.max(bytesOfDatabase(place), backup?.facts.files[DATABASE].bytes ?? 0);

const bringing = (work: SalvageWork, workshop: VaultFolder) => ({
  from: work.place.attachments,
  into: workshop.attachments,
  backup: work.backup,
  signal: work.signal,
  seen: (share: number) => work.phase('copying', share),
});

/** A head or a computer that knows more, or a head that is gone: somebody may have put an older state back. */
const isOlder = ({ knownCommits, readCommits }: DamagedVault): boolean =>
  knownCommits === 0 || (readCommits !== null && readCommits < knownCommits);

/** The backup is proven whole in a private place, read there, and gone when everything is joined. */
async function joinWithBackup(work: SalvageWork, damaged: DamagedVault): Promise<Joined> {
  const { backup, unlocked } = work;
  if (backup === null) return joinSources(damaged, null, noBackup(), unlocked);
  return withPrivateFolder(dirname(work.place.folder), async (room) => {
    const phase = (name: 'copying' | 'verifying', done?: number): void => work.phase(name, done);
    const { file, salt } = await proveBackup(backup, room, { heavyWork: work.heavyWork, signal: work.signal, phase });
    const db = openUntouched(file, backup.databaseKey(), salt);
    try {
      const { createdAt, commitSeq, epoch } = backup.facts;
      const rows = rowsOfBackup(db);
      // What is the key of its day there is one of before here, when the key was renewed since.
      rows.epochKeys.set(epoch, [Uint8Array.from(backup.unlocked.opened.vaultKey)]);
      return joinSources(damaged, { rows, createdAt, commitSeq }, noBackup(), unlocked);
    } finally {
      db.close();
    }
  });
}

interface ToWrite {
  readonly joined: Joined;
  readonly damaged: DamagedVault;
  readonly workshop: VaultFolder;
  readonly staffId: string | null;
  readonly lostFiles: ReadonlySet<string>;
}

function write(
  { unlocked, backup, clock }: SalvageWork,
  { joined, damaged, workshop, staffId, lostFiles }: ToWrite,
): SalvageBody {
  const { vaultId } = unlocked.file;
  const commitSeq = Math.max(damaged.knownCommits, damaged.readCommits ?? 0, backup?.facts.commitSeq ?? 0);
  return writeVault(joined, {
    place: workshop,
    identity: { vaultId, unlocked, slotsOfBackup: backup?.unlocked.file.keySlots ?? [], commitSeq, now: clock.now() },
    keys: deriveVaultKeys(unlocked.opened.vaultKey, vaultId),
    staffId,
    lostFiles,
  });
}

/** The door that every unlock uses, with every check however large it is: what opens here opens for her as well. */
function prove({ unlocked }: SalvageWork, workshop: VaultFolder): void {
  const vault = openVaultFiles(workshop, {
    vaultId: unlocked.file.vaultId,
    vaultKey: Uint8Array.from(unlocked.opened.vaultKey),
    epoch: unlocked.file.epoch,
    slots: { generation: unlocked.file.generation, slotsHash: slotsHash(unlocked.bytes) },
    judge: (stored) => judgeGeneration(unlocked, stored),
  });
  try {
    vault.verify();
    const directors = vault.db.all<{ slot: Uint8Array }>(
      `SELECT slot_id AS slot FROM staff_member WHERE role = 'director' AND disabled_at IS NULL`,
    );
    const slots = new Set(unlocked.file.keySlots.map(({ id }) => toHex(id)));
    // Nobody could say who may do what in it.
    if (!directors.some(({ slot }) => slots.has(toHex(slot)))) throw new VaultError('salvage-nothing');
  } finally {
    vault.close();
  }
}

async function claimIt({ place, clock }: SalvageWork, workshop: VaultFolder): Promise<void> {
  const attachments = countBlobs(workshop.attachments);
  if (attachments.count > 0) flushFolder(workshop.attachments);
  flushNow(workshop.database);
  flushFolder(workshop.folder);
  claim(place, {
    version: 1,
    intent: true,
    of: 'salvage',
    name: null,
    createdAt: clock.now(),
    commitSeq: 1,
    claimedAt: clock.now(),
    kept: nameForKept(place, clock.today()),
    files: await filesOf(workshop.folder),
    attachments,
  });
}

function findingsOf(said: SalvageBody, { bodies }: Joined, directorNeeded: boolean): SalvageFindings {
  const newest = new Map(bodies.filter(({ body }) => body !== null).map((body) => [body.row.record_id, body]));
  const count = (loss: MissingRecord['loss']): number => said.missing.filter((one) => one.loss === loss).length;
  return {
    records: newest.size,
    refilled: refilledIn(newest),
    missing: {
      whole: count('whole'),
      newest: count('newest'),
      earlier: count('earlier'),
      apart: count('apart'),
      file: count('file'),
    },
    historyLines: said.gaps.reduce((sum, { from, to }) => sum + to - from + 1, 0),
    unsigned: said.unsigned,
    savesLost: said.savesLost,
    parts: said.parts satisfies LostPart[],
    backupAt: said.backupAt,
    directorNeeded,
  };
}

const refilledIn = (newest: ReadonlyMap<string, JoinedBody>): number =>
  [...newest.values()].filter(({ is }) => is === 'backup').length;
