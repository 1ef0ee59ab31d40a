// Backups as the vault remembers them: one record for each that was verified, and in the chain also those that were begun and
// never ended, the drills and the restores.
import { RecordId, StaffMemberId } from '#shared/ids';
import { type BackupsKnown, type ListedBackup, MadeBackup } from '#shared/records/backup';
import type { OpenableCopy } from '#shared/records/staff-member';
import { salvagesIn } from '../audit/stated-losses.ts';
import type { WriteContext } from '../context.ts';
import type { ReadableDb } from '../database/sql.ts';
import { listRecords, loadRecord, recordKind, saveRecord } from './record-kind.ts';
import { listed, staffMemberKind } from './staff-member.ts';

export const backupKind = recordKind<MadeBackup>({
  kind: 'backup',
  schema: MadeBackup,
  table: 'backup_made',
  columns: (body) => ({ created_at: body.createdAt, commit_seq: body.commitSeq, gone_on: body.goneOn }),
});

/** Enough for one a day over two years; older ones are still in the chain. */
const LISTED = 1_000;

/** `running` is the backup being made at this moment: begun, not ended, and not forgotten either. */
export function knownBackups(context: { readonly db: ReadableDb }, running: string | null): BackupsKnown {
  const { db } = context;
  return {
    backups: listBackups(context),
    lastBackupAt: lastBackupAt(db),
    lastDrillAt: lastDrillAt(db),
    unfinishedSince: unfinishedSince(db, running),
    savedFromDamageAt: salvagesIn(db).at(-1)?.at ?? null,
  };
}

function listBackups(context: { readonly db: ReadableDb }): ListedBackup[] {
  return listRecords(context, backupKind, 't.gone_on IS NULL ORDER BY t.created_at DESC, t.commit_seq DESC LIMIT ?', [
    LISTED,
  ]).map((stored) => ({
    ...stored.body,
    id: RecordId.parse(stored.id),
    madeBy: stored.savedBy === null ? null : StaffMemberId.parse(stored.savedBy),
  }));
}

/** The backups made while this colleague had a key slot, unless they are gone; nothing for one who still works here. */
export function openableBy(context: { readonly db: ReadableDb }, staffId: string): OpenableCopy[] {
  const { since, disabledAt } = listed(context, loadRecord(context, staffMemberKind, staffId));
  return listRecords(
    context,
    backupKind,
    't.gone_on IS NULL AND t.created_at >= ? AND t.created_at < ? ORDER BY t.created_at DESC LIMIT ?',
    [since, disabledAt ?? 0, LISTED],
  ).map(({ id, revision, body: { name, medium, createdAt } }) => ({
    id: RecordId.parse(id),
    revision,
    name,
    medium,
    createdAt,
  }));
}

/** The place in which these lie, by the first backup that was made there; null where none of them is known. */
export function placeKnownBy(
  context: { readonly db: ReadableDb },
  there: readonly { readonly name: string; readonly createdAt: number }[],
): RecordId | null {
  for (const { name, createdAt } of there) {
    const known = listRecords(context, backupKind, 't.created_at = ?', [createdAt]).find(
      ({ body }) => body.name === name,
    );
    if (known !== undefined) return RecordId.parse(known.body.place ?? known.id);
  }
  return null;
}

/** When a backup was last proven whole, or null. */
export const lastBackupAt = (db: ReadableDb): number | null => lastOf(db, 'backup.create', 'verified');

/** When a backup was last tested and passed, or null. */
export const lastDrillAt = (db: ReadableDb): number | null => lastOf(db, 'backup.drill', 'passed');

/** When an act of this room last ended this way; the two text terms are those of the partial index. */
function lastOf(db: ReadableDb, action: string, detail: string): number | null {
  const row = db.get<{ at: number | null }>(
    `SELECT max(at) AS at FROM audit_entry WHERE action >= 'backup.' AND action < 'backup/' AND action = ? AND detail = ?`,
    [action, detail],
  );
  return row?.at ?? null;
}

/** The newest begin without an end, unless a later backup was verified or the vault itself comes out of that backup. */
function unfinishedSince(db: ReadableDb, running: string | null): number | null {
  const row = db.get<{ at: number }>(
    `SELECT b.at AS at FROM audit_entry b
     WHERE b.action >= 'backup.' AND b.action < 'backup/' AND b.action = 'backup.create' AND b.detail = 'begun' AND b.record_id IS NOT ?
       AND NOT EXISTS (SELECT 1 FROM audit_entry e WHERE e.action >= 'backup.' AND e.action < 'backup/' AND e.seq > b.seq
         AND (e.action = 'backup.restore' OR (e.action = 'backup.create' AND (e.detail = 'verified' OR e.record_id = b.record_id))))
     ORDER BY b.seq DESC LIMIT 1`,
    [running],
  );
  return row?.at ?? null;
}

/** Begin and end share the id of the backup. */
export function noteBegun(context: WriteContext, id: string): void {
  context.note('begun', { recordId: id });
}

export function noteVerified(context: WriteContext, id: string, made: MadeBackup): void {
  saveRecord(context, backupKind, { id, caseFileId: null, body: made });
  context.note('verified', { recordId: id });
}

/** `code` is an error code, never a message. */
export function noteFailed(context: WriteContext, id: string, code: string): void {
  context.note(`failed:${code}`, { recordId: id });
}
