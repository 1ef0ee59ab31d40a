// The facts of every record out of its newest body that is left. A record whose last change is lost goes on from the state before it,
// as a new saved state; one that is lost whole keeps the facts that were read, so that what refers to it still stands.
import type { Loss, MissingRecord } from '#shared/records/salvage';
import { CaseFileId } from '#shared/ids';
import { putIfItFits, putRow, takeOutDangling } from '../database/put-rows.ts';
import type { RecordKind } from '../records/record-kind.ts';
import type { FoundRows } from './found-rows.ts';
import type { JoinedBody } from './join-bodies.ts';
import { addState, type Filling, kindNamed, nextRevision, placeFacts } from './next-state.ts';
import { placeLostCases, placeLostStaff, type ReadFacts } from './stand-ins.ts';

export interface Placed {
  readonly missing: MissingRecord[];
  /** Records whose words are kept without facts. */
  readonly apart: string[];
}

/** All states of one record that the chain tells of, oldest first. */
type States = readonly [JoinedBody, ...JoinedBody[]];

/** Call with foreign keys deferred. Afterwards nothing refers to what is not there. */
export function placeRecords(filling: Filling, bodies: readonly JoinedBody[], found: FoundRows['facts']): Placed {
  const placed: Placed = { missing: [], apart: [] };
  const facts = newestFacts(found);
  for (const [id, states] of byRecord(bodies)) {
    const kind = kindNamed(states[0].row.record_kind);
    if (kind !== undefined) placeRecord(filling, placed, { kind, id, states, fact: facts.get(id) });
  }
  const whole = placeLostStaff(filling, facts);
  keepOnly(placed.missing, ({ recordId }) => !whole.has(recordId));
  placed.missing.push(...placeLostCases(filling, bodies, facts));
  for (const { table, id } of takeOutDangling(filling.db)) if (table !== 'draft') setApart(placed, bodies, id);
  return placed;
}

/** The newest row of facts that was read of each record. */
function newestFacts(found: FoundRows['facts']): Map<string, ReadFacts> {
  const newest = new Map<string, ReadFacts>();
  for (const [key, values] of found) {
    const [id = '', seq = ''] = key.split(' ');
    if (Number(seq) > (newest.get(id)?.seq ?? 0)) newest.set(id, { seq: Number(seq), values });
  }
  return newest;
}

function byRecord(bodies: readonly JoinedBody[]): Map<string, States> {
  const records = new Map<string, [JoinedBody, ...JoinedBody[]]>();
  for (const body of bodies) {
    const known = records.get(body.row.record_id);
    if (known === undefined) records.set(body.row.record_id, [body]);
    else known.push(body);
  }
  return records;
}

interface ToPlace {
  readonly kind: RecordKind<never>;
  readonly id: string;
  readonly states: States;
  readonly fact: ReadFacts | undefined;
}

function placeRecord(filling: Filling, placed: Placed, record: ToPlace): void {
  const { states, fact } = record;
  const newest = states.at(-1) ?? states[0];
  const last = states.findLast(({ body }) => body !== null);
  const lose = (at: JoinedBody, loss: Loss): void => void placed.missing.push(missingOf(at, loss));
  if (newest.is === 'erased' || newest.is === 'untold') {
    placeAsRead(filling, record, newest.row.seq);
    return;
  }
  if (last === undefined) {
    lose(newest, 'whole');
    if (!HAS_STAND_IN.has(record.kind.kind)) placeAsRead(filling, record, newest.row.seq);
    return;
  }
  // Facts that follow an entry which is not there: the record was changed once more.
  const isNewest = last === newest && (fact === undefined || fact.seq <= newest.row.seq);
  const fits = putIfItFits(() => (isNewest ? place(filling, record, newest) : goOnFrom(filling, record, last)));
  if (!fits) {
    placed.apart.push(record.id);
    lose(newest, 'apart');
  } else if (!isNewest) lose(newest, 'newest');
  else if (hasHole(states)) lose(states.find(({ is }) => is === 'lost') ?? newest, 'earlier');
}

/** Whole cases and colleagues that are lost get a stand-in afterwards (stand-ins.ts). */
const HAS_STAND_IN = new Set(['case-file', 'staff-member']);

const place = (filling: Filling, { kind, id }: ToPlace, { row, body }: JoinedBody): void =>
  placeFacts(filling, kind, { id, seq: row.seq, body: JSON.parse(body ?? '') });

function goOnFrom(filling: Filling, { kind, id }: ToPlace, { row, body }: JoinedBody): void {
  const parsed: unknown = JSON.parse(body ?? '');
  const state = { id, caseFileId: row.case_file_id, revision: nextRevision(filling, id), body: parsed };
  placeFacts(filling, kind, { id, seq: addState(filling, kind, state), body: parsed });
}

/** Facts without words: those of an erased or lost record. They follow its newest entry, or they are not of its last state. */
function placeAsRead({ db }: Filling, { kind, fact }: ToPlace, seq: number): void {
  if (fact === undefined || fact.seq !== seq) return;
  putIfItFits(() => putRow(db, kind.table, fact.values));
}

/** A state between two others that neither has left a body of nor was erased. */
const hasHole = (states: States): boolean => states.some(({ is, row }, at) => is === 'lost' || row.revision !== at + 1);

function missingOf({ row }: JoinedBody, loss: Loss): MissingRecord {
  const caseFileId = CaseFileId.safeParse(row.case_file_id);
  return {
    recordId: row.record_id,
    kind: row.record_kind,
    caseFileId: caseFileId.success ? caseFileId.data : null,
    at: row.at,
    loss,
  };
}

/** What a record belongs to is lost: its words stay in the chain, and its line in the list says so. */
function setApart(placed: Placed, bodies: readonly JoinedBody[], id: string): void {
  const newest = bodies.findLast(({ row }) => row.record_id === id);
  if (newest === undefined) return;
  placed.apart.push(id);
  keepOnly(placed.missing, ({ recordId }) => recordId !== id);
  placed.missing.push(missingOf(newest, 'apart'));
}

function keepOnly(list: MissingRecord[], keep: (one: MissingRecord) => boolean): void {
  list.splice(0, list.length, ...list.filter(keep));
}
