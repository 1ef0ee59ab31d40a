// Copies of an earlier day that still hold an erased case: every backup made before the erasure, until it is overwritten or
// destroyed, vaults that were put aside by a restore, and packages that agencies were given. What is on a medium that nobody put in is known from the vault's own record.
import { VaultError } from '#shared/contract/errors';
import type { StopSignal } from '#shared/contract/operation';
import { RecordId } from '#shared/ids';
import type { ErasedPart } from '#shared/records/erased-part';
import type { ErasedCase, Holder } from '#shared/records/retention';
import { quarterOf } from '#shared/records/retention-rules';
import { localDate } from '#shared/time';
import { findBackups, isOwn, type OwnBackup } from '../backup/backup-folder.ts';
import { keptVaults } from '../backup/kept-vaults.ts';
import { localVault } from '../backup/local-vault.ts';
import type { ReadContext, TaskContext, WriteContext } from '../context.ts';
import { backupKind } from '../records/backup.ts';
import { erasedCases } from '../records/erased-case.ts';
import { erasedParts } from '../records/erased-part.ts';
import { listRecords, loadRecord, saveRecord } from '../records/record-kind.ts';
import { packagesIn, packagesOfErased, withAgencies } from './given-packages.ts';
import { removeFolderOutside, removeOutside } from '../removable/remove-outside.ts';
import type { StickDesk } from '../removable/stick-desk.ts';
import { flushFolder } from '../removable/write-outside.ts';
import type { Session } from '../session.ts';
import type { VaultFolder } from '../vault-folder.ts';

/** Whether a copy of this moment may hold it: made after the quarter in which it was opened began, and before it was erased. */
const mayHold =
  (createdAt: number) =>
  ({ erasedAt, stub }: ErasedCase): boolean =>
    createdAt < erasedAt && quarterOf(localDate(createdAt, 'UTC')) >= stub.opened;

/** Of a part: made after the first of it was written. What goes by its age alone is in no list. */
const mayHoldPart =
  (createdAt: number) =>
  ({ erasedAt, since }: ErasedPart): boolean =>
    createdAt < erasedAt && createdAt >= since;

/** How many things that are gone may be in a copy of this moment. */
export const heldIn = (context: Pick<ReadContext, 'db'>): ((createdAt: number) => number) => {
  const [cases, parts] = [erasedCases(context), erasedParts(context)];
  return (createdAt) => cases.filter(mayHold(createdAt)).length + parts.filter(mayHoldPart(createdAt)).length;
};

export function holders(context: ReadContext, place: VaultFolder): Holder[] {
  const held = heldIn(context);
  if (erasedCases(context).length === 0 && erasedParts(context).length === 0) return [];
  const backups = listRecords(context, backupKind, 't.gone_on IS NULL ORDER BY t.created_at DESC').flatMap(
    ({ id, revision, body }): Holder[] => {
      const { name, medium, createdAt } = body;
      const erased = held(createdAt);
      return erased === 0
        ? []
        : [{ kind: 'backup', id: RecordId.parse(id), revision, name, medium, createdAt, erased }];
    },
  );
  const kept = keptVaults(place).map((vault): Holder => ({ kind: 'kept-vault', ...vault }));
  return [...kept, ...backups, ...withAgencies(context)];
}

export function noteGone(context: WriteContext, id: string, basedOn: number): void {
  const { body } = loadRecord(context, backupKind, id);
  const gone = { ...body, goneOn: context.today() };
  saveRecord(context, backupKind, { id, caseFileId: null, body: gone, expectedRevision: basedOn });
}

interface Clearing {
  readonly context: TaskContext;
  readonly folder: string;
  readonly signal: StopSignal;
}

interface Cleared {
  readonly removed: number;
  readonly kept: number;
  readonly packages: number;
  readonly unknown: number;
}

/** Only what our own key vouches for is removed, and only beside a newer one that holds none of it; and packages that we made. */
export async function clearMedium(
  session: Session,
  desk: StickDesk,
  { context, folder, signal }: Clearing,
): Promise<Cleared> {
  const held = context.read(heldIn);
  const found = await findBackups(folder, localVault(session));
  const own = found.filter(isOwn);
  const old = own.filter(({ createdAt }) => held(createdAt) > 0);
  const packages = await packagesIn(folder, context.read(packagesOfErased), signal);
  const left = { kept: own.length - old.length, unknown: found.length - own.length };
  if (old.length === 0 && packages.length === 0) return { removed: 0, packages: 0, ...left };
  if (old.length > 0 && old.length === own.length) throw new VaultError('rule-broken', { rule: 'medium-newer' });
  const removed = await desk.save(folder, () => removeAll(session, folder, old, packages), { signal });
  context.write((write) => old.forEach((one) => noteRemoved(write, one)));
  await removed.letGo();
  return { removed: old.length, packages: packages.length, ...left };
}

async function removeAll(
  session: Session,
  folder: string,
  backups: readonly OwnBackup[],
  packages: readonly string[],
): Promise<void> {
  for (const { name } of backups) await removeFolderOutside(folder, name);
  for (const name of packages) await removeOutside(folder, name);
  await flushFolder(session.settings.sticks, folder);
}

/** The vault's own record of that backup; another vault's generation of it may know of none. */
export function noteRemoved(context: WriteContext, { name, createdAt }: OwnBackup): void {
  const known = listRecords(context, backupKind, 't.created_at = ? AND t.gone_on IS NULL', [createdAt]);
  for (const { id, revision, body } of known) if (body.name === name) noteGone(context, id, revision);
}
