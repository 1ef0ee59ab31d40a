// Taking a case out of the vault, and what stays of it. Records know nothing of keys: the keyed hash of a case is handed in.
import { randomBytes } from 'node:crypto';
import type { CaseFileId, StaffMemberId } from '#shared/ids';
import { type CaseFile, closedOn, takenInOn } from '#shared/records/case-file';
import { caseNumberFrom } from '#shared/records/case-number';
import { standingOn } from '#shared/records/minority';
import { ErasedCase, type ErasedStub, type ErasureReason } from '#shared/records/retention';
import { quarterOf } from '#shared/records/retention-rules';
import { ServiceCode } from '#shared/records/service-codes';
import { localDate } from '#shared/time';
import { ERASED } from '../audit/chain.ts';
import type { WriteContext } from '../context.ts';
import type { ReadableDb, WritableDb } from '../database/sql.ts';
import { breachKind } from './breach.ts';
import { loadCase } from './case-file.ts';
import { disclosuresOf } from './disclosure.ts';
import { handOverKind } from './hand-over.ts';
import { incidentKind } from './incident.ts';
import { intakeAnswersOf } from './intake-kind.ts';
import { ALL_PARTS, partsOf } from './one-record.ts';
import { birthdayOf } from './person-facts.ts';
import {
  eraseRecords,
  listRecords,
  loadRecord,
  type NamedRecord,
  type RecordKind,
  recordKind,
  saveRecord,
  type Saver,
} from './record-kind.ts';

export const erasedCaseKind = recordKind<ErasedCase>({
  kind: 'erased-case',
  schema: ErasedCase,
  table: 'erased_case',
  columns: (body) => ({ case_key: body.caseKey, certificate: body.certificate, erased_at: body.erasedAt }),
});

type Reader = { readonly db: ReadableDb };
/** Gives the keyed hash of a case by its id. */
export type CaseKey = (caseFileId: string) => string;

/** All that were erased, the last one first. */
export const erasedCases = (reader: Reader): ErasedCase[] =>
  listRecords(reader, erasedCaseKind, '1 = 1 ORDER BY t.erased_at DESC, t.certificate').map(({ body }) => body);

export interface Erasure {
  readonly class: ErasedCase['class'];
  readonly reason: ErasureReason;
  readonly approvedBy: StaffMemberId[];
  readonly keyOf: CaseKey;
}

export interface TakenOut {
  readonly erased: ErasedCase;
  /** Names of the encrypted files that are nobody's now. */
  readonly blobs: readonly string[];
}

/** Erases a case with all its parts: one record in the place of each. The person was one, so only the whole is counted as one. */
export function eraseWhole(context: WriteContext, caseFileId: CaseFileId, how: Erasure): TakenOut[] {
  const parts = partsOf(context, caseFileId).map((part) => part.caseFileId);
  return [caseFileId, ...parts].map((id) => {
    const erased = whatStays(context, id, how, id !== caseFileId);
    const blobs = takeOut(context, id);
    keepErased(context, erased);
    return { erased, blobs };
  });
}

/** `newId` is that of a context; the record has nothing in common with the case but its keyed hash. */
export const keepErased = (context: Eraser, body: ErasedCase): void =>
  void saveRecord(context, erasedCaseKind, { id: context.newId(), caseFileId: null, body, expectedRevision: 0 });

function whatStays(context: WriteContext, id: CaseFileId, how: Erasure, isPart: boolean): ErasedCase {
  const { keyOf, ...told } = how;
  return {
    ...told,
    caseKey: keyOf(id),
    certificate: caseNumberFrom(randomBytes(32)),
    erasedOn: context.today(),
    erasedAt: context.now(),
    stub: stubOf(context, id, loadCase(context, id).body, isPart),
  };
}

