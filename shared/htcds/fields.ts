// The 84 fields of the Human Trafficking Case Data Standard (HTCDS) 2.0 as data: facts of the standard, plus our sensitivity tier.
// Source: International Organization for Migration (IOM), CC BY 4.0. IOM does not endorse this software. See NOTICE.
import { z } from 'zod';
import { type Choice, type PicklistName, picklists } from './picklists.ts';

export type HtcdsSection =
  | 'organisation'
  | 'person'
  | 'trafficking-context'
  | 'perpetrator-context'
  | 'case'
  | 'referral'
  | 'case-comment'
  | 'historic-events'
  | 'support-plan'
  | 'consent';

export type HtcdsKind =
  | 'text'
  | 'long-text'
  | 'date'
  | 'number'
  | 'checkbox'
  | 'picklist'
  | 'multi-picklist'
  | 'lookup'
  | 'country'
  | 'countries'
  | 'language';

/**
 * Sensitivity, domain §0. T1 operational, T2 identifying, T3 special, T4 sealed: the shelter's own address and anything that
 * tells where the person lives now or went next. T4 is never indexed, listed or exported.
 */
export type SensitivityTier = 'T1' | 'T2' | 'T3' | 'T4';

export interface HtcdsField {
  readonly name: HtcdsFieldName;
  /** The label of the standard; empty for per_Organisation, which the standard leaves without one. */
  readonly label: string;
  readonly section: HtcdsSection;
  readonly kind: HtcdsKind;
  readonly tier: SensitivityTier;
  /** Part of the standard's core set. */
  readonly core: boolean;
  /** The standard has replaced it; old workbooks still carry it, so it still has a home. */
  readonly deprecated: boolean;
  readonly picklist?: PicklistName;
}

type Row = readonly [
  label: string,
  section: HtcdsSection,
  kind: HtcdsKind,
  tier: SensitivityTier,
  marks: '' | 'core' | 'deprecated' | 'core deprecated',
  picklist?: PicklistName,
];

