// The service log in the vault: one row a line, so that a month is counted without reading the others.
import { RecordId } from '#shared/ids';
import {
  countServices,
  Service,
  type serviceOperations,
  serviceRefusal,
  type ServiceMonth,
  type StoredService,
} from '#shared/records/service';
import { COMMON_CODES, ServiceCode } from '#shared/records/service-codes';
import type { ReadContext } from '../context.ts';
import type { Handlers } from '../router.ts';
import { loadCase } from './case-file.ts';
import { listRecords, loadRecord, recordKind, saveRecord, type Stored } from './record-kind.ts';
import { obey, revisionMark, staffRef } from './revision-mark.ts';

export const serviceKind = recordKind<Service>({
  kind: 'service',
  schema: Service,
  table: 'service',
  columns: (body) => ({
    case_file_id: body.caseFileId,
    given_on: body.on,
    code: body.code,
    staff_id: body.staffId,
    is_struck: Number(body.isStruck),
  }),
});

export const serviceHandlers: Handlers<typeof serviceOperations> = {
  log: (context, { caseFileId, on = context.today(), ...given }) => {
    obey(serviceRefusal(on, loadCase(context, caseFileId).body.openedOn, context.today()));
    const body: Service = { ...given, caseFileId, on, staffId: context.staffMember.id, isStruck: false };
    return shown(context, saveRecord(context, serviceKind, { id: context.newId(), caseFileId, body }));
  },
  correct: (context, { serviceId, basedOn, service }) => {
    const { body } = loadRecord(context, serviceKind, serviceId);
    const { caseFileId } = body;
    obey(serviceRefusal(service.on, loadCase(context, caseFileId).body.openedOn, context.today()));
    const record = { id: serviceId, caseFileId, body: { ...body, ...service }, expectedRevision: basedOn };
    return shown(context, saveRecord(context, serviceKind, record));
  },
  month: (context, { caseFileId, month }) => monthOf(context, caseFileId, month ?? context.today().slice(0, 7)),
  recentCodes: (context, { caseFileId }) => recentCodes(context, caseFileId),
};

function monthOf(context: ReadContext, caseFileId: string, month: string): ServiceMonth {
  loadCase(context, caseFileId);
  const services = listRecords(
    context,
    serviceKind,
    't.case_file_id = ? AND t.given_on BETWEEN ? AND ? ORDER BY t.given_on DESC, t.revision_seq DESC',
    [caseFileId, `${month}-01`, `${month}-31`],
  );
  const months = context.db.all<{ month: string; times: number }>(
    `SELECT substr(given_on, 1, 7) AS month, count(*) FILTER (WHERE is_struck = 0) AS times FROM service
     WHERE case_file_id = ? GROUP BY month ORDER BY month DESC`,
    [caseFileId],
  );
  return {
    months,
    month,
    services: services.map((stored) => shown(context, stored)),
    counts: countServices(services.map(({ body }) => body)),
  };
}

const FEW = 6;

function recentCodes(context: ReadContext, caseFileId: string): ServiceCode[] {
  loadCase(context, caseFileId);
  const ofCase = context.db.all<{ code: string }>(
    'SELECT code FROM service WHERE case_file_id = ? AND is_struck = 0 GROUP BY code ORDER BY max(revision_seq) DESC LIMIT 6',
    [caseFileId],
  );
  const ofStaff = context.db.all<{ code: string }>(
    'SELECT code FROM service WHERE staff_id = ? AND is_struck = 0 GROUP BY code ORDER BY max(revision_seq) DESC LIMIT 6',
    [context.staffMember.id],
  );
  const used = [...ofCase, ...ofStaff].map(({ code }) => ServiceCode.parse(code));
  return [...new Set([...used, ...COMMON_CODES])].slice(0, FEW);
}

const shown = (context: ReadContext, stored: Stored<Service>): StoredService => ({
  ...stored.body,
  ...revisionMark(context, stored),
  id: RecordId.parse(stored.id),
  staff: staffRef(context, stored.body.staffId),
});