/** domain §20: quarters, two ages, counts. No country, no reason, no day. */
function stubOf(context: WriteContext, id: CaseFileId, body: CaseFile, isPart: boolean): ErasedStub {
  const closed = body.closing?.on ?? (body.status === 'TRANSFERRED' ? body.moved?.on : undefined);
  const services = context.db.all<{ code: string; n: number }>(
    'SELECT code, count(*) AS n FROM service WHERE case_file_id = ? AND is_struck = 0 GROUP BY code ORDER BY code',
    [id],
  );
  return {
    opened: quarterOf(body.openedOn),
    closed: closed === undefined ? null : quarterOf(closed),
    isPart,
    age: ageAt(context, id, body.openedOn),
    trafficking: body.trafficking?.status ?? null,
    services: Object.fromEntries(services.map(({ code, n }) => [ServiceCode.parse(code), n])),
    ...countedOf(context, id, body),
    shared: disclosuresOf(context, id).map(({ sentAt, partnerAgencyId, categories, packageSha256 }) => ({
      on: localDate(sentAt, 'UTC'),
      agencyId: partnerAgencyId,
      categories,
      packageSha256,
    })),
  };
}

type Counted = Pick<ErasedStub, 'servedIn' | 'takenIn' | 'leftIn' | 'isFirst' | 'exploitation' | 'isRefused'>;

/** What tables still count of her, of the case and its parts together (statistics/README.md). */
function countedOf(context: WriteContext, id: CaseFileId, body: CaseFile): Counted {
  const taken = takenInOn(body);
  const left = lastLeftOn(context, id) ?? closedOn(body);
  return {
    servedIn: servedIn(context, id),
    takenIn: taken === null ? null : quarterOf(taken),
    leftIn: left === null ? null : quarterOf(left),
    isFirst: context.db.get('SELECT 1 AS there FROM earlier_file WHERE now_case_id = ?', [id]) === undefined,
    exploitation: exploitationOf(context, id),
    isRefused: isRefused(context, id),
  };
}

const servedIn = (context: WriteContext, id: string): string[] => {
  const days = context.db.all<{ day: string }>(
    `SELECT DISTINCT given_on AS day FROM service WHERE case_file_id IN (${ALL_PARTS}) AND is_struck = 0 ORDER BY given_on`,
    { case: id },
  );
  return [...new Set(days.map(({ day }) => quarterOf(day)))];
};

const lastLeftOn = ({ db }: WriteContext, id: string): string | null =>
  db.get<{ day: string | null }>(
    'SELECT max(left_on) AS day FROM case_exit WHERE case_file_id = ? AND finished_on IS NOT NULL',
    [id],
  )?.day ?? null;

const exploitationOf = ({ db }: WriteContext, id: string): number =>
  db.get<{ bits: number }>(
    `SELECT coalesce(max(bits & 1), 0) + coalesce(max(bits & 2), 0) + coalesce(max(bits & 4), 0) AS bits FROM (
       SELECT exploitation AS bits FROM trafficking_profile WHERE case_file_id IN (${ALL_PARTS})
       UNION ALL SELECT exploitation FROM htcds_record WHERE case_file_id IN (${ALL_PARTS}))`,
    { case: id },
  )?.bits ?? 0;

const isRefused = ({ db }: WriteContext, id: string): boolean =>
  db.get(`SELECT 1 AS refused FROM stats_choice WHERE is_refused = 1 AND case_file_id IN (${ALL_PARTS})`, {
    case: id,
  }) !== undefined;

/** Who may have been under 18 counts so, as while she was here. */
function ageAt(context: WriteContext, id: string, on: string): ErasedStub['age'] {
  const band = intakeAnswersOf(context, id)['age-band'];
  const standing = standingOn({ born: birthdayOf(context, id), band }, on);
  return standing === 'PERHAPS' ? 'UNDER_18' : standing;
}

/** What a case can be taken out with: a handler's context, or a vault that is only just being restored. */
export type Eraser = Saver & Pick<WriteContext, 'newId'>;

/**
 * Every record that the chain names for this case, those about a pair of cases that it is one of, and what anybody was still
 * writing about it. Says so in the chain, and marks the file as one that is to be written anew.
 */
export function takeOut(eraser: Eraser, caseFileId: string): string[] {
  const { db } = eraser;
  const records = recordsOf(db, caseFileId);
  const pairs = pairsWith(db, caseFileId);
  const blobs = db.all<{ blob: string }>('SELECT blob FROM attachment_content WHERE case_file_id = ?', [caseFileId]);
  dropDrafts(db, caseFileId, records);
  db.run('DELETE FROM unfinished_file WHERE case_file_id = ?', [caseFileId]);
  const shared = [...pairs, ...withoutThem(eraser, caseFileId)];
  eraseRecords(eraser, [...records, ...shared]);
  for (const { id } of shared) note(eraser, { recordId: id });
  note(eraser, { caseFileId });
  db.run('UPDATE vault_state SET unswept = 1');
  return blobs.map(({ blob }) => blob);
}

