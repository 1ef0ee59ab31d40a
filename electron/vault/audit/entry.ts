// One entry of the chain, and the one spelling of its fields that MAC and signature are made over.

export interface EntryRow extends Record<string, string | number | null | Uint8Array> {
  seq: number;
  at: number;
  epoch: number;
  staff_id: string | null;
  action: string;
  record_kind: string | null;
  record_id: string | null;
  revision: number | null;
  case_file_id: string | null;
  body_hash: Uint8Array | null;
  detail: string;
  mac: Uint8Array;
}

/** A JSON array of fixed order: no field can slide into its neighbour. The hash of a body in lower-case hex. */
export const entryText = (row: Omit<EntryRow, 'mac'>): string =>
  JSON.stringify([
    row.seq,
    row.at,
    row.epoch,
    row.staff_id,
    row.action,
    row.record_kind,
    row.record_id,
    row.revision,
    row.case_file_id,
    row.body_hash === null ? null : Buffer.from(row.body_hash as Uint8Array).toString('hex'),
    row.detail,
  ]);

/**
 * The detail of an entry that says that bodies were emptied: those of the record it names, else those of its case. With a `revision`: all of
 * that record up to it.
 */
export const ERASED = 'erased';
