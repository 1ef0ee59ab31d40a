// What a shelter sets for its well-being screens: whom to call, how totals are read, who besides a clinician is trained for them.
// Kept in the vault, so that the numbers are there when the network is not.
import { z } from 'zod';
import { directorOnly, read, shelterStaff, write } from '../contract/operation.ts';
import { StaffMemberId } from '../ids.ts';
import { BasedOn, Revision } from './revision-mark.ts';
import { Cuts } from './screening.ts';

export const CrisisContact = z.strictObject({
  name: z.string().trim().min(1).max(120),
  /** As it is dialled or reached. */
  reach: z.string().trim().min(1).max(120),
  /** Hours, languages: "day and night, Spanish". */
  note: z.string().trim().max(200),
});
export type CrisisContact = z.output<typeof CrisisContact>;

export const WellbeingSetting = z.strictObject({
  crisisContacts: z.array(CrisisContact).max(20),
  cuts: Cuts,
  /** Named by a director because they are trained for screens. */
  trainedIds: z.array(StaffMemberId).max(60),
});
export type WellbeingSetting = z.output<typeof WellbeingSetting>;

/** `revision` 0: nothing was set yet, these are the defaults. */
const Stored = z.strictObject({ ...WellbeingSetting.shape, revision: Revision.or(z.literal(0)) });
export type StoredWellbeingSetting = z.output<typeof Stored>;

export const wellbeingSettingOperations = {
  get: read(directorOnly, z.strictObject({}), Stored),
  /** For everyone who may sit with somebody at night. */
  crisisContacts: read(shelterStaff, z.strictObject({}), z.array(CrisisContact)),
  save: write(
    directorOnly,
    ['wellbeingSetting', 'screening'],
    z.strictObject({ ...WellbeingSetting.shape, basedOn: BasedOn }),
    Stored,
  ),
};
