// An older copy may hold cases that were erased since: the list says which. Asked of every vault before anybody sees it.
import type { ErasedCase } from '#shared/records/retention';
import type { ReadableDb } from '../database/sql.ts';
import { type CaseKey, erasedCases, type Eraser, keepErased, takeOut } from '../records/erased-case.ts';

interface ToApply {
  /** The cases that are still here although they were erased. */
  readonly still: readonly string[];
  /** What the list knows and this vault does not. */
  readonly unknown: readonly ErasedCase[];
}

export function toApply(db: ReadableDb, entries: readonly ErasedCase[], keyOf: CaseKey): ToApply {
  if (entries.length === 0) return { still: [], unknown: [] };
  const listed = new Set(entries.map(({ caseKey }) => caseKey));
  const cases = db.all<{ id: string }>('SELECT id FROM case_file ORDER BY id');
  const known = new Set(erasedCases({ db }).map(({ caseKey }) => caseKey));
  return {
    still: cases.map(({ id }) => id).filter((id) => listed.has(keyOf(id))),
    unknown: entries.filter(({ caseKey }) => !known.has(caseKey)),
  };
}

/** Takes them out again, and lets the vault know what stayed of them. Returns the names of the files that are nobody's now. */
export function applyList(eraser: Eraser, { still, unknown }: ToApply): string[] {
  const blobs = still.flatMap((id) => takeOut(eraser, id));
  for (const entry of unknown) keepErased(eraser, entry);
  return blobs;
}
