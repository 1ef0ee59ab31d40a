// What house staff see of a case: what they need beside a bed and at a door. No story, no papers, no numbers to call.
// The fields listed here are the whole of it (domain §0, role matrix); a field added here is seen by every volunteer.
import { z } from 'zod';
import { ListItem } from '../forms/check-answers.ts';
import { GoodToKnow, NameUsed } from './case-facts.ts';
import { DueNeed } from './need.ts';
import { CaseRef } from './revision-mark.ts';
import { CautionLine } from './safe-contact.ts';

export const HouseRow = z.strictObject({
  ...CaseRef.shape,
  pronouns: z.string().max(100),
  /** U0–U2 that house staff may see. */
  openNeeds: z.int().min(0),
});
export type HouseRow = z.output<typeof HouseRow>;

/** The room rule of domain §9 for who counts as under 18, and the actions of conflict flags that the house carries out. */
export const HouseMind = z.enum(['DO_NOT_PLACE_TOGETHER', 'DIFFERENT_GROUP', 'NO_UNRELATED_ADULTS']);
export type HouseMind = z.output<typeof HouseMind>;

export const HouseCard = z.strictObject({
  ...CaseRef.shape,
  nameUsed: NameUsed,
  pronouns: z.string().max(100),
  languages: z.array(z.string()),
  goodToKnow: z.array(GoodToKnow),
  identifyAs: z.string().max(200),
  cautions: z.array(CautionLine),
  /** Section P of her safety plan: what staff may do without asking first. */
  mayDo: z.array(ListItem),
  /** What to mind before a room or a group is chosen: what to do, never from whom or why. */
  mind: z.array(HouseMind),
  needs: z.array(DueNeed),
});
export type HouseCard = z.output<typeof HouseCard>;
