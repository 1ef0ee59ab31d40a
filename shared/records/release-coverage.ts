// Which category of a release lets which piece of the record leave. A piece that no category names never leaves: the answer to a
// doubt is null. Special kinds (T3) need their own tick even when they stand inside something wider (domain §13).
import type { HtcdsField, HtcdsFieldName } from '../htcds/fields.ts';
import type { NeedCode, NeedDomain } from './need-codes.ts';
import type { ReleaseCategory } from './release-categories.ts';
import type { GoalDomain } from './support-plan.ts';

const needDomains: Readonly<Record<NeedDomain, ReleaseCategory | null>> = {
  SAFETY: 'SAFETY_PLAN',
  HEALTH: 'HEALTH',
  EMOTIONAL: 'MENTAL_HEALTH',
  PRACTICAL: 'NEEDS',
  COMMUNICATION: 'NEEDS',
  LEGAL: null,
  BASIC_RIGHTS: 'NEEDS',
  CULTURE_FAITH: null,
  CONNECTION: 'NEEDS',
  FUTURE: 'NEEDS',
};

/** Needs that say more than their domain does. */
const needCodes: Partial<Readonly<Record<NeedCode, ReleaseCategory | null>>> = {
  RELOCATION: null,
  LOCATION_KNOWN: null,
  CHECK_IN: null,
  CHILD_AT_RISK: 'CHILDREN',
  CHILDCARE: 'CHILDREN',
  BABY_SUPPLIES: 'CHILDREN',
  CUSTODY: 'CHILDREN',
  IMMIGRATION_DEADLINE: 'IMMIGRATION',
  IDENTITY_DOCUMENTS: 'IMMIGRATION',
  WAGES_AND_COMPENSATION: 'NEEDS',
};

/** The category under which a need leaves; null: never. */
export const categoryOfNeed = (need: {
  readonly domain: NeedDomain;
  readonly code: NeedCode;
}): ReleaseCategory | null => (need.code in needCodes ? (needCodes[need.code] ?? null) : needDomains[need.domain]);

const goalDomains: Readonly<Record<GoalDomain, ReleaseCategory | null>> = {
  SAFETY: 'SAFETY_PLAN',
  HOUSING: 'SUPPORT_PLAN',
  PHYSICAL_HEALTH: 'HEALTH',
  MENTAL_HEALTH: 'MENTAL_HEALTH',
  SUBSTANCE_USE: 'SUBSTANCE_USE',
  LEGAL_IMMIGRATION: 'IMMIGRATION',
  LEGAL_CRIMINAL: null,
  LEGAL_CIVIL_FAMILY: 'CHILDREN',
  COMPENSATION_WAGES: 'SUPPORT_PLAN',
  INCOME_BENEFITS: 'SUPPORT_PLAN',
  EMPLOYMENT: 'SUPPORT_PLAN',
  VOCATIONAL_TRAINING: 'SUPPORT_PLAN',
  EDUCATION: 'SUPPORT_PLAN',
  LANGUAGE: 'SUPPORT_PLAN',
  LIFE_SKILLS: 'SUPPORT_PLAN',
  PARENTING_CHILDREN: 'CHILDREN',
  FAMILY_COMMUNITY: 'SUPPORT_PLAN',
  FAITH_CULTURE: null,
  LEISURE_JOY: 'SUPPORT_PLAN',
  DOCUMENTS_ID: 'IMMIGRATION',
  PEER_LEADERSHIP: 'SUPPORT_PLAN',
};

/** What a goal needs besides SUPPORT_PLAN; null: it never leaves. */
export const categoryOfGoal = (domain: GoalDomain): ReleaseCategory | null => goalDomains[domain];

/** Intake answers that may leave, by the category that lets them. Every other intake answer stays. */
export const intakeAnswers: Partial<Readonly<Record<ReleaseCategory, readonly string[]>>> = {
  LANGUAGES: ['interpreter'],
  AGE: ['age-band', 'born-on'],
  HEALTH: ['pain', 'pain-words', 'medicine', 'see-someone', 'at-night', 'health-other'],
  IMMIGRATION: ['nationality'],
  CHILDREN: ['children-here', 'children-elsewhere'],
  TRAFFICKER_INFO: ['never-contact'],
};

/** Safety-plan answers that need a tick of their own beside SAFETY_PLAN, or (null) tell where she is or goes and never leave. */
export const safetyPlanAnswers: Readonly<Record<string, ReleaseCategory | null>> = {
  worries: 'TRAFFICKER_INFO',
  'safe-places': null,
  'way-out': null,
  routes: null,
  'new-place': null,
  accounts: null,
  'children-safe': 'CHILDREN',
  'substances-safe': 'SUBSTANCE_USE',
  'early-signs': 'MENTAL_HEALTH',
  'helps-alone': 'MENTAL_HEALTH',
  'helps-with-others': 'MENTAL_HEALTH',
};

const fieldCategories: Partial<Readonly<Record<HtcdsFieldName, ReleaseCategory>>> = {
  prs_Salutation: 'NAME',
  prs_FirstName: 'NAME',
  prs_MiddleName: 'NAME',
  prs_SecondName: 'NAME',
  prs_Title: 'NAME',
  prs_Birthdate: 'AGE',
  prs_NumberOfChildren: 'CHILDREN',
  prs_PrimaryLanguage: 'LANGUAGES',
  prs_SecondaryLanguage: 'LANGUAGES',
  prs_Citizenship: 'IMMIGRATION',
  prs_IdentityNumber: 'IMMIGRATION',
  prs_Email: 'CONTACT',
  prs_HomePhone: 'CONTACT',
  prs_MobilePhone: 'CONTACT',
  prs_MailingCountry: 'CONTACT',
  vic_RelationshipToTrafficker: 'TRAFFICKER_INFO',
  vic_LocationOfRecruitment: 'TRAFFICKER_INFO',
};

const sectionCategories: Readonly<Record<HtcdsField['section'], ReleaseCategory | null>> = {
  organisation: null, // the sender is in the signed manifest; our own address is in nothing
  person: 'CODED_PROFILE',
  'trafficking-context': 'CODED_PROFILE',
  'perpetrator-context': 'TRAFFICKER_INFO',
  case: 'CODED_PROFILE',
  referral: 'CODED_PROFILE',
  'case-comment': 'CASE_NOTES',
  'historic-events': 'CASE_NOTES',
  'support-plan': 'SUPPORT_PLAN',
  consent: null,
};

/** What a coded field needs besides CODED_PROFILE; null: it never leaves. Sealed (T4) fields never do. */
export const categoryOfField = (field: HtcdsField): ReleaseCategory | null =>
  field.tier === 'T4' ? null : (fieldCategories[field.name] ?? sectionCategories[field.section]);
