// Agreements with agencies in the vault.
import { VaultError } from '#shared/contract/errors';
import { RecordId } from '#shared/ids';
import {
  Agreement,
  type agreementOperations,
  agreementRefusal,
  agreementState,
  type EndingAgreement,
  endsBroughtUp,
  type StoredAgreement,
} from '#shared/records/agreement';
import type { ReadContext } from '../context.ts';
import type { Handlers } from '../router.ts';
import { loadAgency } from './partner-agency.ts';
import { listRecords, loadRecord, recordKind, saveRecord, type Stored } from './record-kind.ts';
import { obey, revisionMark } from './revision-mark.ts';

export const agreementKind = recordKind<Agreement>({
  kind: 'agreement',
  schema: Agreement,
  table: 'agreement',
  columns: (body) => ({
    partner_agency_id: body.partnerAgencyId,
    ends_on: body.stage === 'SIGNED' ? body.expiresOn : null,
  }),
});

export const agreementHandlers: Handlers<typeof agreementOperations> = {
  list: (context, { partnerAgencyId }) => {
    loadAgency(context, partnerAgencyId);
    const where = 't.partner_agency_id = ? ORDER BY t.id DESC';
    return listRecords(context, agreementKind, where, [partnerAgencyId]).map((stored) => shown(context, stored));
  },
  save: (context, { partnerAgencyId, agreementId, basedOn, agreement }) => {
    loadAgency(context, partnerAgencyId);
    const before = agreementId === null ? null : loadRecord(context, agreementKind, agreementId).body;
    if (before !== null && before.partnerAgencyId !== partnerAgencyId) throw new VaultError('not-found');
    obey(agreementRefusal(before, agreement));
    const id = agreementId ?? context.newId();
    const body = { ...agreement, partnerAgencyId };
    const record = { id, caseFileId: null, body, expectedRevision: basedOn };
    return shown(context, saveRecord(context, agreementKind, record));
  },
};

/** Those that end soon or have just ended, earliest first. */
export function endingAgreements(context: ReadContext): EndingAgreement[] {
  const where = 't.ends_on BETWEEN $from AND $to ORDER BY t.ends_on';
  return listRecords(context, agreementKind, where, endsBroughtUp(context.today())).map(({ id, body }) => ({
    agreementId: RecordId.parse(id),
    partnerAgencyId: body.partnerAgencyId,
    agencyName: loadAgency(context, body.partnerAgencyId).body.name,
    on: body.expiresOn ?? context.today(),
  }));
}

const shown = (context: ReadContext, stored: Stored<Agreement>): StoredAgreement => ({
  ...stored.body,
  ...revisionMark(context, stored),
  id: RecordId.parse(stored.id),
  state: agreementState(stored.body, context.today()),
});
