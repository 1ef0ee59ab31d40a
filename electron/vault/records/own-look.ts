// How each person likes to see the app: one record for each, her own to change and nobody else's to read.
import type { Preferences } from '#shared/contract/preferences';
import { OwnLook, type ownLookOperations } from '#shared/records/own-look';
import type { ReadableDb } from '../database/sql.ts';
import type { Handlers } from '../router.ts';
import { listRecords, recordKind, saveRecord, type Stored } from './record-kind.ts';

export const ownLookKind = recordKind<OwnLook>({
  kind: 'own-look',
  schema: OwnLook,
  table: 'own_look',
  columns: (body) => ({ staff_id: body.staffId }),
});

const storedLook = (reader: { readonly db: ReadableDb }, staffId: string): Stored<OwnLook> | undefined =>
  listRecords(reader, ownLookKind, 't.staff_id = ?', [staffId])[0];

/** Null until she changed something. */
export function lookOf(reader: { readonly db: ReadableDb }, staffId: string): Preferences | null {
  const stored = storedLook(reader, staffId);
  if (stored === undefined) return null;
  const { scheme, textSize, namesHidden } = stored.body;
  return { scheme, textSize, namesHidden };
}

export const ownLookHandlers: Handlers<typeof ownLookOperations> = {
  keep: (context, preferences) => {
    const staffId = context.staffMember.id;
    const id = storedLook(context, staffId)?.id ?? context.newId();
    saveRecord(context, ownLookKind, { id, caseFileId: null, body: { ...preferences, staffId } });
    return {};
  },
};
