// A person she needs safety from (domain §3.2, T3): how close and in which role, as codes. Names, plates and addresses are kept
// only when she asked that they be kept, and go, from earlier states as well, when she takes that back.
import { z } from 'zod';
import { caseWorkers, read, write } from '../contract/operation.ts';
import { type HarmRelation, type HarmRole, harmRelations, harmRoles } from '../htcds/coded-profile.ts';
import { CaseFileId, RecordId } from '../ids.ts';
import { CalendarDate } from '../time.ts';
import { BasedOn, OfCase, RevisionMark } from './revision-mark.ts';

const words = z.string().trim().max(1_000);

const kept = {
  /** The tick: she asked that this be kept. Without it there is no place for the words. */
  sheAsked: z.literal(true),
  wantedFor: z.enum(['SAFETY_PLANNING', 'COUNSEL']),
  names: words,
  plates: words,
  addresses: words,
};
export const KeptDetails = z.strictObject(kept);
export type KeptDetails = z.output<typeof KeptDetails>;

const said = {
  /** Null: not known, or not asked. */
  relation: z.enum(harmRelations as [HarmRelation, ...HarmRelation[]]).nullable(),
  roles: z
    .array(z.enum(harmRoles as [HarmRole, ...HarmRole[]]))
    .max(harmRoles.length)
    .refine((chosen) => new Set(chosen).size === chosen.length),
};

export const PersonCausingHarm = z.strictObject({
  ...said,
  caseFileId: CaseFileId,
  details: z.strictObject({ ...kept, askedOn: CalendarDate }).nullable(),
  /** Taken off the list; nothing but the codes stays. */
  letGo: z.boolean(),
});
export type PersonCausingHarm = z.output<typeof PersonCausingHarm>;

export const StoredPersonCausingHarm = z.strictObject({
  ...PersonCausingHarm.shape,
  ...RevisionMark.shape,
  id: RecordId,
});
export type StoredPersonCausingHarm = z.output<typeof StoredPersonCausingHarm>;

export const personCausingHarmOperations = {
  /** In the order in which they were noted. */
  list: read(caseWorkers, OfCase, z.array(StoredPersonCausingHarm)),
  add: write(
    caseWorkers,
    ['personCausingHarm', 'caseFile'],
    z.strictObject({ ...OfCase.shape, ...said, details: KeptDetails.nullable() }),
    StoredPersonCausingHarm,
  ),
  /** Errors: conflict. */
  change: write(
    caseWorkers,
    ['personCausingHarm', 'caseFile'],
    z.strictObject({ id: RecordId, basedOn: BasedOn, ...said, details: KeptDetails.nullable() }),
    StoredPersonCausingHarm,
  ),
  letGo: write(
    caseWorkers,
    ['personCausingHarm', 'caseFile'],
    z.strictObject({ id: RecordId, basedOn: BasedOn }),
    z.strictObject({}),
  ),
};
