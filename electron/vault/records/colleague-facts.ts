// What is known of a colleague beyond her access: one record beside hers, which is bound to her key slot.
import { StaffMemberId } from '#shared/ids';
import {
  ColleagueFacts,
  type colleagueFactsOperations,
  factsRefusal,
  noFacts,
  type StoredColleagueFacts,
} from '#shared/records/colleague-facts';
import type { ReadableDb } from '../database/sql.ts';
import type { Handlers } from '../router.ts';
import { listRecords, loadRecord, recordKind, saveRecord, type Stored } from './record-kind.ts';
import { obey } from './revision-mark.ts';
import { staffMemberKind } from './staff-member.ts';

export const colleagueFactsKind = recordKind<ColleagueFacts>({
  kind: 'colleague-facts',
  schema: ColleagueFacts,
  table: 'colleague_facts',
  columns: (body) => ({ staff_id: body.staffMemberId, agreement_on: body.agreementOn, minors_on: body.minorsOn }),
});

type Reader = { readonly db: ReadableDb };
const saved = (reader: Reader, staffMemberId: string): Stored<ColleagueFacts> | undefined =>
  listRecords(reader, colleagueFactsKind, 't.staff_id = ?', [staffMemberId])[0];

export function factsOf(reader: Reader, staffMemberId: string): StoredColleagueFacts {
  const found = saved(reader, staffMemberId);
  return { ...(found?.body ?? noFacts(StaffMemberId.parse(staffMemberId))), revision: found?.revision ?? 0 };
}

export const colleagueFactsHandlers: Handlers<typeof colleagueFactsOperations> = {
  get: (context, { staffMemberId }) => {
    loadRecord(context, staffMemberKind, staffMemberId);
    return factsOf(context, staffMemberId);
  },
  save: (context, { basedOn, ...body }) => {
    loadRecord(context, staffMemberKind, body.staffMemberId);
    obey(factsRefusal(body, context.today()));
    const id = saved(context, body.staffMemberId)?.id ?? context.newId();
    saveRecord(context, colleagueFactsKind, { id, caseFileId: null, body, expectedRevision: basedOn });
    return factsOf(context, body.staffMemberId);
  },
};
