// The code lists of the coded profile (domain §3.2): the picklists of HTCDS, and the few codes that the trafficking data of
// CTDC and our own work add to them. One entry, one code, wherever it is used.
import { type Choice, picklists } from './picklists.ts';

/** CTDC has these two beside the sixteen of HTCDS. */
export const methodsOfControl: readonly Choice[] = [
  ...picklists.methodsOfControl.filter(([code]) => code !== 'Other'),
  ['RestrictsMovement', 'Restricts movement'],
  ['UsesChildren', 'Uses children'],
  ['Other', 'Other'],
];

/** Ours: forced criminality, which CTDC files under illicit activities, and practices similar to slavery. */
export const purposes: readonly Choice[] = [
  ...picklists.typeOfExploitation.filter(([code]) => code !== 'Other'),
  ['ForcedCriminality', 'Forced criminality'],
  ['SlaveryLike', 'Practices similar to slavery'],
  ['Other', 'Other'],
];

/** ISIC rev. 4, and what CTDC names beside it. */
export const labourSectors: readonly Choice[] = [
  ...picklists.forcedLabourIndustry,
  ['Begging', 'Begging'],
  ['Peddling', 'Peddling'],
  ['IllicitActivities', 'Illicit activities'],
  ['Aquafarming', 'Aquafarming'],
];

const rolesKept = [
  'RecruiterOrIntermediary',
  'Transporter',
  'BrokerTravelAgent',
  'HarbouredIndividual',
  'Exploiter',
  'ControlledIndividual',
  'Other',
] as const;
export type HarmRole = (typeof rolesKept)[number];
/** What a person causing harm did, of the fifteen roles of HTCDS those that domain §3.2 keeps. */
export const harmRoles: readonly HarmRole[] = rolesKept.filter((code) =>
  picklists.roleInProcess.some(([known]) => known === code),
);

export type HarmRelation = (typeof picklists.relationshipToTrafficker)[number][0];
export const harmRelations: readonly HarmRelation[] = picklists.relationshipToTrafficker.map(([code]) => code);
