// The needs a shelter meets, as data: domain, code, suggested urgency and how much house staff may see (domain §6, §0).
// A suggestion only: worker and survivor set the urgency together.
import { z } from 'zod';

/** Now, today, 72 hours, 7 days, 30 days. */
export const Urgency = z.enum(['U0', 'U1', 'U2', 'U3', 'U4']);
export type Urgency = z.output<typeof Urgency>;

/** domain §6: hours until a need of this urgency is due. */
export const TARGET_HOURS: Readonly<Record<Urgency, number>> = { U0: 1, U1: 24, U2: 72, U3: 168, U4: 720 };

/** In the order in which needs of equal urgency are listed. */
export const NeedDomain = z.enum([
  'SAFETY',
  'HEALTH',
  'EMOTIONAL',
  'PRACTICAL',
  'COMMUNICATION',
  'LEGAL',
  'BASIC_RIGHTS',
  'CULTURE_FAITH',
  'CONNECTION',
  'FUTURE',
]);
export type NeedDomain = z.output<typeof NeedDomain>;

/** What house staff see of a need: its words, only that somebody should look in, or nothing. */
export const HouseSees = z.enum(['words', 'check-in', 'nothing']);
export type HouseSees = z.output<typeof HouseSees>;

const code = <Domain extends NeedDomain, Code extends string>(
  domain: Domain,
  id: Code,
  urgency: Urgency,
  houseSees: HouseSees = 'words',
) => ({
  domain,
  id,
  urgency,
  houseSees,
});

export const needCodes = [
  code('SAFETY', 'ACTIVE_THREAT', 'U0'),
  code('SAFETY', 'LOCATION_KNOWN', 'U0'),
  code('SAFETY', 'TRACKED_DEVICE', 'U0'),
  code('SAFETY', 'CHILD_AT_RISK', 'U0', 'check-in'),
  code('SAFETY', 'SAFE_BED_TONIGHT', 'U1'),
  code('SAFETY', 'RELOCATION', 'U2', 'nothing'),
  code('SAFETY', 'PROTECTION_ORDER', 'U2', 'nothing'),
  code('HEALTH', 'EMERGENCY', 'U0'),
  code('HEALTH', 'SUICIDAL_INTENT', 'U0', 'check-in'),
  code('HEALTH', 'PREGNANCY_DANGER', 'U0', 'check-in'),
  code('HEALTH', 'POST_ASSAULT_CARE', 'U1', 'nothing'),
  code('HEALTH', 'ONGOING_MEDICATION', 'U1'),
  code('HEALTH', 'REPRODUCTIVE_CARE', 'U2', 'nothing'),
  code('HEALTH', 'DENTAL_PAIN', 'U2'),
  code('HEALTH', 'CHRONIC_ILLNESS', 'U3', 'nothing'),
  code('HEALTH', 'DISABILITY_AID', 'U2'),
  code('HEALTH', 'PAIN_OR_INJURY', 'U2'),
  code('EMOTIONAL', 'ACUTE_DISTRESS', 'U1', 'check-in'),
  code('EMOTIONAL', 'CHECK_IN', 'U1', 'check-in'),
  code('EMOTIONAL', 'SLEEP', 'U2'),
  code('EMOTIONAL', 'GRIEF', 'U3', 'nothing'),
  code('EMOTIONAL', 'COUNSELLING', 'U3', 'nothing'),
  code('EMOTIONAL', 'SOMEONE_TO_STAY_WITH', 'U1'),
  code('PRACTICAL', 'FOOD_AND_WATER', 'U1'),
  code('PRACTICAL', 'CLOTHING_AND_HYGIENE', 'U1'),
  code('PRACTICAL', 'REST_AND_PRIVACY', 'U1'),
  code('PRACTICAL', 'PHONE_OR_SAFE_DEVICE', 'U2'),
  code('PRACTICAL', 'MONEY_AND_TRANSPORT', 'U2'),
  code('PRACTICAL', 'STORAGE', 'U3'),
  code('PRACTICAL', 'PET_CARE', 'U3'),
  code('PRACTICAL', 'CHILDCARE', 'U2'),
  code('PRACTICAL', 'BABY_SUPPLIES', 'U1'),
  code('COMMUNICATION', 'INTERPRETER', 'U1'),
  code('COMMUNICATION', 'COMMUNICATION_AID', 'U1'),
  code('COMMUNICATION', 'CONTACT_TRUSTED_PERSON', 'U1', 'nothing'),
  code('LEGAL', 'DETAINED_OR_COURT_SOON', 'U1', 'nothing'),
  code('LEGAL', 'IMMIGRATION_DEADLINE', 'U2', 'nothing'),
  code('LEGAL', 'IDENTITY_DOCUMENTS', 'U3', 'nothing'),
  code('LEGAL', 'POLICE_STATEMENT_CHOICE', 'U4', 'nothing'),
  code('LEGAL', 'WAGES_AND_COMPENSATION', 'U4', 'nothing'),
  code('LEGAL', 'RECORD_RELIEF', 'U4', 'nothing'),
  code('LEGAL', 'CUSTODY', 'U2', 'nothing'),
  code('BASIC_RIGHTS', 'RIGHTS_AND_REFLECTION', 'U2', 'nothing'),
  code('CULTURE_FAITH', 'DIET_PRAYER_DRESS', 'U2'),
  code('CONNECTION', 'FAMILY_TRACING', 'U3', 'nothing'),
  code('CONNECTION', 'PEER_CONTACT', 'U4', 'nothing'),
  code('FUTURE', 'SCHOOL', 'U4', 'nothing'),
  code('FUTURE', 'LANGUAGE_CLASS', 'U4', 'nothing'),
  code('FUTURE', 'WORK_AND_TRAINING', 'U4', 'nothing'),
  code('FUTURE', 'HOUSING', 'U4', 'nothing'),
  code('FUTURE', 'BANK_ACCOUNT', 'U4', 'nothing'),
] as const;

export type NeedCode = (typeof needCodes)[number]['id'] | 'OTHER';
/** `OTHER` is anything the list does not name: house staff see nothing of it until a code is chosen. */
export const NeedCode = z.enum(['OTHER', ...needCodes.map(({ id }) => id)] as [NeedCode, ...NeedCode[]]);

/** What the list says about a code; undefined for OTHER. */
export const needCode = (id: NeedCode): (typeof needCodes)[number] | undefined =>
  needCodes.find((one) => one.id === id);

export const domainOrder = (domain: NeedDomain): number => NeedDomain.options.indexOf(domain);
