// The log of prints: one entry a sheet, never changed.
import { VaultError } from '#shared/contract/errors';
import { RecordId } from '#shared/ids';
import { isHerRight, Print, type printLogOperations, printRefusal, type StoredPrint } from '#shared/records/print-log';
import type { ReadContext } from '../context.ts';
import type { Handlers } from '../router.ts';
import { caseRef } from './case-ref.ts';
import { listRecords, loadRecord, recordKind, saveRecord, type Stored } from './record-kind.ts';
import { referralKind } from './referral-kind.ts';
import { letterOf } from './referral-letter.ts';
import { requireUnrestricted } from './rights-request.ts';
import { obey, revisionMark } from './revision-mark.ts';

export const printKind = recordKind<Print>({
  kind: 'print',
  schema: Print,
  table: 'print',
  columns: (body) => ({ case_file_id: body.caseFileId, shred_on: body.shredOn }),
});

export const printLogHandlers: Handlers<typeof printLogOperations> = {
  add: (context, body) => {
    caseRef(context, body.caseFileId);
    if (!isHerRight(body.sheet)) requireUnrestricted(context, body.caseFileId);
    obey(printRefusal(body, context.today()));
    const { caseFileId, referralId } = body;
    if (referralId !== null) {
      if (loadRecord(context, referralKind, referralId).body.caseFileId !== caseFileId)
        throw new VaultError('not-found');
      letterOf(context, referralId);
    }
    return asStored(context, saveRecord(context, printKind, { id: context.newId(), caseFileId, body }));
  },
  list: (context, { caseFileId }) => {
    caseRef(context, caseFileId);
    return listRecords(context, printKind, 't.case_file_id = ? ORDER BY t.revision_seq DESC', [caseFileId]).map(
      (stored) => asStored(context, stored),
    );
  },
};

function asStored(context: ReadContext, stored: Stored<Print>): StoredPrint {
  return { ...stored.body, ...revisionMark(context, stored), id: RecordId.parse(stored.id) };
}
