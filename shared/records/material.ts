// Material (domain §19): a leaflet, a poster, slides: which version counts, until when, and where it lies.
import { z } from 'zod';
import { outreachReaders, outreachWorkers, read, write } from '../contract/operation.ts';
import { RecordId } from '../ids.ts';
import { CalendarDate, daysBetween } from '../time.ts';
import { type AwarenessRefusal, caseNumberRefusal } from './awareness-words.ts';
import { BasedOn, RevisionMark } from './revision-mark.ts';

export const MaterialKind = z.enum(['LEAFLET', 'POSTER', 'CARD', 'SLIDES', 'VIDEO', 'TOOLKIT', 'OTHER']);
export type MaterialKind = z.output<typeof MaterialKind>;

export const Material = z.strictObject({
  title: z.string().trim().min(1).max(160),
  kind: MaterialKind,
  /** ISO 639-2, or empty when it needs none. */
  language: z.string().max(3),
  version: z.int().min(1).max(999),
  since: CalendarDate,
  /** Null: it counts until there is another. */
  expiresOn: CalendarDate.nullable(),
  where: z.string().trim().max(160),
  isWithdrawn: z.boolean(),
});
export type Material = z.output<typeof Material>;

export const StoredMaterial = z.strictObject({ ...Material.shape, ...RevisionMark.shape, id: RecordId });
export type StoredMaterial = z.output<typeof StoredMaterial>;

export type MaterialRefusal = 'material-expiry' | 'material-version';
export type MaterialStatus = 'CURRENT' | 'DUE' | 'EXPIRED' | 'WITHDRAWN';

/** Days before its end on which a material is said to be due. */
export const MATERIAL_DUE_DAYS = 60;

/** It still counts on its last day. */
export function materialStatus({ expiresOn, isWithdrawn }: Material, today: CalendarDate): MaterialStatus {
  if (isWithdrawn) return 'WITHDRAWN';
  if (expiresOn === null) return 'CURRENT';
  const left = daysBetween(today, expiresOn);
  if (left < 0) return 'EXPIRED';
  return left <= MATERIAL_DUE_DAYS ? 'DUE' : 'CURRENT';
}

/** Why it may not be kept so, or null. A version never counts back. */
export function materialRefusal(
  material: Material,
  before: Material | null,
): MaterialRefusal | AwarenessRefusal | null {
  if (material.expiresOn !== null && material.expiresOn <= material.since) return 'material-expiry';
  if (before !== null && material.version < before.version) return 'material-version';
  return caseNumberRefusal(material.title, material.where);
}

export const materialOperations = {
  /** By title. */
  list: read(outreachReaders, z.strictObject({}), z.array(StoredMaterial).max(2_000)),
  /** Errors: rule-broken {rule: MaterialRefusal | 'awareness-case-number'}, conflict. */
  save: write(
    outreachWorkers,
    ['material', 'yearSummary'],
    z.strictObject({ materialId: RecordId.nullable(), basedOn: BasedOn, material: Material }),
    StoredMaterial,
  ),
};
