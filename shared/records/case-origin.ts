// How a case came to the house and what somebody decided about trafficking (domain §1). Codes only; help never depends on either.
// The codes of the Human Trafficking Case Data Standard (IOM, CC BY 4.0) stand beside ours, so that an import and an export agree.
import { z } from 'zod';

export const IntakeChannel = z.enum([
  'SELF',
  'FAMILY_FRIEND',
  'HOTLINE',
  'NGO',
  'HEALTH',
  'POLICE',
  'PROSECUTION',
  'IMMIGRATION',
  'LABOUR_INSPECTION',
  'CHILD_SERVICES',
  'COURT',
  'EMBASSY',
  'FAITH',
  'OUTREACH',
  'OTHER',
]);
export type IntakeChannel = z.output<typeof IntakeChannel>;

export const TraffickingStatus = z.enum(['POSSIBLE', 'ACTUAL', 'NOT_TRAFFICKED']);
export type TraffickingStatus = z.output<typeof TraffickingStatus>;

export const DecidedBy = z.enum(['POLICE', 'NGO', 'COURT_PROSECUTION', 'OTHER_GOVT', 'OTHER', 'NOT_DECIDED']);
export type DecidedBy = z.output<typeof DecidedBy>;

/** A decision always says whose it is; "not decided" is one of the answers. */
export const TraffickingDecision = z.strictObject({ status: TraffickingStatus, decidedBy: DecidedBy });
export type TraffickingDecision = z.output<typeof TraffickingDecision>;

export const htcdsStatus: Readonly<Record<TraffickingStatus, string>> = {
  POSSIBLE: 'PossibleVictimOfTrafficking',
  ACTUAL: 'ActualVictimOfTrafficking',
  NOT_TRAFFICKED: 'NotAVictimOfTrafficking',
};

/** The standard has no code for "nobody decided": it leaves the field empty. */
export const htcdsDecidedBy: Readonly<Record<DecidedBy, string | null>> = {
  POLICE: 'Police',
  NGO: 'NGO',
  COURT_PROSECUTION: 'CourtOrProsecution',
  OTHER_GOVT: 'NonPoliceGovernmentalOrganization',
  OTHER: 'Other',
  NOT_DECIDED: null,
};

/** What a workbook says, in our codes; null when it says nothing we know. */
export function traffickingFromHtcds(status: string | undefined, decidedBy: string | undefined) {
  const known = TraffickingStatus.options.find((option) => htcdsStatus[option] === status);
  if (known === undefined) return null;
  const by = DecidedBy.options.find((option) => htcdsDecidedBy[option] === decidedBy) ?? 'NOT_DECIDED';
  return { status: known, decidedBy: by } satisfies TraffickingDecision;
}
