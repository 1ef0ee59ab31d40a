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
import { load as loadRelease } from './release.ts';
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
    const { caseFileId, referralId, releaseId } = body;
    if (referralId !== null) {
      requireOfCase(loadRecord(context, referralKind, referralId), caseFileId);
      letterOf(context, referralId);
    }
    if (releaseId !== null) {
      const release = requireOfCase(loadRelease(context, releaseId), caseFileId);
      obey(release.revoked === null ? 'print-not-taken-back' : null);
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

function requireOfCase<Body extends { caseFileId: string }>({ body }: Stored<Body>, caseFileId: string): Body {
  if (body.caseFileId !== caseFileId) throw new VaultError('not-found');
  return body;
}

function asStored(context: ReadContext, stored: Stored<Print>): StoredPrint {
  return { ...stored.body, ...revisionMark(context, stored), id: RecordId.parse(stored.id) };
}
