// An older copy may hold what was erased since: the list says which. Asked of every vault before anybody sees it.
import type { ErasedPart } from '#shared/records/erased-part';
import type { ErasedCase } from '#shared/records/retention';
import type { ReadableDb } from '../database/sql.ts';
import { erasedCases, type Eraser, keepErased, takeOut } from '../records/erased-case.ts';
import { erasedParts } from '../records/erased-part.ts';
import type { NamedRecord } from '../records/record-kind.ts';
import { redactContact } from '../records/redact-contact.ts';
import type { Erased } from './erased-list.ts';
import { dropDraftsOfCase, keepPart, type PartKeys, takeRecords } from './part.ts';

interface OldRecord extends NamedRecord {
  readonly caseFileId: string | null;
}

/** Ways to reach somebody that were written before they were erased. */
interface OldContact {
  readonly caseFileId: string;
  readonly before: number;
}

interface ToApply {
  /** The cases that are still here although they were erased. */
  readonly still: readonly string[];
  /** What the list knows and this vault does not. */
  readonly unknown: readonly ErasedCase[];
  readonly unknownParts: readonly ErasedPart[];
  /** Records that are still here although they were erased alone. */
  readonly records: readonly OldRecord[];
  readonly contacts: readonly OldContact[];
}

export function toApply(db: ReadableDb, { entries, parts }: Erased, keys: PartKeys): ToApply {
  const cases = db.all<{ id: string }>('SELECT id FROM case_file ORDER BY id').map(({ id }) => id);
  const listed = new Set(entries.map(({ caseKey }) => caseKey));
  const known = new Set(erasedCases({ db }).map(({ caseKey }) => caseKey));
  const knownParts = new Set(erasedParts({ db }).map(({ certificate }) => certificate));
  const still = listed.size === 0 ? [] : cases.filter((id) => listed.has(keys.keyOf(id)));
  const unknownParts = parts.filter(({ certificate }) => !knownParts.has(certificate));
  return {
    still,
    unknown: entries.filter(({ caseKey }) => !known.has(caseKey)),
    unknownParts,
    ...oldParts(db, unknownParts, { ...keys, cases: cases.filter((id) => !still.includes(id)) }),
  };
}

/** Only a vault that does not know of a part can still hold it: then every number of a record is compared. */
function oldParts(
  db: ReadableDb,
  unknown: readonly ErasedPart[],
  { keyOf, recordKeyOf, cases }: PartKeys & { readonly cases: readonly string[] },
): Pick<ToApply, 'records' | 'contacts'> {
  if (unknown.length === 0) return { records: [], contacts: [] };
  const gone = new Set(unknown.flatMap(({ recordKeys }) => recordKeys));
  const records = db
    .all<{ kind: string; id: string; case_file_id: string | null }>(
      `SELECT DISTINCT r.record_kind AS kind, r.record_id AS id, e.case_file_id FROM revision r JOIN audit_entry e ON e.seq = r.audit_seq
       WHERE r.body IS NOT NULL ORDER BY r.record_id`,
    )
    .filter(({ id }) => gone.size > 0 && gone.has(recordKeyOf(id)))
    .map(({ kind, id, case_file_id: caseFileId }) => ({ kind, id, caseFileId }));
  const contacts = unknown.flatMap(({ contactOf, erasedAt }) => {
    const keyed = new Set(contactOf);
    return cases.filter((id) => keyed.has(keyOf(id))).map((caseFileId) => ({ caseFileId, before: erasedAt }));
  });
  return { records, contacts };
}

export const isNothing = ({ still, unknown, unknownParts }: ToApply): boolean =>
  still.length === 0 && unknown.length === 0 && unknownParts.length === 0;

/** Takes them out again, and lets the vault know what stayed of them. Returns the names of the files that are nobody's now. */
export function applyList(eraser: Eraser, { still, unknown, unknownParts, records, contacts }: ToApply): string[] {
  const wholly = new Set(still);
  const blobs = still.flatMap((id) => takeOut(eraser, id));
  const alone = records.filter(({ caseFileId }) => caseFileId === null || !wholly.has(caseFileId));
  if (alone.length > 0) blobs.push(...takeRecords(eraser, alone));
  for (const { caseFileId, before } of contacts) redactContact(eraser, caseFileId, before);
  const touched = new Set([...alone, ...contacts].flatMap(({ caseFileId }) => caseFileId ?? []));
  for (const caseFileId of touched) dropDraftsOfCase(eraser, caseFileId);
  if (contacts.length > 0) eraser.db.run('UPDATE vault_state SET unswept = 1');
  for (const entry of unknown) keepErased(eraser, entry);
  for (const part of unknownParts) keepPart(eraser, part);
  return blobs;
}
