// Mandated reports in the vault: written once, each with its line in the disclosure log.
import { RecordId } from '#shared/ids';
import {
  MandatedReport,
  type mandatedReportOperations,
  reportRefusal,
  type StoredMandatedReport,
} from '#shared/records/mandated-report';
import type { ReadContext } from '../context.ts';
import type { Handlers } from '../router.ts';
import { caseRef } from './case-ref.ts';
import { recordOtherDisclosure } from './disclosure-log.ts';
import { ALL_PARTS } from './one-record.ts';
import { listRecords, recordKind, saveRecord, type Stored } from './record-kind.ts';
import { obey, revisionMark } from './revision-mark.ts';

export const mandatedReportKind = recordKind<MandatedReport>({
  kind: 'mandated-report',
  schema: MandatedReport,
  table: 'mandated_report',
  columns: (body) => ({ case_file_id: body.caseFileId, report_trigger: body.trigger, reported_on: body.reportedOn }),
});

export const mandatedReportHandlers: Handlers<typeof mandatedReportOperations> = {
  add: (context, body) => {
    const { caseFileId } = body;
    caseRef(context, caseFileId);
    obey(reportRefusal(body, context.today()));
    recordOtherDisclosure(context, {
      caseFileId,
      way: 'MANDATED_REPORT',
      sentOn: body.reportedOn,
      recipientName: body.reportedTo.slice(0, 200),
      partnerAgencyId: null,
      purpose: '',
      categories: body.categories,
      what: body.content.slice(0, 1_000),
      basis: { kind: 'STATUTORY_MANDATE', reference: body.law.slice(0, 200) },
      survivorTold: { told: body.told !== 'NOT_SAFE', how: body.toldHow },
      steps: body.support.slice(0, 1_000),
      documentSha256: null,
      unmatched: [],
    });
    return shown(context, saveRecord(context, mandatedReportKind, { id: context.newId(), caseFileId, body }));
  },
  list: (context, { caseFileId }) => {
    caseRef(context, caseFileId);
    const order = `t.case_file_id IN (${ALL_PARTS}) ORDER BY t.reported_on DESC, t.id DESC` as const;
    return listRecords(context, mandatedReportKind, order, { case: caseFileId }).map((one) => shown(context, one));
  },
};

const shown = (context: Pick<ReadContext, 'db'>, stored: Stored<MandatedReport>): StoredMandatedReport => ({
  ...stored.body,
  ...revisionMark(context, stored),
  id: RecordId.parse(stored.id),
});
