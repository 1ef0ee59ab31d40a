// Agreement with an agency (MOU, domain §12): what it is for, and until when. It never replaces a survivor's permission: without
// one, only what is general or counted may be talked about.
import { z } from 'zod';
import { outreachReaders, outreachWorkers, read, write } from '../contract/operation.ts';
import { RecordId } from '../ids.ts';
import { addDays, CalendarDate, daysBetween } from '../time.ts';
import { PartnerAgencyId } from './partner-agency.ts';
import { BasedOn, RevisionMark } from './revision-mark.ts';

/** The first three are OTIP's types of partnership. */
export const AgreementType = z.enum(['REFERRAL', 'INFO_SHARING', 'JOINT_SERVICE', 'TASK_FORCE', 'FACILITY']);
export type AgreementType = z.output<typeof AgreementType>;

/** What people bring it to; that it ends soon or has ended follows from the day. */
export const AgreementStage = z.enum(['DRAFT', 'REVIEW', 'SIGNED', 'TERMINATED']);
export type AgreementStage = z.output<typeof AgreementStage>;
export const AgreementState = z.enum([...AgreementStage.options, 'EXPIRING', 'EXPIRED']);
export type AgreementState = z.output<typeof AgreementState>;

export const AgreementWritten = z.strictObject({
  type: AgreementType,
  purpose: z.string().trim().min(1).max(1_000),
  stage: AgreementStage,
  signedOn: CalendarDate.nullable(),
  expiresOn: CalendarDate.nullable(),
  contacts: z.string().trim().max(500),
  /** What it says about people's information. */
  dataClause: z.string().trim().max(2_000),
  /** Where the paper is kept. */
  document: z.string().trim().max(200),
});
export type AgreementWritten = z.output<typeof AgreementWritten>;

export const Agreement = z.strictObject({ ...AgreementWritten.shape, partnerAgencyId: PartnerAgencyId });
export type Agreement = z.output<typeof Agreement>;

export const StoredAgreement = z.strictObject({
  ...Agreement.shape,
  ...RevisionMark.shape,
  id: RecordId,
  state: AgreementState,
});
export type StoredAgreement = z.output<typeof StoredAgreement>;

/** For a director's Today: it ends soon, or has just ended. */
export const EndingAgreement = z.strictObject({
  agreementId: RecordId,
  partnerAgencyId: PartnerAgencyId,
  agencyName: z.string().max(200),
  on: CalendarDate,
});
export type EndingAgreement = z.output<typeof EndingAgreement>;

/** domain §12: it counts as ending from this many days before. */
export const ENDING_DAYS = 90;
/** How long one that has ended is still brought up. */
export const ENDED_DAYS = 30;

/** Where it stands on a day. */
export function agreementState(
  { stage, expiresOn }: Pick<Agreement, 'stage' | 'expiresOn'>,
  today: CalendarDate,
): AgreementState {
  if (stage !== 'SIGNED' || expiresOn === null) return stage;
  if (today > expiresOn) return 'EXPIRED';
  return daysBetween(today, expiresOn) <= ENDING_DAYS ? 'EXPIRING' : 'SIGNED';
}

/** The days between which an end is brought up. */
export const endsBroughtUp = (today: CalendarDate): { readonly from: CalendarDate; readonly to: CalendarDate } => ({
  from: addDays(today, -ENDED_DAYS),
  to: addDays(today, ENDING_DAYS),
});

export type AgreementRefusal = 'agreement-dates' | 'agreement-stage';

/** Why it may not be kept so, or null: signed needs its days, and what was signed is ended, never drafted again. */
export function agreementRefusal(before: Agreement | null, after: AgreementWritten): AgreementRefusal | null {
  const { stage, signedOn, expiresOn } = after;
  if (stage === 'SIGNED' && (signedOn === null || expiresOn === null)) return 'agreement-dates';
  if (signedOn !== null && expiresOn !== null && expiresOn < signedOn) return 'agreement-dates';
  const order = AgreementStage.options;
  return before !== null && order.indexOf(stage) < order.indexOf(before.stage) ? 'agreement-stage' : null;
}

export const agreementOperations = {
  list: read(outreachReaders, z.strictObject({ partnerAgencyId: PartnerAgencyId }), z.array(StoredAgreement)),
  /** Errors: rule-broken {rule: AgreementRefusal}, conflict. */
  save: write(
    outreachWorkers,
    ['agreement', 'today'],
    z.strictObject({
      partnerAgencyId: PartnerAgencyId,
      agreementId: RecordId.nullable(),
      basedOn: BasedOn,
      agreement: AgreementWritten,
    }),
    StoredAgreement,
  ),
};
