// Which records go when a part of a case goes: those that were chosen, and those that cannot stand without them or repeat their words.
import { ErasedPart, kindsOf, type PartCategory } from '#shared/records/erased-part';
import type { ReadableDb } from '../database/sql.ts';
import { ALL_PARTS } from './one-record.ts';
import { listRecords, type NamedRecord, recordKind } from './record-kind.ts';

export const erasedPartKind = recordKind<ErasedPart>({
  kind: 'erased-part',
  schema: ErasedPart,
  table: 'erased_part',
  columns: (body) => ({ certificate: body.certificate, erased_at: body.erasedAt }),
});

type Reader = { readonly db: ReadableDb };

/** All that were erased, the last one first. */
export const erasedParts = (reader: Reader): ErasedPart[] =>
  listRecords(reader, erasedPartKind, '1 = 1 ORDER BY t.erased_at DESC, t.certificate').map(({ body }) => body);

/** A record of a case, and when it was first written. */
export interface PartRecord extends NamedRecord {
  readonly at: number;
}

/** Every record of a case and its parts that is still there, of some kinds. */
export const recordsOfKinds = ({ db }: Reader, caseFileId: string, kinds: readonly string[]): PartRecord[] =>
  db.all<{ kind: string; id: string; at: number }>(
    `SELECT r.record_kind AS kind, r.record_id AS id, min(e.at) AS at
     FROM audit_entry e JOIN revision r ON r.audit_seq = e.seq
     WHERE e.case_file_id IN (${ALL_PARTS}) AND r.record_kind IN (SELECT value FROM json_each($kinds)) AND r.body IS NOT NULL
     GROUP BY r.record_kind, r.record_id ORDER BY min(e.seq)`,
    { case: caseFileId, kinds: JSON.stringify(kinds) },
  );

/** How many records of each category there are; a file counts once. */
export function countedParts(reader: Reader, caseFileId: string): ReadonlyMap<PartCategory, number> {
  const counts = new Map<PartCategory, number>();
  for (const [category, kinds] of Object.entries(kindsOf)) {
    const found = recordsOfKinds(reader, caseFileId, kinds).filter(({ kind }) => !isBeside(kind));
    if (found.length > 0) counts.set(category as PartCategory, found.length);
  }
  return counts;
}

/** Kinds that are nobody's own thing: the content of a file, a look at a screen. */
const isBeside = (kind: string): boolean => ['attachment-content', 'screening-opening', 'sent-reply'].includes(kind);

/** What goes with a record: [the records that go, by the ids that went]. Each step is fixed SQL; $ids is a JSON array. */
const GOES_WITH = [
  `SELECT 'case-note' AS kind, id FROM case_note WHERE correction_of IN (SELECT value FROM json_each($ids))`,
  `SELECT 'case-note' AS kind, correction_of AS id FROM case_note
   WHERE correction_of IS NOT NULL AND id IN (SELECT value FROM json_each($ids))`,
  `SELECT 'case-note' AS kind, id FROM case_note WHERE conversation_id IN (SELECT value FROM json_each($ids))`,
  `SELECT 'sealed-note' AS kind, id FROM sealed_note WHERE correction_of IN (SELECT value FROM json_each($ids))`,
  `SELECT 'safety-step' AS kind, id FROM safety_step WHERE screening_id IN (SELECT value FROM json_each($ids))`,
  `SELECT 'screening-opening' AS kind, r.record_id AS id FROM revision r
   WHERE r.record_kind = 'screening-opening' AND json_extract(r.body, '$.screeningId') IN (SELECT value FROM json_each($ids))`,
  `SELECT 'attachment-content' AS kind, id FROM attachment_content WHERE attachment_id IN (SELECT value FROM json_each($ids))`,
  `SELECT 'sent-reply' AS kind, id FROM sent_reply WHERE received_package_id IN (SELECT value FROM json_each($ids))`,
  // What stands beside an entry quotes it.
  `SELECT 'amendment' AS kind, id FROM amendment WHERE about_id IN (SELECT value FROM json_each($ids))`,
] as const;

/** The chosen ones with everything that goes with them, each once. */
export function withWhatGoesAlong({ db }: Reader, chosen: readonly NamedRecord[]): NamedRecord[] {
  const all = new Map(chosen.map((one) => [one.id, one]));
  for (let before = -1; before < all.size; ) {
    before = all.size;
    const ids = JSON.stringify([...all.keys()]);
    for (const sql of GOES_WITH)
      for (const { kind, id } of db.all<{ kind: string; id: string }>(sql, { ids })) all.set(id, { kind, id });
  }
  return [...all.values()];
}

/** Something in them protects her or somebody else still: a step after a screen that is open, an interpreter who is left out. */
export function protectsStill({ db }: Reader, records: readonly NamedRecord[]): boolean {
  const ids = JSON.stringify(records.map(({ id }) => id));
  const found = db.get(
    `SELECT 1 AS found FROM safety_step WHERE is_open = 1 AND id IN (SELECT value FROM json_each($ids))
     UNION ALL SELECT 1 FROM interpreter_exclusion WHERE conversation_id IN (SELECT value FROM json_each($ids))`,
    { ids },
  );
  return found !== undefined;
}

/** Those that may go by a rule: a conversation because of which an interpreter is left out stays with the case. */
export function withoutProtecting({ db }: Reader, records: readonly PartRecord[]): PartRecord[] {
  const kept = new Set(
    db.all<{ id: string }>('SELECT conversation_id AS id FROM interpreter_exclusion').map(({ id }) => id),
  );
  return records.filter(({ id }) => !kept.has(id));
}
