// Things, papers and devices that the house keeps for somebody. Whose a device is that may be followed is told by no list; her own
// line is opened by her name, so that whoever is on shift at night can give it back.
import { RecordId } from '#shared/ids';
import { isHere } from '#shared/records/case-status';
import {
  type Device,
  deviceRefusal,
  type HerYes,
  KeptThing,
  type KeptNow,
  type keptThingOperations,
  type ShownThing,
  type SiteWord,
  isQuiet,
} from '#shared/records/kept-thing';
import type { ReadContext, WriteContext } from '../context.ts';
import type { Handlers } from '../router.ts';
import { loadCase } from './case-file.ts';
import { mayOpen, named } from './case-reach.ts';
import { caseRef } from './case-ref.ts';
import { ALL_PARTS } from './one-record.ts';
import { listRecords, loadRecord, recordKind, saveRecord, type Stored } from './record-kind.ts';
import { obey, staffRef } from './revision-mark.ts';
import { callForLook } from './safety-plan-kind.ts';

/** In no search: what somebody owns is found at the place where it lies. */
export const keptThingKind = recordKind<KeptThing>({
  kind: 'kept-thing',
  schema: KeptThing,
  table: 'kept_thing',
  columns: ({ caseFileId, kind, place, givenBack }) => ({
    case_file_id: caseFileId,
    thing_kind: kind,
    place,
    is_here: Number(givenBack === null),
  }),
});

export const keptThingHandlers: Handlers<typeof keptThingOperations> = {
  list: (context) => ({ things: hereNow(context).map(({ body }) => lineOf(context, body)) }),
  ofCase: (context, { caseFileId }) => ({
    of: named(context, caseRef(context, caseFileId)),
    isHere: isHere(loadCase(context, caseFileId).body.status),
    things: listRecords(
      context,
      keptThingKind,
      `t.case_file_id IN (${ALL_PARTS}) ORDER BY t.is_here DESC, t.revision_seq DESC`,
      { case: caseFileId },
    ).map((stored) => shown(context, stored)),
  }),
  takeIn: (context, { yes, ...told }) => keep(context, { ...told, ...taken(context, yes), device: null }),
  layAside: (context, { yes, device, ...told }) => {
    obey(deviceRefusal(device));
    return keep(context, { ...told, kind: 'DEVICE', ...taken(context, yes), device });
  },
  move: (context, { thingId, basedOn, place }) => change(context, { thingId, basedOn }, (body) => ({ ...body, place })),
  agree: (context, { thingId, basedOn, ...talked }) =>
    change(context, { thingId, basedOn }, (body) => ({ ...body, device: talkedOver(body.device, talked) })),
  giveBack: (context, { thingId, basedOn, yes, to }) =>
    change(context, { thingId, basedOn }, (body) => {
      const givenBack = { on: context.today(), by: context.staffMember.id, yes, to };
      return { ...body, givenBack };
    }),
};

const taken = (context: WriteContext, yes: HerYes): Pick<KeptThing, 'takenIn' | 'givenBack'> => ({
  takenIn: { on: context.today(), by: context.staffMember.id, yes },
  givenBack: null,
});

function keep(context: WriteContext, body: KeptThing): { thingId: RecordId } {
  const { caseFileId } = body;
  obey(isHere(loadCase(context, caseFileId).body.status) ? null : 'thing-not-here');
  const { id } = saveRecord(context, keptThingKind, { id: context.newId(), caseFileId, body });
  if (body.device !== null) callForLook(context, caseFileId, 'NEW_DEVICE_OR_CONTACT');
  return { thingId: RecordId.parse(id) };
}

function talkedOver(before: Device | null, talked: Omit<Device, 'type'>): Device {
  obey(before === null ? 'thing-no-device' : null);
  const device = { type: 'OTHER' as const, ...before, ...talked };
  obey(deviceRefusal(device));
  return device;
}

interface Which {
  readonly thingId: string;
  readonly basedOn: number;
}

/** What happens to a device may be noticed by whoever follows, so the plan is looked at again. */
function change(context: WriteContext, { thingId, basedOn }: Which, next: (body: KeptThing) => KeptThing) {
  const { body } = loadRecord(context, keptThingKind, thingId);
  obey(body.givenBack === null ? null : 'thing-back');
  const { caseFileId } = body;
  const after = next(body);
  saveRecord(context, keptThingKind, { id: thingId, caseFileId, body: after, expectedRevision: basedOn });
  const isOther = after.device?.state !== body.device?.state || after.givenBack !== null;
  if (after.device !== null && isOther) callForLook(context, caseFileId, 'NEW_DEVICE_OR_CONTACT');
  return {};
}

const hereNow = (context: ReadContext): Stored<KeptThing>[] =>
  listRecords(context, keptThingKind, 't.is_here = 1 ORDER BY t.place, t.revision_seq, t.id');

/** How many things lie here for one person. */
export const keptNow = ({ db }: Pick<ReadContext, 'db'>, caseFileId: string): number =>
  db.get<{ n: number }>(`SELECT count(*) AS n FROM kept_thing WHERE is_here = 1 AND case_file_id IN (${ALL_PARTS})`, {
    case: caseFileId,
  })?.n ?? 0;

const lineOf = (context: ReadContext, { kind, what, place, takenIn, device, caseFileId }: KeptThing): KeptNow => ({
  kind,
  what,
  place,
  since: takenIn.on,
  of: device === null || mayOpen(context, 'whole', caseFileId) ? named(context, caseRef(context, caseFileId)) : null,
});

const shown = (context: ReadContext, { id, revision, body }: Stored<KeptThing>): ShownThing => {
  const { kind, what, place, takenIn, device, givenBack, caseFileId } = body;
  return {
    id: RecordId.parse(id),
    revision,
    kind,
    what,
    place,
    takenIn: { ...takenIn, by: staffRef(context, takenIn.by) },
    device: device && shownDevice(device, mayOpen(context, 'whole', caseFileId)),
    givenBack: givenBack && { ...givenBack, by: staffRef(context, givenBack.by) },
  };
};

const shownDevice = ({ type, state, ...talked }: Device, isOpen: boolean): ShownThing['device'] => ({
  type,
  state,
  talked: isOpen ? talked : null,
});

/** For Today: what lies where, and neither whose it is nor what was agreed. */
export const siteWords = (context: ReadContext): SiteWord[] =>
  hereNow(context).flatMap(({ body: { place, device, takenIn } }) =>
    device === null ? [] : [{ place, type: device.type, isOn: !isQuiet(device.state), since: takenIn.on }],
  );