/** In the order of the standard. */
const table = {
  org_Name: ['Organisation Name', 'organisation', 'text', 'T1', ''],
  org_ShippingCity: ['Shipping City', 'organisation', 'text', 'T4', ''],
  org_ShippingCountry: ['Shipping Country', 'organisation', 'country', 'T1', ''],
  org_ShippingState: ['Shipping State/Province', 'organisation', 'text', 'T4', ''],
  org_ShippingStreet: ['Shipping Street', 'organisation', 'text', 'T4', ''],
  org_ShippingPostalCode: ['Shipping Zip/Postal Code', 'organisation', 'text', 'T4', ''],
  org_ShippingLongitude: ['Longitude', 'organisation', 'number', 'T4', ''],
  org_ShippingLatitude: ['Latitude', 'organisation', 'number', 'T4', ''],
  org_Phone: ['Phone', 'organisation', 'text', 'T1', ''],
  org_Type: ['Type', 'organisation', 'picklist', 'T1', '', 'organisationType'],
  prs_Salutation: ['Salutation', 'person', 'text', 'T2', 'core'],
  prs_FirstName: ['First Name', 'person', 'text', 'T2', 'core'],
  prs_MiddleName: ['Middle Name', 'person', 'text', 'T2', ''],
  prs_SecondName: ['Second Name', 'person', 'text', 'T2', 'core'],
  prs_Birthdate: ['Birthdate', 'person', 'date', 'T2', 'core'],
  prs_Gender: ['Gender', 'person', 'picklist', 'T2', 'core', 'gender'],
  prs_Deceased: ['Deceased', 'person', 'checkbox', 'T2', ''],
  prs_MaritalStatus: ['Marital Status', 'person', 'picklist', 'T2', '', 'maritalStatus'],
  prs_NumberOfChildren: ['Number of Children', 'person', 'number', 'T3', ''],
  prs_PrimaryLanguage: ['Primary Language', 'person', 'language', 'T2', ''],
  prs_SecondaryLanguage: ['Secondary Language', 'person', 'language', 'T2', ''],
  prs_HighestLevelOfEducation: [
    'Highest Level of Education',
    'person',
    'picklist',
    'T2',
    '',
    'highestLevelOfEducation',
  ],
  prs_Citizenship: ['Citizenship', 'person', 'countries', 'T3', 'core'],
  prs_IdentityNumber: ['Identity Number', 'person', 'text', 'T3', ''],
  prs_Title: ['Title', 'person', 'text', 'T2', 'core'],
  prs_Email: ['Email', 'person', 'text', 'T2', 'core'],
  prs_HomePhone: ['Home Phone', 'person', 'text', 'T2', 'core'],
  prs_MobilePhone: ['Mobile Phone', 'person', 'text', 'T2', 'core'],
  prs_MailingCity: ['Mailing City', 'person', 'text', 'T4', 'core'],
  prs_MailingCountry: ['Mailing Country', 'person', 'country', 'T2', 'core'],
  prs_MailingState: ['Mailing State/Province', 'person', 'text', 'T4', 'core'],
  prs_MailingStreet: ['Mailing Street', 'person', 'text', 'T4', 'core'],
  prs_MailingPostalCode: ['Mailing Zip/Postal Code', 'person', 'text', 'T4', 'core'],
  prs_MailingLongitude: ['Longitude', 'person', 'number', 'T4', ''],
  prs_MailingLatitude: ['Latitude', 'person', 'number', 'T4', ''],
  vic_AgreementToManagePersonalData: [
    'Agreement to Manage Personal Data',
    'trafficking-context',
    'checkbox',
    'T1',
    'deprecated',
  ],
  vic_TraffickingStatus: ['Trafficking Status', 'trafficking-context', 'picklist', 'T3', 'core', 'traffickingStatus'],
  vic_TraffickingStatusDecisionMakingOrg: [
    'Trafficking Status Decision Making Organization',
    'trafficking-context',
    'picklist',
    'T3',
    'core',
    'traffickingStatusDecisionMakingOrg',
  ],
  vic_RelationshipToTrafficker: [
    'Relationship to Trafficker',
    'trafficking-context',
    'picklist',
    'T3',
    '',
    'relationshipToTrafficker',
  ],
  vic_AgeWhenTrafficked: ['Age when Trafficked', 'trafficking-context', 'number', 'T3', ''],
  vic_RecruitmentWebsitesAndApps: [
    'Recruitment Websites and Apps',
    'trafficking-context',
    'multi-picklist',
    'T3',
    '',
    'websitesAndApps',
  ],
  vic_MethodOfRecruitment: [
    'Method of Recruitment',
    'trafficking-context',
    'multi-picklist',
    'T3',
    'core',
    'methodOfRecruitment',
  ],
  vic_LocationOfRecruitment: ['Location of Recruitment', 'trafficking-context', 'lookup', 'T3', 'core'],
  vic_MethodsOfControl: [
    'Methods of Control',
    'trafficking-context',
    'multi-picklist',
    'T3',
    'core',
    'methodsOfControl',
  ],
  vic_TypeOfExploitation: [
    'Type of Exploitation',
    'trafficking-context',
    'multi-picklist',
    'T3',
    'core',
    'typeOfExploitation',
  ],
  vic_ForcedLabourIndustry: [
    'Forced Labour Industry',
    'trafficking-context',
    'picklist',
    'T3',
    'core',
    'forcedLabourIndustry',
  ],
  vic_TypeOfSexExploitation: [
    'Type of Sex Exploitation',
    'trafficking-context',
    'multi-picklist',
    'T3',
    'core',
    'typeOfSexExploitation',
  ],
  vic_LocationOfExploitation: ['Location of Exploitation', 'trafficking-context', 'lookup', 'T3', 'core'],
  vic_ExploitationWebsitesAndApps: [
    'Exploitation Websites and Apps',
    'trafficking-context',
    'multi-picklist',
    'T3',
    '',
    'websitesAndApps',
  ],
  vic_Vulnerabilities: [
    'Vulnerabilities',
    'trafficking-context',
    'multi-picklist',
    'T3',
    'core deprecated',
    'vulnerabilities',
  ],
  vic_DetailsOfVulnerabilities: [
    'Details Of Vulnerabilities',
    'trafficking-context',
    'long-text',
    'T3',
    'core deprecated',
  ],
  per_RoleInProcess: ['Role in Process', 'perpetrator-context', 'multi-picklist', 'T3', '', 'roleInProcess'],
  per_RoleDetails: ['Role Details', 'perpetrator-context', 'long-text', 'T3', ''],
  per_Organisation: ['', 'perpetrator-context', 'lookup', 'T3', ''],
  cas_Status: ['Status', 'case', 'picklist', 'T1', 'core', 'caseStatus'],
  cas_ReasonForCaseClosure: ['Reason for Case Closure', 'case', 'long-text', 'T3', 'core'],
  cas_CaseOwner: ['Case Owner', 'case', 'lookup', 'T1', 'core'],
  cas_ReferringOrganisation: ['Referring Organisation', 'referral', 'lookup', 'T1', 'core'],
  cas_IncomingReferralDate: ['Incoming Referral Date', 'referral', 'date', 'T1', 'core'],
  cas_ReferringPrimaryCaseWorker: ['Referring Primary Case Worker', 'referral', 'lookup', 'T1', 'core'],
  cas_ReasonForIncomingReferral: [
    'Reason for Incoming Referral',
    'referral',
    'picklist',
    'T1',
    'core',
    'reasonForReferral',
  ],
  cas_IncomingReferralDetails: ['Incoming Referral Details', 'referral', 'long-text', 'T3', 'core'],
  cas_ReferredOrganisation: ['Referred Organisation', 'referral', 'lookup', 'T4', 'core'],
  cas_ReferredPrimaryCaseWorker: ['Referred Primary Case Worker', 'referral', 'lookup', 'T4', 'core'],
  cas_ReasonForOutgoingReferral: [
    'Reason for Outgoing Referral',
    'referral',
    'picklist',
    'T1',
    'core',
    'reasonForReferral',
  ],
  cas_OutgoingReferralDate: ['Outgoing Referral Date', 'referral', 'date', 'T1', 'core'],
  cas_OutgoingReferralDetails: ['Outgoing Referral Details', 'referral', 'long-text', 'T4', 'core'],
  cco_CaseComment: ['Case Comment', 'case-comment', 'long-text', 'T3', ''],
  hte_Longitude: ['Longitude', 'historic-events', 'number', 'T3', ''],
  hte_Latitude: ['Latitude', 'historic-events', 'number', 'T3', ''],
  hte_City: ['City', 'historic-events', 'text', 'T3', ''],
  hte_Country: ['Country', 'historic-events', 'text', 'T3', ''],
  hte_State: ['State', 'historic-events', 'text', 'T3', ''],
  hte_Street: ['Street', 'historic-events', 'text', 'T3', ''],
  hte_PostalCode: ['PostalCode', 'historic-events', 'text', 'T3', ''],
  hte_Date: ['Date', 'historic-events', 'date', 'T3', ''],
  hte_Type: ['Type', 'historic-events', 'picklist', 'T3', '', 'eventType'],
  hte_Description: ['Description', 'historic-events', 'long-text', 'T3', ''],
  spl_Objectives: ['Objectives', 'support-plan', 'long-text', 'T3', ''],
  spl_ActionPlan: ['Action Plan', 'support-plan', 'long-text', 'T3', ''],
  spl_PlannedEndDate: ['Planned End Date', 'support-plan', 'date', 'T1', ''],
  spl_ActualEndDate: ['Actual End Date', 'support-plan', 'date', 'T1', ''],
  spl_Type: ['Type', 'support-plan', 'picklist', 'T3', '', 'supportPlanType'],
  con_Consent: ['Consent', 'consent', 'checkbox', 'T1', 'core'],
} as const satisfies Readonly<Record<string, Row>>;

