// Copies of an earlier day that still hold an erased case: every backup made before the erasure, until it is overwritten or
// destroyed, and vaults that were put aside by a restore. What is on a medium that nobody put in is known from the vault's own record.
import { VaultError } from '#shared/contract/errors';
import type { StopSignal } from '#shared/contract/operation';
import { RecordId } from '#shared/ids';
import type { FoundBackup } from '#shared/records/backup';
import type { ErasedCase, Holder } from '#shared/records/retention';
import { quarterOf } from '#shared/records/retention-rules';
import { localDate } from '#shared/time';
import { findBackups } from '../backup/backup-folder.ts';
import { keptVaults } from '../backup/kept-vaults.ts';
import { localVault } from '../backup/local-vault.ts';
import type { ReadContext, TaskContext, WriteContext } from '../context.ts';
import { backupKind } from '../records/backup.ts';
import { erasedCases } from '../records/erased-case.ts';
import { listRecords, loadRecord, saveRecord } from '../records/record-kind.ts';
import { removeFolderOutside } from '../removable/remove-outside.ts';
import type { StickDesk } from '../removable/stick-desk.ts';
import { flushFolder } from '../removable/write-outside.ts';
import type { Session } from '../session.ts';
import type { VaultFolder } from '../vault-folder.ts';

/** Whether a copy of this moment may hold it: made after the quarter in which it was opened began, and before it was erased. */
const mayHold =
  (createdAt: number) =>
  ({ erasedAt, stub }: ErasedCase): boolean =>
    createdAt < erasedAt && quarterOf(localDate(createdAt, 'UTC')) >= stub.opened;

export function holders(context: ReadContext, place: VaultFolder): Holder[] {
  const erased = erasedCases(context);
  if (erased.length === 0) return [];
  const backups = listRecords(context, backupKind, 't.gone_on IS NULL ORDER BY t.created_at DESC').flatMap(
    ({ id, revision, body }): Holder[] => {
      const held = erased.filter(mayHold(body.createdAt)).length;
      const { name, medium, createdAt } = body;
      return held === 0
        ? []
        : [{ kind: 'backup', id: RecordId.parse(id), revision, name, medium, createdAt, erased: held }];
    },
  );
  return [...keptVaults(place).map((kept): Holder => ({ kind: 'kept-vault', ...kept })), ...backups];
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
type Whole = Extract<FoundBackup, { state: 'complete' }>;

/** Only what our own key vouches for is removed, and only beside a newer one that holds none of it. */
export async function clearMedium(
  session: Session,
  desk: StickDesk,
  { context, folder, signal }: Clearing,
): Promise<{ removed: number; kept: number }> {
  const erased = context.read(erasedCases);
  const holds = ({ createdAt }: Whole): boolean => erased.some(mayHold(createdAt));
  const found = await findBackups(folder, localVault(session));
  const own = found.filter((one): one is Whole => one.state === 'complete' && one.shelterName !== null);
  const old = own.filter(holds);
  if (old.length === 0) return { removed: 0, kept: own.length };
  if (old.length === own.length) throw new VaultError('rule-broken', { rule: 'medium-newer' });
  const removed = await desk.save(folder, () => removeAll(session, folder, old), { signal });
  context.write((write) => old.forEach((one) => noteRemoved(write, one)));
  await removed.letGo();
  return { removed: old.length, kept: own.length - old.length };
}

async function removeAll(session: Session, folder: string, backups: readonly Whole[]): Promise<void> {
  for (const { name } of backups) await removeFolderOutside(folder, name);
  await flushFolder(session.settings.sticks, folder);
}

/** The vault's own record of that backup; another vault's generation of it may know of none. */
function noteRemoved(context: WriteContext, { name, createdAt }: Whole): void {
  const known = listRecords(context, backupKind, 't.created_at = ? AND t.gone_on IS NULL', [createdAt]);
  for (const { id, revision, body } of known) if (body.name === name) noteGone(context, id, revision);
}
