// Breaches in the vault. Whoever notices one writes it down; a director leads it to its end, and Today shows the clock meanwhile.
import { RecordId } from '#shared/ids';
import {
  authorityDueAt,
  Breach,
  type breachOperations,
  breachRefusal,
  closeRefusal,
  type OpenBreach,
  type StoredBreach,
  unasked,
} from '#shared/records/breach';
import type { ReadContext, WriteContext } from '../context.ts';
import type { Handlers } from '../router.ts';
import { named } from './case-reach.ts';
import { caseRef } from './case-ref.ts';
import { ownRef } from './one-record.ts';
import { listRecords, loadRecord, recordKind, saveRecord, type Stored } from './record-kind.ts';
import { obey, revisionMark } from './revision-mark.ts';

export const breachKind = recordKind<Breach>({
  kind: 'breach',
  schema: Breach,
  table: 'breach',
  columns: (body) => ({ breach_kind: body.kind, known_at: body.knownAt, is_open: Number(body.closedOn === null) }),
});

export const breachHandlers: Handlers<typeof breachOperations> = {
  report: (context, told) => {
    const body: Breach = { ...told, ...fresh, closedOn: null };
    obey(breachRefusal(body, context.now()));
    const { id } = saveRecord(context, breachKind, { id: context.newId(), caseFileId: null, body });
    return { breachId: RecordId.parse(id) };
  },
  list: (context) =>
    listRecords(context, breachKind, '1 = 1 ORDER BY t.is_open DESC, t.known_at DESC, t.id').map((stored) =>
      shown(context, stored),
    ),
  get: (context, { breachId }) => shown(context, loadRecord(context, breachKind, breachId)),
  save: (context, { breachId, basedOn, course, close }) => {
    const before = loadRecord(context, breachKind, breachId).body;
    obey(before.closedOn === null ? null : 'breach-closed');
    const body: Breach = { ...before, ...course, closedOn: close ? context.today() : null };
    requireCases(context, before, body);
    obey(breachRefusal(body, context.now()) ?? (close ? closeRefusal(body) : null));
    return save(context, breachId, body, basedOn);
  },
};

/** Whoever is added has a case here; a case that was erased since is not asked for again. */
function requireCases(context: ReadContext, before: Breach, after: Breach): void {
  const known = new Set<string>(before.affected.map(({ caseFileId }) => caseFileId));
  for (const { caseFileId } of after.affected) if (!known.has(caseFileId)) caseRef(context, caseFileId);
}

const fresh = {
  dataClasses: [],
  affected: [],
  containment: '',
  authority: { answer: 'NOT_DECIDED', why: '' },
  notifications: [],
  media: {},
  lessons: '',
} satisfies Partial<Breach>;

/** For Today, the clock that ends first before the others. */
export const openBreaches = (context: ReadContext): OpenBreach[] =>
  listRecords(context, breachKind, 't.is_open = 1 ORDER BY t.known_at, t.id').map(({ id, body }) => ({
    breachId: RecordId.parse(id),
    kind: body.kind,
    authorityDueAt: authorityDueAt(body),
    unasked: unasked(body),
  }));

const save = (context: WriteContext, id: string, body: Breach, basedOn: number): StoredBreach =>
  shown(context, saveRecord(context, breachKind, { id, caseFileId: null, body, expectedRevision: basedOn }));

const shown = (context: Pick<ReadContext, 'db'>, stored: Stored<Breach>): StoredBreach => ({
  ...stored.body,
  ...revisionMark(context, stored),
  id: RecordId.parse(stored.id),
  people: stored.body.affected
    .flatMap(({ caseFileId }) => ownRef(context, caseFileId) ?? [])
    .map((of) => named(context, of)),
  authorityDueAt: authorityDueAt(stored.body),
});
