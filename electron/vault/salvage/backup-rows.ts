// The same rows out of a proven backup, in the shape in which those of the damaged database were found.
import type { EntryRow } from '../audit/chain.ts';
import { rowsOf } from '../database/put-rows.ts';
import type { ReadableDb } from '../database/sql.ts';
import { type FoundBody, type FoundRows, noRows, PLAIN_TABLES } from './found-rows.ts';

/** What both sources of a salvage are asked for. Bodies are looked up one by one: those of a backup are not held in memory. */
export type SourceRows = Omit<FoundRows, 'bodies' | 'facts' | 'refused'> & { readonly bodies: Bodies };
export interface Bodies {
  get(seq: number): readonly FoundBody[] | undefined;
}

export const noBackup = (): SourceRows => noRows();

/** Drafts stay out: what was being written then has long been saved or thrown away. */
export function rowsOfBackup(db: ReadableDb): SourceRows {
  const { entries, epochKeys, signatures, plain } = noRows();
  for (const { signature: _signature, ...entry } of db.all<EntryRow>('SELECT * FROM audit_entry'))
    entries.set(entry.seq, entry);
  for (const { seq, staff_id: staffId, signature, key_seq: keySeq } of rowsOf(db, 'audit_signature'))
    signatures.set(Number(seq), {
      staffId: String(staffId),
      signature: signature as Uint8Array,
      keySeq: Number(keySeq),
    });
  for (const { epoch, vault_key: key } of rowsOf(db, 'epoch_key')) epochKeys.set(Number(epoch), [key as Uint8Array]);
  for (const table of PLAIN_TABLES)
    if (table !== 'draft') plain[table].push(...rowsOf(db, table).map((row) => Object.values(row)));
  return { entries, epochKeys, signatures, plain, bodies: { get: (seq) => bodyIn(db, seq) } };
}

function bodyIn(db: ReadableDb, seq: number): readonly FoundBody[] {
  return db
    .all<{ kind: string; recordId: string; revision: number; body: string | null }>(
      'SELECT record_kind AS kind, record_id AS recordId, revision, body FROM revision WHERE audit_seq = ?',
      [seq],
    )
    .map((found) => ({ ...found, isNewest: true }));
}
