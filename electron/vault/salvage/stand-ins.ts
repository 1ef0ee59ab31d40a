// Colleagues and cases that others refer to and of which no body is left. A colleague is what her row of facts says; a case keeps the
// number, the name and the status that its row says, and everything else of it must be asked again.
import { randomBytes } from 'node:crypto';
import { CaseFileId } from '#shared/ids';
import { CaseFile } from '#shared/records/case-file';
import { caseNumberFrom } from '#shared/records/case-number';
import { noSafeContact } from '#shared/records/safe-contact';
import type { MissingRecord } from '#shared/records/salvage';
import { StaffMember } from '#shared/records/staff-member';
import { ERASED } from '../audit/chain.ts';
import { columnsOf } from '../database/put-rows.ts';
import type { SqlValue } from '../database/sql.ts';
import { caseFileKind } from '../records/case-file-kind.ts';
import type { RecordKind } from '../records/record-kind.ts';
import { staffMemberKind } from '../records/staff-member.ts';
import type { JoinedBody } from './join-bodies.ts';
import { addState, type Filling, nextRevision, placeFacts } from './next-state.ts';

export interface ReadFacts {
  /** The entry that they follow. */
  readonly seq: number;
  readonly values: readonly SqlValue[];
}
type Facts = ReadonlyMap<string, ReadFacts>;
type Columns = Readonly<Record<string, SqlValue>>;

/** Nothing tells more of somebody than a sign that stands for a name. */
const NO_NAME = '?';

/** Every colleague who is named in the chain and has no record: from her facts, else as one who has left. Answers of whom nothing is lost. */
export function placeLostStaff(filling: Filling, facts: Facts): ReadonlySet<string> {
  const named = filling.db.all<{ id: string }>(
    `SELECT DISTINCT id FROM (SELECT staff_id AS id FROM audit_entry WHERE staff_id IS NOT NULL
       UNION SELECT record_id FROM audit_entry WHERE record_kind = 'staff-member')
     WHERE id NOT IN (SELECT id FROM staff_member)`,
  );
  for (const { id } of named) standIn(filling, staffMemberKind, id, staffBody(filling, id, facts.get(id)));
  return new Set(named.map(({ id }) => id).filter((id) => facts.has(id)));
}

function staffBody(filling: Filling, id: string, fact: ReadFacts | undefined): StaffMember {
  if (fact === undefined) {
    const signInName = StaffMember.shape.signInName.parse(`${NO_NAME}${id.slice(-12)}`);
    return { name: NO_NAME, signInName, role: 'house-staff', slotId: '0'.repeat(32), disabledAt: filling.now };
  }
  const columns = columnsIn(filling, 'staff_member', fact);
  return StaffMember.parse({
    name: columns['name'],
    signInName: columns['sign_in_name'],
    role: columns['role'],
    slotId: Buffer.from(columns['slot_id'] as Uint8Array).toString('hex'),
    disabledAt: columns['disabled_at'],
  });
}

/** Every case that an entry names and that was not erased. One that no entry of its own tells of is missing as well. */
export function placeLostCases(filling: Filling, bodies: readonly JoinedBody[], facts: Facts): MissingRecord[] {
  const { db } = filling;
  const told = new Set(bodies.map(({ row }) => row.record_id));
  const named = db.all<{ id: string; at: number; by: string | null }>(
    `SELECT case_file_id AS id, min(at) AS at, staff_id AS "by" FROM audit_entry e
     WHERE case_file_id IS NOT NULL AND case_file_id NOT IN (SELECT id FROM case_file)
       AND NOT EXISTS (SELECT 1 FROM audit_entry x WHERE x.case_file_id = e.case_file_id AND x.record_id IS NULL AND x.detail = ?)
     GROUP BY case_file_id`,
    [ERASED],
  );
  const missing: MissingRecord[] = [];
  for (const { id, at, by } of named) {
    const caseFileId = CaseFileId.parse(id);
    standIn(filling, caseFileKind, id, caseBody(filling, facts.get(id), { at, by }), id);
    if (!told.has(id)) missing.push({ recordId: id, kind: 'case-file', caseFileId, at, loss: 'whole' });
  }
  return missing;
}

function caseBody(
  filling: Filling,
  fact: ReadFacts | undefined,
  first: { readonly at: number; readonly by: string | null },
): CaseFile {
  const columns = fact === undefined ? {} : columnsIn(filling, 'case_file', fact);
  const full = CaseFile.safeParse(bodyFrom(filling, columns, first));
  return full.success ? full.data : CaseFile.parse(bodyFrom(filling, {}, first));
}

/** As much as the row of facts says. */
function bodyFrom(
  filling: Filling,
  columns: Columns,
  first: { readonly at: number; readonly by: string | null },
): object {
  const closing = { on: columns['closed_on'], reason: columns['closing_reason'] };
  return {
    nameUsed: columns['name_used'] ?? NO_NAME,
    pronouns: '',
    aliases: [],
    languages: [],
    goodToKnow: [],
    workerId: columns['worker_id'] ?? null,
    caseNumber: columns['case_number'] ?? caseNumberFrom(randomBytes(32)),
    openedOn: columns['opened_on'] ?? new Date(first.at).toISOString().slice(0, 10),
    openedAt: first.at,
    openedBy: first.by ?? anybody(filling),
    status: columns['status'] ?? 'ACTIVE',
    closing: columns['status'] === 'CLOSED' ? closing : null,
    confidentialityNotice: { told: 'NOT_YET', reason: 'JUST_OPENED' },
    safeContact: noSafeContact,
  };
}

const anybody = ({ db }: Filling): string => db.get<{ id: string }>('SELECT id FROM staff_member LIMIT 1')?.id ?? '';

function columnsIn({ db }: Filling, table: string, { values }: ReadFacts): Columns {
  return Object.fromEntries(columnsOf(db, table).map((name, at) => [name, values[at] ?? null]));
}

function standIn<Body>(
  filling: Filling,
  kind: RecordKind<Body>,
  id: string,
  body: Body,
  caseFileId: string | null = null,
): void {
  const any = kind as unknown as RecordKind<never>;
  const seq = addState(filling, any, { id, caseFileId, revision: nextRevision(filling, id), body });
  placeFacts(filling, any, { id, seq, body });
}