export type HtcdsFieldName = keyof typeof table;

/** The names of all 84 fields, in the order of the standard. */
export const htcdsFieldNames = Object.keys(table) as HtcdsFieldName[];
export const HtcdsFieldName = z.enum(htcdsFieldNames as [HtcdsFieldName, ...HtcdsFieldName[]]);

const describe = (name: HtcdsFieldName): HtcdsField => {
  const [label, section, kind, tier, marks, picklist]: Row = table[name];
  const field = {
    name,
    label,
    section,
    kind,
    tier,
    core: marks.includes('core'),
    deprecated: marks.includes('deprecated'),
  };
  return picklist === undefined ? field : { ...field, picklist };
};

/** All 84 fields, in the order of the standard. */
export const htcdsFields: readonly HtcdsField[] = htcdsFieldNames.map(describe);
const byName = new Map<string, HtcdsField>(htcdsFields.map((field) => [field.name, field]));

/** The field of that exact name. Throws only on a name outside the standard, which the type already forbids. */
export const htcdsField = (name: HtcdsFieldName): HtcdsField => byName.get(name)!;

/** The choices of a picklist field, or an empty list for other kinds. */
export const choicesOf = (field: HtcdsField): readonly Choice[] =>
  field.picklist === undefined ? [] : picklists[field.picklist];
