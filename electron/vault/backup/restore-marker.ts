// A claimed restore: a note beside the vault that names what waits to be swapped in. The swap is a few renames with no vault open;
// every moment at which it can be cut off leaves a state from which it goes on, or goes back, and either way a vault that opens.
import { chmodSync, existsSync, lstatSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { VaultError } from '#shared/contract/errors';
import { BackupName, type WaitingRestore } from '#shared/records/backup';
import { Instant } from '#shared/time';
import { countBlobs } from '../attachments/blob-folder.ts';
import { flushFolder, replaceFile } from '../keys/atomic-file.ts';
import { passOutside } from '../removable/open-outside.ts';
import { makeVaultFolder, vaultFolder, type VaultFolder } from '../vault-folder.ts';

export const KEPT = /^Records\.vault\.kept-(\d{4}-\d{2}-\d{2})(?:-\d{1,4})?$/;
/** The files of a vault at rest, in the order in which they are proven. */
export const VAULT_FILES = ['slots.bin', 'slots.bak', 'vault.head', 'records.db'] as const;

const Marker = z.strictObject({
  version: z.literal(1),
  /** Asked for in this very run: carried out once at the next start without asking again, and cleared before that begins. */
  intent: z.boolean(),
  /** A backup that is brought back, or what a salvage built: then the vault that was here is kept read-only. */
  of: z.enum(['backup', 'salvage']).default('backup'),
  /** Null for a salvage. */
  name: BackupName.nullable(),
  createdAt: Instant,
  commitSeq: z.int().min(1),
  claimedAt: Instant,
  /** Under which name the vault that was here is kept; null when there was none. */
  kept: z.string().regex(KEPT).nullable(),
  files: z
    .array(
      z.strictObject({ name: z.enum(VAULT_FILES), bytes: z.int().min(1), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
    )
    .length(VAULT_FILES.length),
  /** The files of attachments: proven one by one before the claim, counted again before the swap. */
  attachments: z.strictObject({ count: z.int().min(0), bytes: z.int().min(0) }).default({ count: 0, bytes: 0 }),
});
export type Marker = z.output<typeof Marker>;

/** The folder beside the vault in which the restored one is built, and the note that claims it. */
export const workshopOf = (place: VaultFolder): string => join(dirname(place.folder), 'Records.restoring');
const markerOf = (place: VaultFolder): string => join(dirname(place.folder), 'Records.restore');

/** An empty workshop. Its note of what was seen lies inside it: that of this computer speaks of the vault that is still in use. */
export function freshWorkshop(place: VaultFolder): VaultFolder {
  const folder = workshopOf(place);
  rmSync(folder, { recursive: true, force: true });
  const workshop = { ...vaultFolder(dirname(folder), basename(folder)), lastSeen: join(folder, 'seen') };
  makeVaultFolder(workshop);
  return workshop;
}

/** A restore was claimed: nothing else may happen before it is finished or given up. */
export const isRestoreWaiting = (place: VaultFolder): boolean => existsSync(markerOf(place));

export function claim(place: VaultFolder, marker: Marker): void {
  replaceFile(markerOf(place), Buffer.from(`${JSON.stringify(Marker.parse(marker))}\n`, 'utf8'));
}

/** Null when nothing was claimed. Throws `file-damaged` for a note that cannot be understood: the old vault can still be kept. */
export function readMarker(place: VaultFolder): Marker | null {
  if (!isRestoreWaiting(place)) return null;
  try {
    return Marker.parse(JSON.parse(readFileSync(markerOf(place), 'utf8')));
  } catch {
    throw new VaultError('file-damaged', { part: 'marker' });
  }
}

/** The person asked for it in the run before this one, and nothing has been tried since. */
export function isRestoreIntended(place: VaultFolder): boolean {
  const marker = readableMarker(place);
  return marker !== null && marker !== 'unreadable' && marker.intent;
}

export function waitingRestore(place: VaultFolder): WaitingRestore | null {
  const marker = readMarker(place);
  if (marker === null) return null;
  const { of, name, createdAt, commitSeq, claimedAt, kept } = marker;
  return { of, name, createdAt, commitSeq, claimedAt, hasOldVault: kept !== null };
}

/** A name for the old vault that nobody has yet. */
export function nameForKept(place: VaultFolder, day: string): string | null {
  if (!existsSync(place.folder)) return null;
  const dataDir = dirname(place.folder);
  for (let count = 1; ; count += 1) {
    const name = `Records.vault.kept-${day}${count === 1 ? '' : `-${count}`}`;
    if (!existsSync(join(dataDir, name))) return name;
  }
}

/**
 * Carries a claimed restore out, or on from wherever it was cut off. Throws `backup-damaged` when what waits is no longer what was
 * claimed; nothing has been moved then.
 */
export async function finishRestore(place: VaultFolder): Promise<void> {
  const marker = readMarker(place);
  if (marker === null) throw new VaultError('not-found');
  if (marker.intent) claim(place, { ...marker, intent: false });
  const workshop = workshopOf(place);
  if (existsSync(workshop)) {
    await requireWhole(workshop, marker);
    if (marker.kept !== null) moveAside(place, marker.kept);
    move(workshop, place.folder);
  }
  if (!existsSync(place.database)) throw new VaultError('vault-missing');
  if (marker.of === 'salvage' && marker.kept !== null) setMode(join(dirname(place.folder), marker.kept), 0o400);
  removeMarker(place);
}

/** Gives the restore up: the vault that was here before is back under its own name, the one that was built is gone. */
export function keepOldVault(place: VaultFolder): void {
  const marker = readableMarker(place);
  if (marker === 'unreadable') bringBackNewest(place);
  else if (marker !== null) giveUp(place, marker.kept);
  removeMarker(place);
}

function giveUp(place: VaultFolder, kept: string | null): void {
  const workshop = workshopOf(place);
  const old = kept === null ? null : join(dirname(place.folder), kept);
  if (old !== null && existsSync(old)) {
    if (existsSync(place.folder)) move(place.folder, workshop);
    setMode(old, 0o600);
    move(old, place.folder);
  } else if (kept === null && !existsSync(workshop) && existsSync(place.folder)) {
    move(place.folder, workshop); // nothing was here before: go back to nothing
  }
  rmSync(workshop, { recursive: true, force: true });
}

/** Without a readable note nothing is removed: a vault in its place stays, else the newest one that was put aside comes back. */
function bringBackNewest(place: VaultFolder): void {
  if (existsSync(place.folder)) return;
  const dataDir = dirname(place.folder);
  const newest = readdirSync(dataDir)
    .filter((name) => KEPT.test(name))
    .sort()
    .at(-1);
  if (newest !== undefined) move(join(dataDir, newest), place.folder);
}

function readableMarker(place: VaultFolder): Marker | null | 'unreadable' {
  try {
    return readMarker(place);
  } catch {
    return 'unreadable';
  }
}

/** Already done when a cut-off swap goes on: the old vault has its other name, and what lies in its place is nothing. */
function moveAside(place: VaultFolder, kept: string): void {
  const aside = join(dirname(place.folder), kept);
  if (existsSync(place.folder) && !existsSync(aside)) move(place.folder, aside);
}

function move(from: string, to: string): void {
  renameSync(from, to);
  flushFolder(dirname(to));
}

/** Of every file in the folder of a vault. Damaged ones are evidence and may be read again by something better: nobody writes into them. */
function setMode(folder: string, mode: number): void {
  if (!existsSync(folder)) return; // it was given back its name before a kill
  for (const name of readdirSync(folder, { withFileTypes: true })) {
    if (name.isFile()) chmodSync(join(folder, name.name), mode);
  }
}

function removeMarker(place: VaultFolder): void {
  rmSync(markerOf(place), { force: true });
  flushFolder(dirname(place.folder));
}

async function requireWhole(workshop: string, marker: Marker): Promise<void> {
  for (const { name, bytes, sha256 } of marker.files) {
    await passOutside({ folder: workshop, names: [name], limit: bytes, expect: { bytes, sha256 } }, () =>
      Promise.resolve(),
    ).catch(() => {
      throw new VaultError('backup-damaged', { part: name });
    });
  }
  const { count, bytes } = countBlobs(vaultFolder(dirname(workshop), basename(workshop)).attachments);
  if (count !== marker.attachments.count || bytes !== marker.attachments.bytes)
    throw new VaultError('backup-damaged', { part: 'files' });
}

/** Size and hash of a vault at rest, for the note. */
export async function filesOf(folder: string): Promise<Marker['files']> {
  const files: Marker['files'] = [];
  for (const name of VAULT_FILES) {
    const { bytes, sha256 } = await passOutside({ folder, names: [name], limit: Number.MAX_SAFE_INTEGER }, () =>
      Promise.resolve(),
    );
    files.push({ name, bytes, sha256 });
  }
  return files;
}

/** Removes what an unclaimed restore left behind. A claimed one is never touched. */
export function sweepWorkshop(place: VaultFolder): void {
  const workshop = workshopOf(place);
  if (!isRestoreWaiting(place) && existsSync(workshop) && lstatSync(workshop).isDirectory())
    rmSync(workshop, { recursive: true });
}
