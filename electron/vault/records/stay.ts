// Beds given, held, changed and left. Every way ends in one question: may she sleep there (`placement.ts`).
import { VaultError } from '#shared/contract/errors';
import { RecordId } from '#shared/ids';
import { nightsSoFar } from '#shared/records/bed-nights';
import { type BedHold, HOLD_TIME, type OwnStays, type Stay, type stayOperations } from '#shared/records/stay';
import { addDays } from '#shared/time';
import type { ReadContext, WriteContext } from '../context.ts';
import type { Handlers } from '../router.ts';
import { boardOf } from './bed-board.ts';
import { leaveBed } from './bed-left.ts';
import { caseRef } from './case-ref.ts';
import { bedRefusal, houseNights, personRefusal, type Wish, warningsOf } from './placement.ts';
import { loadRecord, saveRecord, type Stored } from './record-kind.ts';
import { obey } from './revision-mark.ts';
import { bedKind, bedsOf, roomKind, roomsOf } from './room.ts';
import { bedHoldKind, nightsOf, stayKind, staysOf } from './stay-kind.ts';

export const stayHandlers: Handlers<typeof stayOperations> = {
  board: (context, { on }) => boardOf(context, on),
  choices: (context, { caseFileId, from, until }) => {
    caseRef(context, caseFileId);
    const now = staysOf(context, caseFileId).find(({ body }) => body.leftOn === null);
    const wish = { caseFileId, span: { from, to: until }, holdId: null, instead: now?.id ?? null };
    const house = houseNights(context, from);
    const whole = personRefusal(context, house, wish);
    const rooms = new Map(roomsOf(context).map(({ id, body }) => [id, body.name]));
    return bedsOf(context).map(({ id, body }) => ({
      bedId: RecordId.parse(id),
      code: body.code,
      roomName: rooms.get(body.roomId) ?? '',
      refusal: whole ?? bedRefusal(context, house, id, wish),
      warnings: warningsOf(context, house, id, wish),
    }));
  },
  ofCase: (context, { caseFileId }) => {
    caseRef(context, caseFileId);
    return ownStays(context, caseFileId);
  },
  hold: (context, { bedId, caseFileId, words }) => {
    if (caseFileId !== null) caseRef(context, caseFileId);
    obey(freeTonight(context, bedId));
    const body: BedHold = { bedId, caseFileId, words, until: context.now() + HOLD_TIME, endedAt: null };
    const id = context.newId();
    saveRecord(context, bedHoldKind, { id, caseFileId, body });
    return { holdId: RecordId.parse(id), until: body.until };
  },
  letGo: (context, { holdId }) => {
    endHold(context, holdId);
    return {};
  },
  begin: (context, { caseFileId, bedId, from, until, holdId, apartByWish }) => {
    caseRef(context, caseFileId);
    const wish = { caseFileId, span: { from, to: until }, holdId, instead: null };
    obey(refusal(context, bedId, wish));
    if (holdId !== null) endHold(context, holdId, bedId);
    const body: Stay = { caseFileId, bedId, from, until, leftOn: null, movedFrom: null, apartByWish };
    return { stayId: keep(context, context.newId(), body, 0) };
  },
  move: (context, { stayId, basedOn, bedId, apartByWish }) => {
    const { body } = loadNow(context, stayId);
    const from = context.today() > body.from ? context.today() : body.from;
    const until = body.until !== null && body.until > from ? body.until : null;
    const { caseFileId } = body;
    obey(bedId === body.bedId ? 'bed-taken' : null);
    obey(refusal(context, bedId, { caseFileId, span: { from, to: until }, holdId: null, instead: stayId }));
    leaveBed(context, { id: stayId, body }, from, basedOn);
    const next: Stay = { caseFileId, bedId, from, until, leftOn: null, movedFrom: stayId, apartByWish };
    return { stayId: keep(context, context.newId(), next, 0) };
  },
  plan: (context, { stayId, basedOn, until }) => {
    const { body } = loadNow(context, stayId);
    const { caseFileId, bedId, from } = body;
    obey(refusal(context, bedId, { caseFileId, span: { from, to: until }, holdId: null, instead: stayId }));
    keep(context, stayId, { ...body, until }, basedOn);
    return {};
  },
  end: (context, { stayId, basedOn, leftOn }) => {
    const { body } = loadNow(context, stayId);
    obey(leftOn < body.from ? 'stay-ends-before' : leftOn > context.today() ? 'stay-left-later' : null);
    leaveBed(context, { id: stayId, body }, leftOn, basedOn);
    return {};
  },
};

function refusal(context: ReadContext, bedId: string, wish: Wish): string | null {
  const house = houseNights(context, wish.span.from);
  return personRefusal(context, house, wish) ?? bedRefusal(context, house, bedId, wish);
}

/** A hold asks only whether the bed is free tonight: who it is for may not be known yet. */
function freeTonight(context: ReadContext, bedId: string): string | null {
  const { state } =
    boardOf(context, context.today())
      .rooms.flatMap(({ beds }) => beds)
      .find((bed) => bed.bedId === bedId) ?? {};
  if (state === undefined) throw new VaultError('not-found');
  const refusals = {
    TAKEN: 'bed-taken',
    HELD: 'bed-held',
    CLOSED: 'bed-closed',
    BEING_MADE: null,
    FREE: null,
  } as const;
  return refusals[state];
}

/** Ends a hold, of this bed if one is named. Throws `rule-broken {rule: 'hold-over'}` when it has ended before. */
function endHold(context: WriteContext, holdId: string, bedId?: string): void {
  const { body } = loadRecord(context, bedHoldKind, holdId);
  if (bedId !== undefined && body.bedId !== bedId) throw new VaultError('not-found');
  obey(body.endedAt !== null || body.until <= context.now() ? 'hold-over' : null);
  const record = { id: holdId, caseFileId: body.caseFileId, body: { ...body, endedAt: context.now() } };
  saveRecord(context, bedHoldKind, record);
}

function loadNow(context: ReadContext, stayId: string): Stored<Stay> {
  const stored = loadRecord(context, stayKind, stayId);
  obey(stored.body.leftOn === null ? null : 'stay-over');
  return stored;
}

function keep(context: WriteContext, id: string, body: Stay, expectedRevision: number): RecordId {
  saveRecord(context, stayKind, { id, caseFileId: body.caseFileId, body, expectedRevision });
  return RecordId.parse(id);
}

/** The nights of one person, the newest stay first. */
export function ownStays(context: ReadContext, caseFileId: string): OwnStays {
  const tomorrow = addDays(context.today(), 1);
  const stays = staysOf(context, caseFileId).map(({ id, revision, body }) => {
    const bed = loadRecord(context, bedKind, body.bedId).body;
    return {
      id: RecordId.parse(id),
      revision,
      from: body.from,
      until: body.until,
      leftOn: body.leftOn,
      nights: nightsSoFar(nightsOf(body, context.today()), tomorrow),
      code: bed.code,
      roomName: loadRecord(context, roomKind, bed.roomId).body.name,
    };
  });
  return { stays, nights: stays.reduce((sum, { nights }) => sum + nights, 0) };
}
