// What the house keeps for somebody who lives there: things, papers, and devices that are laid aside because they may be followed
// (domain §9, scenario §24 no. 22). All of it is hers: she agreed to each, and has it back whenever she asks. There is no field for
// anything that was taken from her.
import { z } from 'zod';
import { caseWorkers, houseTeam, opening, read, write } from '../contract/operation.ts';
import { CaseFileId, RecordId, StaffMemberId } from '../ids.ts';
import { CalendarDate } from '../time.ts';
import { BasedOn, CaseRef, OfCase, Revision, StaffRef } from './revision-mark.ts';

export const ThingKind = z.enum(['BELONGING', 'PAPER', 'DEVICE']);
export type ThingKind = z.output<typeof ThingKind>;

/** How she said yes, when it came and when it went. */
export const HerYes = z.enum(['ON_PAPER', 'ALOUD']);
export type HerYes = z.output<typeof HerYes>;

export const DeviceType = z.enum(['PHONE', 'COMPUTER', 'TRACKER', 'CHILDS', 'OTHER']);
export type DeviceType = z.output<typeof DeviceType>;

/** ON: left as it was. The others are heard of no more by whoever follows. */
export const DeviceState = z.enum(['ON', 'NO_SIGNAL', 'OFF', 'IN_TIN', 'EMPTY']);
export type DeviceState = z.output<typeof DeviceState>;

/** Whether somebody may notice that it went quiet; asked before it goes quiet, because silence may put her in danger. */
export const IfQuiet = z.enum(['NOT_ASKED', 'NOBODY_NOTICES', 'MAY_ALARM', 'NOT_KNOWN']);
export type IfQuiet = z.output<typeof IfQuiet>;

/** Whether what is on it is to be kept as evidence; asked before anything on it is changed. */
export const AsEvidence = z.enum(['NOT_ASKED', 'WANTED', 'NOT_WANTED', 'NOT_DECIDED']);
export type AsEvidence = z.output<typeof AsEvidence>;

const talked = {
  ifQuiet: IfQuiet,
  evidence: AsEvidence,
  /** What was agreed with her about it. Read by those to whom her case opens, and by nobody else. */
  agreed: z.string().trim().max(1_000),
};
const Device = z.strictObject({ type: DeviceType, state: DeviceState, ...talked });
export type Device = z.output<typeof Device>;

const What = z.string().trim().min(1).max(120);
/** A short code, as it is written on the shelf or the safe. */
const Place = z.string().trim().min(1).max(20);
const HandedTo = z.string().trim().max(120);

export const KeptThing = z.strictObject({
  caseFileId: CaseFileId,
  kind: ThingKind,
  /** What it is, without a number of a paper or of a phone. */
  what: What,
  place: Place,
  /** Both said so: she, and whoever took it in. */
  takenIn: z.strictObject({ on: CalendarDate, by: StaffMemberId, yes: HerYes }),
  device: Device.nullable(),
  /** Empty words: to her. */
  givenBack: z.strictObject({ on: CalendarDate, by: StaffMemberId, yes: HerYes, to: HandedTo }).nullable(),
});
export type KeptThing = z.output<typeof KeptThing>;

export type ThingRefusal = 'thing-not-here' | 'thing-back' | 'device-quiet' | 'device-agreed' | 'thing-no-device';

export const isQuiet = (state: DeviceState): boolean => state !== 'ON';

/** Why a device may not be as it is said to be, or null: before it goes quiet she is asked what silence could do, and about evidence. */
export function deviceRefusal({ state, ifQuiet, evidence, agreed }: Device): ThingRefusal | null {
  if (isQuiet(state) && (ifQuiet === 'NOT_ASKED' || evidence === 'NOT_ASKED')) return 'device-quiet';
  return isQuiet(state) && ifQuiet === 'MAY_ALARM' && agreed === '' ? 'device-agreed' : null;
}

const Signed = z.strictObject({ on: CalendarDate, by: StaffRef.nullable(), yes: HerYes });

export const ShownThing = z.strictObject({
  id: RecordId,
  revision: Revision,
  kind: ThingKind,
  what: What,
  place: Place,
  takenIn: Signed,
  /** `talked` is null for whom the case does not open. */
  device: z
    .strictObject({ type: DeviceType, state: DeviceState, talked: z.strictObject(talked).nullable() })
    .nullable(),
  givenBack: z.strictObject({ ...Signed.shape, to: HandedTo }).nullable(),
});
export type ShownThing = z.output<typeof ShownThing>;

/** One line of the register. `of` is null for a device of somebody whose case does not open: nobody reads there who is followed. */
export const KeptNow = z.strictObject({
  kind: ThingKind,
  what: What,
  place: Place,
  since: CalendarDate,
  of: CaseRef.nullable(),
});
export type KeptNow = z.output<typeof KeptNow>;

/** A word to everybody who works in the house, without whose it is: what lies where, and what not to do with it. */
export const SiteWord = z.strictObject({ place: Place, type: DeviceType, isOn: z.boolean(), since: CalendarDate });
export type SiteWord = z.output<typeof SiteWord>;

const None = z.strictObject({});
const touched = ['keptThing', 'today', 'caseFile', 'safetyPlan', 'calendar'];
const OfThing = { thingId: RecordId, basedOn: BasedOn };
const New = { ...OfCase.shape, what: What, place: Place, yes: HerYes };
const Made = z.strictObject({ thingId: RecordId });

export const keptThingOperations = {
  /** What lies here now, by place. */
  list: read(houseTeam, None, z.strictObject({ things: z.array(KeptNow) })),
  /** What is kept for one person, and what was; newest first. Whoever is on shift can give it back, so the house reads it. */
  ofCase: opening(
    'house',
    read(houseTeam, OfCase, z.strictObject({ of: CaseRef, isHere: z.boolean(), things: z.array(ShownThing) })),
  ),
  /** Error: rule-broken {rule: 'thing-not-here'}. */
  takeIn: opening(
    'house',
    write(houseTeam, touched, z.strictObject({ ...New, kind: z.enum(['BELONGING', 'PAPER']) }), Made),
  ),
  /** Calls for a look at her safety plan. Errors: rule-broken {rule: 'thing-not-here' | 'device-quiet' | 'device-agreed'}. */
  layAside: opening('house', write(houseTeam, touched, z.strictObject({ ...New, device: Device }), Made)),
  /** It lies somewhere else now. Errors: rule-broken {rule: 'thing-back'}, conflict. */
  move: opening('house', write(houseTeam, touched, z.strictObject({ ...OfThing, place: Place }), None)),
  /** What was talked over since, and how the device is now. Errors: rule-broken {rule: ThingRefusal}, conflict. */
  agree: write(caseWorkers, touched, z.strictObject({ ...OfThing, state: DeviceState, ...talked }), None),
  /** To her, or to whom she named. Errors: rule-broken {rule: 'thing-back'}, conflict. */
  giveBack: opening(
    'house',
    write(houseTeam, touched, z.strictObject({ ...OfThing, yes: HerYes, to: HandedTo }), None),
  ),
};
