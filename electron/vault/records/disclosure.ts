// The disclosure log: one line for everything that left, never changed, the survivor's own to read (domain §14).
import { RecordId } from '#shared/ids';
import { Disclosure } from '#shared/records/export-package';
import type { ReadContext, WriteContext } from '../context.ts';
import { listRecords, recordKind, saveRecord } from './record-kind.ts';

/** The line without its id, which is the record's. */
const DisclosureBody = Disclosure.omit({ id: true });
type DisclosureBody = Omit<Disclosure, 'id'>;

export const disclosureKind = recordKind<DisclosureBody>({
  kind: 'disclosure',
  schema: DisclosureBody,
  table: 'disclosure',
  columns: (body) => ({
    case_file_id: body.caseFileId,
    partner_agency_id: body.partnerAgencyId,
    sent_at: body.sentAt,
    package_sha256: body.packageSha256,
  }),
});

/** Adds a line. Throws `conflict` when the id is there already: a line has one saved state. */
export function recordDisclosure(context: WriteContext, id: string, body: DisclosureBody): void {
  saveRecord(context, disclosureKind, { id, caseFileId: body.caseFileId, body, expectedRevision: 0 });
}

/** The log of one case, newest first. */
export const disclosuresOf = (context: ReadContext, caseFileId: string): Disclosure[] =>
  listRecords(context, disclosureKind, 't.case_file_id = ? ORDER BY t.sent_at DESC, t.id DESC', [caseFileId]).map(
    ({ id, body }) => ({ ...body, id: RecordId.parse(id) }),
  );
