// The log of supervision: a day, a kind and minutes.
import { RecordId } from '#shared/ids';
import { type StoredSupervision, Supervision, type supervisionOperations } from '#shared/records/supervision';
import type { ReadContext } from '../context.ts';
import type { Handlers } from '../router.ts';
import { listRecords, loadRecord, recordKind, saveRecord, type Stored } from './record-kind.ts';
import { obey } from './revision-mark.ts';
import { staffMemberKind } from './staff-member.ts';

export const supervisionKind = recordKind<Supervision>({
  kind: 'supervision',
  schema: Supervision,
  table: 'supervision',
  columns: (body) => ({ staff_id: body.staffMemberId, on_day: body.on }),
});

export const supervisionHandlers: Handlers<typeof supervisionOperations> = {
  ofColleague: (context, { staffMemberId }) => ofPerson(context, staffMemberId),
  own: (context) => ofPerson(context, context.staffMember.id),
  add: (context, written) => {
    loadRecord(context, staffMemberKind, written.staffMemberId);
    obey(written.on > context.today() ? 'supervision-later' : null);
    const body: Supervision = { ...written, isStruck: false };
    return shown(saveRecord(context, supervisionKind, { id: context.newId(), caseFileId: null, body }));
  },
  strike: (context, { supervisionId: id, basedOn }) => {
    const { body } = loadRecord(context, supervisionKind, id);
    const record = { id, caseFileId: null, body: { ...body, isStruck: true }, expectedRevision: basedOn };
    saveRecord(context, supervisionKind, record);
    return {};
  },
};

const ofPerson = (context: ReadContext, staffMemberId: string): StoredSupervision[] =>
  listRecords(context, supervisionKind, 't.staff_id = ? ORDER BY t.on_day DESC, t.revision_seq DESC', [staffMemberId])
    .filter(({ body }) => !body.isStruck)
    .map(shown);

const shown = ({ id, revision, body: { isStruck: _struck, ...body } }: Stored<Supervision>): StoredSupervision => ({
  ...body,
  id: RecordId.parse(id),
  revision,
});
