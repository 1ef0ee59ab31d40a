// What of a case a person may open: the one place that decides it (domain §0). The router asks it for every request that
// names a case or a record of one; whatever lists several cases asks the same view.
import { careTeam, houseTeam, isAmong, type Opens, type Role } from '#shared/contract/operation';
import type { CaseReach } from '#shared/records/case-file';
import type { CaseRef } from '#shared/records/revision-mark';
import { gateRefusal } from '#shared/records/training-rules';
import type { ReadContext } from '../context.ts';
import type { ReadableDb, Row } from '../database/sql.ts';
import { heldFromRecords } from './gate-check.ts';

type Asker = Pick<ReadContext, 'db' | 'staffMember' | 'now' | 'today'>;

/** The earlier files of people who came back and have not agreed that they are linked: they open to nobody (domain §18). */
export const SEALED_FILES = 'SELECT case_file_id FROM sealed_file';
/** The cases that a person works on; binds $me. */
export const WORKED_ON = 'SELECT case_file_id FROM works_on WHERE staff_id = $me';
/** Those, and the ones open to her by break-glass now; binds what `openWhole` says. */
export const OPEN_WHOLE = `SELECT case_file_id FROM works_on WHERE staff_id = $me
  UNION SELECT case_file_id FROM break_glass WHERE staff_id = $me AND opened_at <= $now AND until_at > $now
    AND case_file_id NOT IN (${SEALED_FILES})`;
/** Whether a case stands in a list of several: hers, or for a director ($every) any that is not sealed; binds $me and $every. */
export const inHerCases = <Column extends string>(column: Column) =>
  `(($every = 1 AND ${column} NOT IN (${SEALED_FILES})) OR ${column} IN (${WORKED_ON}))` as const;

/** Binds OPEN_WHOLE. Somebody whom the gate of training holds back opens nothing whole. */
export const openWhole = (asker: Asker) => ({
  me: heldFromRecords(asker, asker.staffMember).length > 0 ? '' : asker.staffMember.id,
  now: asker.now(),
});

interface Standing extends Row {
  works: number;
  sealed: number;
  glass: number | null;
}

function standing({ db, staffMember, now }: Asker, caseFileId: string): Standing {
  const row = db.get<Standing>(
    `SELECT count(*) AS works, coalesce(max(opens_sealed), 0) AS sealed,
       (SELECT max(until_at) FROM break_glass
        WHERE case_file_id = $case AND staff_id = $me AND opened_at <= $now AND until_at > $now) AS glass
     FROM works_on WHERE case_file_id = $case AND staff_id = $me`,
    { case: caseFileId, me: staffMember.id, now: now() },
  );
  return row ?? { works: 0, sealed: 0, glass: null };
}

export const isSealed = ({ db }: Pick<Asker, 'db'>, caseFileId: string): boolean =>
  db.get('SELECT 1 AS sealed FROM sealed_file WHERE case_file_id = ?', [caseFileId]) !== undefined;

/** How the house's own papers name a case in a list: a sealed file by its number alone. */
export const named = (reader: Pick<Asker, 'db'>, of: CaseRef): CaseRef =>
  isSealed(reader, of.caseFileId) ? { ...of, nameUsed: of.caseNumber } : of;

/** `house` opens no words of a file: what it names is somebody who is here. */
export function mayOpen(asker: Asker, opens: Opens, caseFileId: string): boolean {
  const { role } = asker.staffMember;
  if (opens === 'house') return true;
  // A court may order at any time that a file stays, and she may wish that it goes: the one thing that no seal closes.
  if (opens === 'keeping' && seesEveryCase(role)) return true;
  if (isSealed(asker, caseFileId)) return false;
  if (opens === 'own-words' && !isAmong(role, careTeam)) return isAmong(role, houseTeam);
  const { works, sealed, glass } = standing(asker, caseFileId);
  if (opens === 'facts' || opens === 'keeping') return works > 0 || seesEveryCase(role);
  if (heldFromRecords(asker, asker.staffMember).length > 0) return false;
  return opens === 'sealed' ? sealed > 0 : works > 0 || glass !== null;
}

/** R* of the matrix: the lists of a director hold every case. */
export const seesEveryCase = (role: Role): boolean => role === 'director';

/** Binds a list of several cases: `inHerCases(…)`. */
export const herCases = ({ staffMember }: Pick<ReadContext, 'staffMember'>) => ({
  me: staffMember.id,
  every: Number(seesEveryCase(staffMember.role)),
});

/** How the case stands to the person who asks, for the screen. */
export function reachOf(asker: Asker, caseFileId: string): CaseReach {
  const { works, glass } = standing(asker, caseFileId);
  const isHers = works > 0 || glass !== null;
  const lacking = isHers ? heldFromRecords(asker, asker.staffMember) : [];
  const until = works > 0 ? null : glass;
  return lacking.length === 0 ? { open: isHers, until } : { open: false, until, lacking };
}

export interface ClosedCase {
  readonly caseFileId: string;
  /** The gate of training that holds her back from a case that would open to her otherwise; null where it would not. */
  readonly rule: string | null;
}

/** The first case that the request names and that does not open to the person, or null. */
export function closedCase(asker: Asker, opens: Opens, request: unknown): ClosedCase | null {
  const caseFileId = casesNamed(asker.db, request).find((id) => !mayOpen(asker, opens, id));
  if (caseFileId === undefined) return null;
  const { lacking = [] } = reachOf(asker, caseFileId);
  return { caseFileId, rule: isSealed(asker, caseFileId) ? null : gateRefusal(lacking) };
}

/** Every case that a request names, by its id or by the id of anything kept for it, wherever in the request that stands. */
function casesNamed(db: ReadableDb, request: unknown): string[] {
  const ids = idsIn(request);
  if (ids.length === 0) return [];
  return db
    .all<{ id: string }>(
      `SELECT DISTINCT e.case_file_id AS id FROM revision r JOIN audit_entry e ON e.seq = r.audit_seq
       WHERE r.record_id IN (SELECT value FROM json_each(?)) AND r.revision = 1 AND e.case_file_id IS NOT NULL`,
      [JSON.stringify(ids)],
    )
    .map(({ id }) => id);
}

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

function idsIn(value: unknown): string[] {
  if (typeof value === 'string') return ID.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [...idsIn(name), ...idsIn(inner)]);
}
