// Whether a gate holds somebody back today. Asked by every request about a case, so it reads rows of facts and no body.
import { careTeam, isAmong, type Role } from '#shared/contract/operation';
import { DATA_COURSE, MINORS_COURSE } from '#shared/records/course';
import { type Gate, type Lacking, lackingFor, statusOf } from '#shared/records/training-rules';
import type { ReadContext } from '../context.ts';
import type { Row } from '../database/sql.ts';

type Asker = Pick<ReadContext, 'db' | 'today'>;

const isOn = ({ db }: Asker): boolean => db.get('SELECT 1 AS holds FROM training_gate WHERE is_on = 1') !== undefined;

/** The last day of an exception that counts today, or null. */
export function pastUntil({ db, today }: Asker, staffId: string): string | null {
  const row = db.get<{ day: string | null }>(
    "SELECT max(until_on) AS day FROM gate_override WHERE staff_id = ? AND gate = 'RECORDS' AND until_on >= ?",
    [staffId, today()],
  );
  return row?.day ?? null;
}

interface Papers extends Row {
  agreement_on: string | null;
  minors_on: string | null;
}
interface DoneRow extends Row {
  on: string;
  expires: string | null;
}

/** What a colleague lacks for a gate, whether it holds or not. */
export function lacking({ db, today }: Asker, gate: Gate, staffId: string): Lacking[] {
  const papers = db.get<Papers>('SELECT agreement_on, minors_on FROM colleague_facts WHERE staff_id = ?', [staffId]);
  const done = db
    .all<DoneRow>(
      'SELECT done_on AS "on", expires_on AS expires FROM course_completion WHERE staff_id = ? AND course_code = ? AND is_struck = 0',
      [staffId, gate === 'RECORDS' ? DATA_COURSE : MINORS_COURSE],
    )
    .map(({ on, expires }) => ({ on, expiresOn: expires }));
  const paper = gate === 'RECORDS' ? papers?.agreement_on : papers?.minors_on;
  return lackingFor(gate, { on: paper ?? null, course: statusOf(done, true, today()) }, today());
}

/** What holds her back now from what people told; nothing for a role that never comes there. */
export function heldFromRecords(asker: Asker, { id, role }: { readonly id: string; readonly role: Role }): Lacking[] {
  if (!isAmong(role, careTeam) || !isOn(asker) || pastUntil(asker, id) !== null) return [];
  return lacking(asker, 'RECORDS', id);
}

/** What keeps her from being added to the case of somebody who counts as under 18. */
export const heldFromMinors = (asker: Asker, staffId: string): Lacking[] =>
  isOn(asker) ? lacking(asker, 'MINORS', staffId) : [];
