// What a release of information may cover: a fixed list, none of it ticked beforehand (domain §13).
// T3 kinds are ticked one by one; LOCATION is left out unless she asks for it.
import { z } from 'zod';
import type { Tier } from '../forms/form-definition.ts';

export const ReleaseCategory = z.enum([
  'NAME',
  'CONTACT',
  'LANGUAGES',
  'ACCESS_NEEDS',
  'AGE',
  'NEEDS',
  'SUPPORT_PLAN',
  'SAFETY_PLAN',
  'CASE_NOTES',
  'CODED_PROFILE',
  'IDENTIFICATION_INDICATORS',
  'HEALTH',
  'HIV',
  'SUBSTANCE_USE',
  'MENTAL_HEALTH',
  'IMMIGRATION',
  'TRAFFICKER_INFO',
  'CHILDREN',
  'LOCATION',
]);
export type ReleaseCategory = z.output<typeof ReleaseCategory>;

/** domain §0 tiers: 2 identifying, 3 special (ticked one by one), 4 sealed. */
export const CATEGORY_TIER: Readonly<Record<ReleaseCategory, Tier>> = {
  NAME: 2,
  CONTACT: 2,
  LANGUAGES: 2,
  ACCESS_NEEDS: 2,
  AGE: 2,
  NEEDS: 2,
  SUPPORT_PLAN: 2,
  SAFETY_PLAN: 3,
  CASE_NOTES: 3,
  CODED_PROFILE: 3,
  IDENTIFICATION_INDICATORS: 3,
  HEALTH: 3,
  HIV: 3,
  SUBSTANCE_USE: 3,
  MENTAL_HEALTH: 3,
  IMMIGRATION: 3,
  TRAFFICKER_INFO: 3,
  CHILDREN: 3,
  LOCATION: 4,
};

/** Ticked one by one, never by "all". */
export const needsOwnTick = (category: ReleaseCategory): boolean => CATEGORY_TIER[category] >= 3;
