// Legal requests in the vault. Logging one holds the case at once; what a court ordered is produced by two people, line by line, and
// nothing beside it.
import { VaultError } from '#shared/contract/errors';
import { RecordId } from '#shared/ids';
import {
  type DueRequest,
  LegalRequest,
  type legalRequestOperations,
  type Producible,
  type Production,
  type StoredLegalRequest,
} from '#shared/records/legal-request';
import {
  approveRefusal,
  moveRefusal,
  nextDeadline,
  prepareRefusal,
  produceRefusal,
} from '#shared/records/legal-request-rules';
import type { ReadContext, WriteContext } from '../context.ts';
import { gatherOrdered } from '../own-copy/ordered.ts';
import { sha256Of } from '../own-copy/gather.ts';
import type { Handlers } from '../router.ts';
import { named } from './case-reach.ts';
import { caseRef } from './case-ref.ts';
import { recordOtherDisclosure } from './disclosure-log.ts';
import { placeHold } from './legal-hold.ts';
import { listRecords, loadRecord, recordKind, saveRecord, type Stored } from './record-kind.ts';
import { obey, revisionMark, staffRef } from './revision-mark.ts';

export const legalRequestKind = recordKind<LegalRequest>({
  kind: 'legal-request',
  schema: LegalRequest,
  table: 'legal_request',
  columns: (body) => ({
    case_file_id: body.caseFileId,
    request_state: body.state,
    received_on: body.receivedOn,
    due_on: nextDeadline(body),
  }),
});

export const legalRequestHandlers: Handlers<typeof legalRequestOperations> = {
  list: (context) =>
    listRecords(
      context,
      legalRequestKind,
      "1 = 1 ORDER BY t.request_state = 'CLOSED', t.received_on DESC, t.id DESC",
    ).map((stored) => shown(context, stored)),
  get: (context, { requestId }) => shown(context, loadRecord(context, legalRequestKind, requestId)),
  log: (context, { caseFileId, ...told }) => {
    obey(told.receivedOn > context.today() ? 'request-later' : null);
    const body: LegalRequest = { ...told, ...fresh, caseFileId, state: 'LOGGED' };
    if (caseFileId !== null) {
      caseRef(context, caseFileId);
      // Nothing of it is erased from this moment on, whatever day some rule says (domain §14).
      placeHold(context, {
        caseFileId,
        reason: told.asksFor || '—',
        authority: told.servedBy,
        placedBy: 'LEGAL_REQUEST',
      });
    }
    return save(context, { id: context.newId(), body, basedOn: 0 });
  },
  save: (context, { requestId, basedOn, told, course, to }) => {
    const before = loadRecord(context, legalRequestKind, requestId).body;
    obey(before.state === 'CLOSED' ? 'request-over' : null);
    const body: LegalRequest = { ...before, ...told, ...course, state: to ?? before.state };
    if (to !== null) obey(moveRefusal(body, before.state, to));
    return save(context, { id: requestId, body, basedOn });
  },
  producible: (context, { requestId, ...ordered }) => producible(context, requestId, ordered),
  prepare: (context, { requestId, basedOn, sha256, ...ordered }) => {
    const { body } = loadRecord(context, legalRequestKind, requestId);
    obey(prepareRefusal(body));
    const found = producible(context, requestId, ordered);
    if (found.sha256 !== sha256) throw new VaultError('conflict');
    const production: Production = {
      ...ordered,
      sha256: sha256Of(kept(found, ordered.masks)),
      preparedBy: context.staffMember.id,
      approved: null,
      producedOn: null,
    };
    return save(context, { id: requestId, body: { ...body, production }, basedOn });
  },
  toApprove: (context, { caseFileId }) =>
    listRecords(context, legalRequestKind, "t.case_file_id = ? AND t.request_state = 'DECIDED'", [caseFileId]).flatMap(
      ({ id, revision, body: { production } }) =>
        production === null || production.approved !== null
          ? []
          : [
              {
                requestId: RecordId.parse(id),
                basedOn: revision,
                production,
                by: staffRef(context, production.preparedBy),
              },
            ],
    ),
  approve: (context, { requestId, basedOn }) => {
    const { body } = loadRecord(context, legalRequestKind, requestId);
    const { id: by } = context.staffMember;
    obey(approveRefusal(body, by));
    if (body.production === null) throw new VaultError('not-found');
    requireUnchanged(context, requestId, body.production);
    const production = { ...body.production, approved: { by, at: context.now() } };
    save(context, { id: requestId, body: { ...body, production }, basedOn });
    return {};
  },
  produce: (context, { requestId, basedOn }) => {
    const { body } = loadRecord(context, legalRequestKind, requestId);
    obey(produceRefusal(body));
    if (body.production === null || body.caseFileId === null) throw new VaultError('not-found');
    requireUnchanged(context, requestId, body.production);
    recordOtherDisclosure(context, {
      caseFileId: body.caseFileId,
      way: 'PRODUCTION',
      sentOn: context.today(),
      recipientName: body.servedBy.slice(0, 200),
      partnerAgencyId: null,
      purpose: '',
      categories: body.production.categories,
      what: body.asksFor.slice(0, 1_000),
      basis: { kind: 'COURT_ORDER', reference: requestId },
      survivorTold: { told: body.wish?.wants !== 'NOT_REACHED', how: (body.wish?.how ?? '').slice(0, 400) || '—' },
      steps: body.protective.slice(0, 1_000),
      documentSha256: body.production.sha256,
      unmatched: [],
    });
    const production = { ...body.production, producedOn: context.today() };
    return save(context, { id: requestId, body: { ...body, production, state: 'LIMITED_PRODUCTION' }, basedOn });
  },
};