const note = (eraser: Eraser, about: { readonly recordId?: string; readonly caseFileId?: string }): void =>
  void eraser.chain.append(eraser.db, {
    at: eraser.now(),
    staffId: eraser.staffMember.id,
    action: eraser.action,
    detail: ERASED,
    ...about,
  });

const recordsOf = (db: ReadableDb, caseFileId: string): NamedRecord[] =>
  db.all<{ kind: string; id: string }>(
    `SELECT DISTINCT r.record_kind AS kind, r.record_id AS id
     FROM audit_entry e JOIN revision r ON r.audit_seq = e.seq WHERE e.case_file_id = ?`,
    [caseFileId],
  );

/** The chain names no case for these: they belong to two. */
const pairsWith = (db: ReadableDb, caseFileId: string): NamedRecord[] =>
  db.all<{ kind: string; id: string }>(
    `SELECT 'conflict-flag' AS kind, id FROM conflict_flag WHERE $case IN (one_case_id, other_case_id)
     UNION ALL SELECT 'household-link', id FROM household_link WHERE $case IN (one_case_id, other_case_id)
     UNION ALL SELECT 'mentor-pair', id FROM mentor_pair WHERE $case IN (mentor_case_id, mentee_case_id)
     UNION ALL SELECT 'same-person', id FROM same_person WHERE $case IN (one_case_id, other_case_id)
     UNION ALL SELECT 'episode', id FROM episode WHERE earlier_case_id = $case`,
    { case: caseFileId },
  );

/**
 * What is the house's and names several people goes on as a new record that says nothing of this one, and the old one goes. A report
 * or a hand-over that was about nobody else goes whole.
 */
const withoutThem = (eraser: Eraser, caseFileId: string): NamedRecord[] => [
  ...anew(eraser, breachKind, caseFileId, (body) => ({
    ...body,
    affected: body.affected.filter((one) => one.caseFileId !== caseFileId),
  })),
  ...anew(eraser, incidentKind, caseFileId, (body) => {
    const people = body.people.filter((id) => id !== caseFileId);
    return people.length === 0 ? null : { ...body, people };
  }),
  ...anew(eraser, handOverKind, caseFileId, (body) => {
    const lines = body.lines.filter((line) => line.caseFileId !== caseFileId);
    return lines.length === 0 ? null : { ...body, lines };
  }),
];

/** Saves every record of a kind that ever named the case anew, without it, or not at all for null; names the old ones. */
function anew<Body>(
  eraser: Eraser,
  kind: RecordKind<Body>,
  caseFileId: string,
  without: (body: Body) => Body | null,
): NamedRecord[] {
  const naming = eraser.db.all<{ id: string }>(
    `SELECT DISTINCT record_id AS id FROM revision WHERE record_kind = ? AND instr(body, ?) > 0`,
    [kind.kind, caseFileId],
  );
  return naming.map(({ id }) => {
    const body = without(loadRecord(eraser, kind, id).body);
    if (body !== null) saveRecord(eraser, kind, { id: eraser.newId(), caseFileId: null, body });
    return { kind: kind.kind, id };
  });
}

function dropDrafts(db: WritableDb, caseFileId: string, records: readonly NamedRecord[]): void {
  db.run('DELETE FROM draft WHERE case_file_id = ?', [caseFileId]);
  dropDraftsOf(db, [caseFileId, ...records.map(({ id }) => id)]);
}

/** What anybody was still writing about these records, or with one of them in it. */
export const dropDraftsOf = (db: WritableDb, ids: readonly string[]): void =>
  void db.run(
    `DELETE FROM draft WHERE EXISTS
       (SELECT 1 FROM json_each(?) WHERE instr(draft.target, value) > 0 OR instr(draft.body, value) > 0)`,
    [JSON.stringify(ids)],
  );
