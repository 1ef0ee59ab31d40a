// The services a house gives, as one list wide enough for the funders that ask (domain §18), and where each is counted by them.
// `verified` says whether a map was compared with the funder's own text; a report that uses one that was not says so.
import { z } from 'zod';

export const ServiceCode = z.enum([
  'INTAKE',
  'CASE_MANAGEMENT',
  'CRISIS_INTERVENTION',
  'SAFETY_PLANNING',
  'EMERGENCY_SHELTER',
  'TRANSITIONAL_HOUSING',
  'HOUSING_RENTAL_HELP',
  'RELOCATION',
  'FOOD',
  'CLOTHING_PERSONAL_ITEMS',
  'MEDICAL',
  'DENTAL',
  'VISION',
  'MENTAL_HEALTH',
  'SUBSTANCE_USE',
  'GROUP_SUPPORT',
  'PEER_MENTORING',
  'INTERPRETATION',
  'TRANSPORT',
  'CHILDCARE',
  'EDUCATION_LITERACY',
  'LANGUAGE_CLASS',
  'VOCATIONAL_TRAINING',
  'EMPLOYMENT_HELP',
  'LIFE_SKILLS',
  'LEGAL_IMMIGRATION',
  'LEGAL_CRIMINAL_ADVOCACY',
  'LEGAL_CIVIL_FAMILY',
  'COURT_POLICE_ACCOMPANIMENT',
  'MEDICAL_ACCOMPANIMENT',
  'COMPENSATION_HELP',
  'BENEFITS_HELP',
  'ID_DOCUMENTS',
  'REUNIFICATION_REPATRIATION',
  'EMERGENCY_FINANCIAL',
  'HOTLINE',
  'OUTREACH',
  'FOLLOW_UP',
]);
export type ServiceCode = z.output<typeof ServiceCode>;

export type Funder = 'OVC' | 'VOCA' | 'OTIP' | 'HMIS';

/** Where the groups of a funder come from, and whether somebody compared the whole table with it. */
export const serviceMaps: Readonly<Record<Funder, { readonly source: string; readonly verified: boolean }>> = {
  OVC: {
    source: 'OVC human trafficking grants: services of TIMS, since 2024 in the PMT of JustGrants',
    verified: false,
  },
  VOCA: { source: 'OVC PMT, Victim Assistance: five groups of services', verified: false },
  OTIP: { source: 'OTIP, DVHT and TVAP client service use (OMB 0970-0542)', verified: false },
  HMIS: { source: 'HUD HMIS data standards: services provided, for a comparable database', verified: false },
};

/** VOCA: A information and referral, B personal advocacy and accompaniment, C emotional support or safety, D shelter and housing, E justice system. */
export type VocaGroup = 'A' | 'B' | 'C' | 'D' | 'E';

interface Groups {
  readonly OVC: string;
  readonly VOCA: VocaGroup | null;
  readonly OTIP: string;
  readonly HMIS: string | null;
}
const groups = (OVC: string, VOCA: VocaGroup | null, OTIP: string, HMIS: string | null): Groups => ({
  OVC,
  VOCA,
  OTIP,
  HMIS,
});

/** Null: this funder does not count it by itself. */
export const serviceGroups: Readonly<Record<ServiceCode, Groups>> = {
  INTAKE: groups('Client intake', 'A', 'Case management', 'Case management'),
  CASE_MANAGEMENT: groups('Ongoing case management', 'B', 'Case management', 'Case management'),
  CRISIS_INTERVENTION: groups('Crisis intervention', 'C', 'Crisis intervention', 'Crisis intervention'),
  SAFETY_PLANNING: groups('Protection and safety planning', 'C', 'Safety planning', null),
  EMERGENCY_SHELTER: groups('Emergency housing', 'D', 'Housing and shelter', 'Bed night'),
  TRANSITIONAL_HOUSING: groups('Transitional housing', 'D', 'Housing and shelter', 'Housing services'),
  HOUSING_RENTAL_HELP: groups('Housing and rental assistance', 'D', 'Housing and shelter', 'Housing services'),
  RELOCATION: groups('Housing and rental assistance', 'D', 'Housing and shelter', 'Housing services'),
  FOOD: groups('Personal items', 'B', 'Basic necessities', 'Food'),
  CLOTHING_PERSONAL_ITEMS: groups('Personal items', 'B', 'Basic necessities', 'Material goods'),
  MEDICAL: groups('Medical', 'B', 'Health care', 'Health care'),
  DENTAL: groups('Dental', 'B', 'Health care', 'Health care'),
  VISION: groups('Medical', 'B', 'Health care', 'Health care'),
  MENTAL_HEALTH: groups('Mental health treatment', 'C', 'Mental and behavioural health', 'Mental health services'),
  SUBSTANCE_USE: groups('Substance use treatment', 'C', 'Substance use treatment', 'Substance use services'),
  GROUP_SUPPORT: groups('Emotional support', 'C', 'Peer support', 'Counselling'),
  PEER_MENTORING: groups('Emotional support', 'C', 'Peer support', 'Counselling'),
  INTERPRETATION: groups('Interpreter and translator', 'B', 'Interpretation and translation', null),
  TRANSPORT: groups('Transportation', 'B', 'Transportation', 'Transportation'),
  CHILDCARE: groups('Child care', 'B', 'Childcare', 'Child care'),
  EDUCATION_LITERACY: groups('Education', 'B', 'Education', 'Education'),
  LANGUAGE_CLASS: groups('Education', 'B', 'Education', 'Education'),
  VOCATIONAL_TRAINING: groups('Employment assistance', 'B', 'Employment assistance', 'Employment services'),
  EMPLOYMENT_HELP: groups('Employment assistance', 'B', 'Employment assistance', 'Employment services'),
  LIFE_SKILLS: groups('Education', 'B', 'Life skills', 'Life skills'),
  LEGAL_IMMIGRATION: groups('Legal: immigration', 'B', 'Legal services', 'Legal services'),
  LEGAL_CRIMINAL_ADVOCACY: groups('Criminal justice advocacy', 'E', 'Legal services', 'Legal services'),
  LEGAL_CIVIL_FAMILY: groups('Legal: civil and family', 'E', 'Legal services', 'Legal services'),
  COURT_POLICE_ACCOMPANIMENT: groups('Criminal justice advocacy', 'E', 'Advocacy', 'Legal services'),
  MEDICAL_ACCOMPANIMENT: groups('Social service advocacy', 'B', 'Advocacy', 'Health care'),
  COMPENSATION_HELP: groups('Compensation claims', 'A', 'Advocacy', null),
  BENEFITS_HELP: groups('Social service advocacy', 'B', 'Advocacy', 'Benefits assistance'),
  ID_DOCUMENTS: groups('Social service advocacy', 'B', 'Advocacy', null),
  REUNIFICATION_REPATRIATION: groups('Family reunification and repatriation', 'B', 'Family reunification', null),
  EMERGENCY_FINANCIAL: groups('Financial assistance', 'C', 'Financial assistance', 'Financial assistance'),
  HOTLINE: groups('Crisis intervention', 'C', 'Crisis intervention', null),
  OUTREACH: groups('Outreach', null, 'Outreach', 'Outreach'),
  FOLLOW_UP: groups('Ongoing case management', 'A', 'Case management', 'Case management'),
};

/** What a house that has logged nothing yet is offered first. */
export const COMMON_CODES: readonly ServiceCode[] = [
  'CASE_MANAGEMENT',
  'FOOD',
  'TRANSPORT',
  'CLOTHING_PERSONAL_ITEMS',
  'INTERPRETATION',
  'MEDICAL_ACCOMPANIMENT',
];