const fresh = {
  counsel: '',
  validity: null,
  wish: null,
  protective: '',
  steps: [],
  decision: '',
  production: null,
} as const satisfies Partial<LegalRequest>;

type Ordered = Pick<Production, 'categories' | 'from' | 'to'>;

/** Exactly the ordered parts of the case: nothing sealed, nothing privileged, no note outside the ordered days. */
function producible(context: ReadContext, requestId: string, ordered: Ordered): Producible {
  const { body } = loadRecord(context, legalRequestKind, requestId);
  if (body.caseFileId === null) throw new VaultError('rule-broken', { rule: 'production-case' });
  const sections = gatherOrdered(context, body.caseFileId, ordered);
  return { sections, sha256: sha256Of(sections) };
}

/** The lines that are left when what is about others is out. */
function kept({ sections }: Pick<Producible, 'sections'>, masks: Production['masks']): Producible['sections'] {
  const out = new Set(masks.map(({ lineId }) => lineId));
  return sections.map((section) => ({ ...section, lines: section.lines.filter(({ id }) => !out.has(id)) }));
}

/** What was looked at is what leaves: else it is prepared anew. */
function requireUnchanged(context: ReadContext, requestId: string, production: Production): void {
  const found = producible(context, requestId, production);
  if (sha256Of(kept(found, production.masks)) !== production.sha256) throw new VaultError('conflict');
}

/** Days that papers name, of requests that are not closed, up to a day. */
export const dueRequests = (context: ReadContext, until: string): DueRequest[] =>
  listRecords(context, legalRequestKind, 't.due_on <= ? ORDER BY t.due_on, t.id', [until]).flatMap(({ id, body }) =>
    body.deadlines
      .filter(({ isDone, on }) => !isDone && on <= until)
      .map(({ what, on }) => ({ requestId: RecordId.parse(id), what, on })),
  );

function save(
  context: WriteContext,
  { id, body, basedOn }: { id: string; body: LegalRequest; basedOn: number },
): StoredLegalRequest {
  const { caseFileId } = body;
  return shown(context, saveRecord(context, legalRequestKind, { id, caseFileId, body, expectedRevision: basedOn }));
}

const shown = (context: Pick<ReadContext, 'db'>, stored: Stored<LegalRequest>): StoredLegalRequest => ({
  ...stored.body,
  ...revisionMark(context, stored),
  id: RecordId.parse(stored.id),
  of: stored.body.caseFileId === null ? null : named(context, caseRef(context, stored.body.caseFileId)),
  preparedBy: staffRef(context, stored.body.production?.preparedBy ?? null),
  approvedBy: staffRef(context, stored.body.production?.approved?.by ?? null),
});
