// Leaflets, posters and slides: which version counts.
import { RecordId } from '#shared/ids';
import { Material, type materialOperations, materialRefusal, type StoredMaterial } from '#shared/records/material';
import type { ReadContext } from '../context.ts';
import { listRecords, loadRecord, recordKind, saveRecord, type Stored } from '../records/record-kind.ts';
import { obey, revisionMark } from '../records/revision-mark.ts';
import type { Handlers } from '../router.ts';

export const materialKind = recordKind<Material>({
  kind: 'material',
  schema: Material,
  table: 'material',
  // One that is withdrawn is never due.
  columns: (body) => ({ expires_on: body.isWithdrawn ? null : body.expiresOn }),
});

export const materialHandlers: Handlers<typeof materialOperations> = {
  list: (context) =>
    materials(context)
      .map((stored) => shown(context, stored))
      .sort((one, other) => one.title.localeCompare(other.title)),
  save: (context, { materialId, basedOn, material }) => {
    const before = materialId === null ? null : loadRecord(context, materialKind, materialId).body;
    obey(materialRefusal(material, before));
    const record = { id: materialId ?? context.newId(), caseFileId: null, body: material };
    return shown(context, saveRecord(context, materialKind, { ...record, expectedRevision: basedOn }));
  },
};

export const materials = (context: Pick<ReadContext, 'db'>): Stored<Material>[] =>
  listRecords(context, materialKind, '1 = 1 LIMIT 2000');

const shown = (context: ReadContext, stored: Stored<Material>): StoredMaterial => ({
  ...stored.body,
  ...revisionMark(context, stored),
  id: RecordId.parse(stored.id),
});
