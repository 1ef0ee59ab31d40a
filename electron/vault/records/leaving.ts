// What a colleague's leaving leaves to do. All but the ticks follows from what is there; taking her access away is an act of its own.
import { RecordId, StaffMemberId } from '#shared/ids';
import { type CaseToHandOn, Leaving, type leavingOperations, type LeavingState } from '#shared/records/leaving';
import { countsAsMinor } from '#shared/records/minority';
import type { ReadContext } from '../context.ts';
import type { Row } from '../database/sql.ts';
import type { Handlers } from '../router.ts';
import { backupKind } from './backup.ts';
import { caseRef } from './case-ref.ts';
import { named } from './case-reach.ts';
import { disclosureKind } from './disclosure.ts';
import { lookBack } from './look-back.ts';
import { minorityOf } from './minority.ts';
import { PARTS_OF_OTHERS } from './one-record.ts';
import { printKind } from './print-log.ts';
import { listRecords, loadRecord, recordKind, saveRecord, type Stored } from './record-kind.ts';
import { staffMemberKind } from './staff-member.ts';
import { wishOf } from './worker-wish.ts';

export const leavingKind = recordKind<Leaving>({
  kind: 'leaving',
  schema: Leaving,
  table: 'leaving',
  columns: (body) => ({ staff_id: body.staffMemberId }),
});

export const leavingHandlers: Handlers<typeof leavingOperations> = {
  get: (context, { staffMemberId }) => stateOf(context, staffMemberId),
  tick: (context, { staffMemberId, basedOn, item, isDone }) => {
    loadRecord(context, staffMemberKind, staffMemberId);
    const before = saved(context, staffMemberId);
    const others = (before?.body.done ?? []).filter((one) => one !== item);
    const body: Leaving = { staffMemberId, done: isDone ? [...others, item] : others };
    const id = before?.id ?? context.newId();
    saveRecord(context, leavingKind, { id, caseFileId: null, body, expectedRevision: basedOn });
    return stateOf(context, staffMemberId);
  },
};

const saved = (context: ReadContext, staffId: string): Stored<Leaving> | undefined =>
  listRecords(context, leavingKind, 't.staff_id = ?', [staffId])[0];

function stateOf(context: ReadContext, staffId: string): LeavingState {
  const { body: person } = loadRecord(context, staffMemberKind, staffId);
  const found = saved(context, staffId);
  return {
    person: { id: StaffMemberId.parse(staffId), name: person.name },
    role: person.role,
    hasLeft: person.disabledAt !== null,
    cases: casesOf(context, staffId),
    papers: papersOf(context, staffId),
    media: mediaOf(context, staffId),
    lookBack: lookBack(context, staffId),
    done: found?.body.done ?? [],
    revision: found?.revision ?? 0,
  };
}

interface OpenCase extends Row {
  id: string;
}
interface Colleague extends Row {
  id: string;
  name: string;
}

const casesOf = (context: ReadContext, staff: string): CaseToHandOn[] =>
  context.db
    .all<OpenCase>(
      `SELECT id FROM case_file WHERE is_open = 1 AND id NOT IN (${PARTS_OF_OTHERS})
         AND id IN (SELECT case_file_id FROM works_on WHERE staff_id = $staff) ORDER BY folded_name, id`,
      { staff },
    )
    .map(({ id }) => {
      const wish = wishOf(context, id)?.body;
      return {
        of: caseRef(context, id),
        others: othersOn(context, id, staff),
        isMinor: countsAsMinor(minorityOf(context, id).standing),
        wish: wish === undefined ? null : { answer: wish.answer, words: wish.words },
      };
    });

const othersOn = ({ db }: ReadContext, caseFileId: string, staff: string): CaseToHandOn['others'] =>
  db
    .all<Colleague>(
      `SELECT DISTINCT s.id, s.name FROM works_on w JOIN staff_member s ON s.id = w.staff_id
       WHERE w.case_file_id = $case AND s.id <> $staff AND s.disabled_at IS NULL ORDER BY s.name, s.id`,
      { case: caseFileId, staff },
    )
    .map(({ id, name }) => ({ id: StaffMemberId.parse(id), name }));

/** Each was saved once, by whoever printed it. */
const papersOf = (context: ReadContext, staff: string): LeavingState['papers'] =>
  listRecords(context, printKind, 'e.staff_id = $staff AND t.shred_on >= $today ORDER BY e.at DESC LIMIT 200', {
    staff,
    today: context.today(),
  }).map(({ id, savedAt: at, body: { caseFileId, sheet, shredOn } }) => ({
    ...{ id: RecordId.parse(id), sheet, at, shredOn },
    of: named(context, caseRef(context, caseFileId)),
  }));

/** Backups that are still somewhere, and packages, the newest first. */
function mediaOf(context: ReadContext, staff: string): LeavingState['media'] {
  const backups = listRecords(context, backupKind, 't.gone_on IS NULL AND e.staff_id = ? LIMIT 200', [staff]);
  const packages = listRecords(context, disclosureKind, 'e.staff_id = ? ORDER BY t.sent_at DESC LIMIT 200', [staff]);
  const of = (id: string, kind: 'BACKUP' | 'PACKAGE', words: string, at: number) => ({
    ...{ id: RecordId.parse(id), kind, words, at },
  });
  return [
    ...backups.map(({ id, body }) => of(id, 'BACKUP', body.medium, body.createdAt)),
    ...packages.map(({ id, body }) => of(id, 'PACKAGE', body.recipientName, body.sentAt)),
  ].toSorted((one, other) => other.at - one.at);
}
