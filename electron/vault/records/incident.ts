// What happened in the house. A report belongs to no case, so that it stands in nobody's timeline: it tells of several people at once,
// and two files that know of the same evening would tell of each other. What it says of her is hers to ask for, line by line.
import { VaultError } from '#shared/contract/errors';
import { RecordId } from '#shared/ids';
import {
  CALLS_FOR,
  CIRCLES,
  HOUSE_READS_FOR,
  houseReads,
  Incident,
  type incidentOperations,
  type OpenIncident,
  type StoredIncident,
} from '#shared/records/incident';
import type { ReadContext, WriteContext } from '../context.ts';
import type { Handlers } from '../router.ts';
import { mayOpen, seesEveryCase } from './case-reach.ts';
import { caseRef } from './case-ref.ts';
import { settleDraft } from './draft.ts';
import { ownRef } from './one-record.ts';
import { listRecords, loadRecord, recordKind, saveRecord, type Stored } from './record-kind.ts';
import { obey, revisionMark, staffRef } from './revision-mark.ts';
import { callForLook } from './safety-plan-kind.ts';

/** In no search: it would be found by who may not read it. */
export const incidentKind = recordKind<Incident>({
  kind: 'incident',
  schema: Incident,
  table: 'incident',
  columns: ({ type, at, closedAt }) => ({
    incident_type: type,
    happened_at: at,
    is_open: Number(closedAt === null),
  }),
});

export const incidentHandlers: Handlers<typeof incidentOperations> = {
  report: (context, told) => {
    obey(told.at > context.now() ? 'incident-later' : null);
    const body: Incident = {
      ...told,
      people: known(context, told.people),
      writtenBy: context.staffMember.id,
      closedAt: null,
    };
    const { id } = saveRecord(context, incidentKind, { id: context.newId(), caseFileId: null, body });
    const trigger = CALLS_FOR[body.type];
    if (trigger !== undefined) for (const caseFileId of body.people) callForLook(context, caseFileId, trigger);
    settleDraft(context, 'incident');
    return { incidentId: RecordId.parse(id) };
  },
  list: (context, { offset, limit }) => {
    const all = listRecords(context, incidentKind, '1 = 1 ORDER BY t.happened_at DESC, t.id DESC').filter(({ body }) =>
      mayRead(context, body),
    );
    return { incidents: all.slice(offset, offset + limit).map((stored) => shown(context, stored)), total: all.length };
  },
  get: (context, { incidentId }) => shown(context, load(context, incidentId)),
  save: (context, { incidentId, basedOn, told }) => {
    const { body: before } = load(context, incidentId);
    obey(mayWrite(context, before) ? null : before.closedAt === null ? 'incident-not-yours' : 'incident-closed');
    const saved = keep(context, incidentId, { ...before, ...told, people: known(context, told.people) }, basedOn);
    settleDraft(context, 'incident-change', undefined, incidentId);
    return saved;
  },
  close: (context, { incidentId, basedOn }) => {
    const { body } = load(context, incidentId);
    obey(body.closedAt !== null ? 'incident-closed' : body.actions === '' ? 'incident-actions' : null);
    return keep(context, incidentId, { ...body, closedAt: context.now() }, basedOn);
  },
};

/** Each once, and each somebody who has a case. Throws `not-found`. */
const known = (context: ReadContext, people: Incident['people']): Incident['people'] =>
  [...new Set(people)].map((id) => {
    caseRef(context, id);
    return id;
  });

/** Who reads it; the reasons stand beside CIRCLES. */
function mayRead(context: ReadContext, { type, at, people, toldTo, writtenBy }: Incident): boolean {
  const { id: me, role } = context.staffMember;
  if (seesEveryCase(role) || writtenBy === me || toldTo.includes(me)) return true;
  const circle = CIRCLES[type];
  if (circle === 'NARROW' || !houseReads(role)) return false;
  if (circle === 'HOUSE' && context.now() - at < HOUSE_READS_FOR) return true;
  return people.some((id) => mayOpen(context, 'whole', id));
}

const mayWrite = ({ staffMember: { id, role } }: ReadContext, { writtenBy, closedAt }: Incident): boolean =>
  closedAt === null && (seesEveryCase(role) || writtenBy === id);

function load(context: ReadContext, incidentId: string): Stored<Incident> {
  const stored = loadRecord(context, incidentKind, incidentId);
  if (!mayRead(context, stored.body)) throw new VaultError('not-found');
  return stored;
}

const keep = (context: WriteContext, id: string, body: Incident, basedOn: number): StoredIncident =>
  shown(context, saveRecord(context, incidentKind, { id, caseFileId: null, body, expectedRevision: basedOn }));

const shown = (context: ReadContext, stored: Stored<Incident>): StoredIncident => ({
  ...stored.body,
  ...revisionMark(context, stored),
  id: RecordId.parse(stored.id),
  people: stored.body.people
    .flatMap((id) => ownRef(context, id) ?? [])
    .map(({ caseFileId, caseNumber }) => ({ caseFileId, caseNumber })),
  toldTo: stored.body.toldTo.flatMap((id) => staffRef(context, id) ?? []),
  writtenBy: staffRef(context, stored.body.writtenBy),
  mayWrite: mayWrite(context, stored.body),
});

/** Reports in which one of these cases stands, as far as whoever asks may read them; oldest first. For her own copy (own-copy/gather.ts). */
export const reportsNaming = (context: ReadContext, caseFileIds: readonly string[]): Stored<Incident>[] =>
  listRecords(context, incidentKind, '1 = 1 ORDER BY t.happened_at, t.id').filter(
    ({ body }) => body.people.some((id) => caseFileIds.includes(id)) && mayRead(context, body),
  );

/** For Today, the newest first. */
export const openIncidents = (context: ReadContext): OpenIncident[] =>
  listRecords(context, incidentKind, 't.is_open = 1 ORDER BY t.happened_at DESC, t.id DESC')
    .filter(({ body }) => mayRead(context, body))
    .slice(0, 20)
    .map(({ id, body: { type, at } }) => ({ incidentId: RecordId.parse(id), type, at }));
