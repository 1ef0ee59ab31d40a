// A saved state that the salvage itself adds to a record, at the end of the chain, with the facts that belong to it.
import type { Chain } from '../audit/chain.ts';
import { putFacts, takeRow } from '../database/put-rows.ts';
import type { Connection } from '../database/sql.ts';
import { allKinds, type RecordKind } from '../records/record-kind.ts';
import { REBUILT } from './join-chain.ts';

/** The database that is being filled, in its one transaction. It has no triggers yet. */
export interface Filling {
  readonly db: Connection;
  readonly chain: Chain;
  readonly now: number;
  /** Who salvages; null with the recovery code. */
  readonly staffId: string | null;
}

export interface State {
  readonly id: string;
  readonly caseFileId: string | null;
  readonly revision: number;
  readonly body: unknown;
}

export const kindNamed = (name: string): RecordKind<never> | undefined => allKinds().find(({ kind }) => kind === name);

/** Answers the number of its entry. Throws ZodError for a body that is none of this kind. */
export function addState({ db, chain, now, staffId }: Filling, kind: RecordKind<never>, state: State): number {
  const body = JSON.stringify(kind.schema.parse(state.body));
  const seq = chain.append(db, {
    at: now,
    staffId,
    action: REBUILT,
    recordKind: kind.kind,
    recordId: state.id,
    revision: state.revision,
    caseFileId: state.caseFileId,
    body,
  });
  db.run('INSERT INTO revision (audit_seq, record_kind, record_id, revision, body) VALUES (?, ?, ?, ?, ?)', [
    seq,
    kind.kind,
    state.id,
    state.revision,
    body,
  ]);
  return seq;
}

/** The row of facts of a body, which follows the entry `seq`. */
export function placeFacts(
  { db }: Filling,
  kind: RecordKind<never>,
  at: { readonly id: string; readonly seq: number; readonly body: unknown },
): void {
  const facts = kind.columns(kind.schema.parse(at.body));
  putFacts(db, kind.table, { id: at.id, revision_seq: at.seq, ...facts });
}

/** The number after the highest that the record has in the chain. */
export const nextRevision = ({ db }: Filling, id: string): number =>
  (db.get<{ n: number | null }>('SELECT max(revision) AS n FROM revision WHERE record_id = ?', [id])?.n ?? 0) + 1;

/** Replaces a record that stands by another state of it. */
export function replaceState(filling: Filling, kind: RecordKind<never>, state: Omit<State, 'revision'>): void {
  const { db } = filling;
  const seq = addState(filling, kind, { ...state, revision: nextRevision(filling, state.id) });
  takeRow(db, kind.table, state.id);
  placeFacts(filling, kind, { id: state.id, seq, body: state.body });
}
