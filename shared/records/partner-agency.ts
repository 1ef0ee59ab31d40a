// Partner agency: an outside organisation, with the one key its packages are sealed to.
// A pinned key never changes quietly: a new one needs the agency's name typed by hand, and every earlier key is kept.
import { z } from 'zod';
import { directorOnly, outreachReaders, outreachWorkers, read, task, write } from '../contract/operation.ts';
import { ChoiceHandle, RecordId, StaffMemberId } from '../ids.ts';
import { CalendarDate, Instant } from '../time.ts';
import { BasedOn, RevisionMark } from './revision-mark.ts';

export const PartnerAgencyId = RecordId;
export type PartnerAgencyId = z.output<typeof PartnerAgencyId>;

/** domain §12: the first nine are HTCDS codes, the rest are ours. */
export const AgencyType = z.enum([
  'NGO',
  'LAW_ENFORCEMENT',
  'HEALTH',
  'CENTRAL_GOVT',
  'LOCAL_GOVT',
  'IMMIGRATION',
  'LEGAL',
  'BUSINESS',
  'SCHOOL',
  'SHELTER',
  'MENTAL_HEALTH',
  'SUBSTANCE_USE',
  'DENTAL',
  'CHILD_SERVICES',
  'EMPLOYMENT_TRAINING',
  'HOUSING',
  'FAITH',
  'EMBASSY',
  'HOTLINE',
  'INTERPRETING',
  'FOOD_CLOTHING',
  'TRANSPORT',
]);
export type AgencyType = z.output<typeof AgencyType>;

/** domain §12: whether what the agency learns may reach police or immigration. */
export const SharesWithAuthorities = z.enum(['YES', 'NO', 'UNKNOWN']);

/** An age X25519 recipient, `age1` and 58 more characters (age-encryption.org/v1; 32 bytes in Bech32). */
export const AgeRecipient = z.string().regex(/^age1[ac-hj-np-z02-9]{58}$/);
export type AgeRecipient = z.output<typeof AgeRecipient>;

/** Six words that two people can read to each other by telephone. */
export const FingerprintWords = z.array(z.string().min(2).max(20)).length(6);

export const PinnedRecipient = z.strictObject({
  recipient: AgeRecipient,
  fingerprintWords: FingerprintWords,
  pinnedAt: Instant,
  pinnedBy: StaffMemberId,
  /** The six words were compared with the agency, by telephone or face to face. */
  wordsCompared: z.boolean(),
});
export type PinnedRecipient = z.output<typeof PinnedRecipient>;

export const AgencyContact = z.strictObject({
  name: z.string().max(200),
  role: z.string().max(200),
  phone: z.string().max(80),
});
export type AgencyContact = z.output<typeof AgencyContact>;

const details = {
  name: z.string().trim().min(1).max(200),
  types: z.array(AgencyType).max(22),
  sharesWithAuthorities: SharesWithAuthorities,
  contacts: z.array(AgencyContact).max(20),
  notes: z.string().max(4_000),
  lastVerifiedOn: CalendarDate.nullable(),
};

/** What a person types about an agency; the key is pinned by its own operation. */
export const PartnerAgencyDetails = z.strictObject(details);
export type PartnerAgencyDetails = z.output<typeof PartnerAgencyDetails>;

export const PartnerAgency = z.strictObject({
  ...details,
  recipient: PinnedRecipient.nullable(),
  /** Keys that were pinned before, newest first. */
  earlierRecipients: z.array(PinnedRecipient).max(100),
});
export type PartnerAgency = z.output<typeof PartnerAgency>;

export const StoredPartnerAgency = z.strictObject({
  ...PartnerAgency.shape,
  ...RevisionMark.shape,
  id: PartnerAgencyId,
});
export type StoredPartnerAgency = z.output<typeof StoredPartnerAgency>;

export const PartnerAgencySummary = z.strictObject({
  id: PartnerAgencyId,
  name: details.name,
  types: details.types,
  lastVerifiedOn: details.lastVerifiedOn,
  hasKey: z.boolean(),
});
export type PartnerAgencySummary = z.output<typeof PartnerAgencySummary>;

/** Days after which an agency's details should be checked again (domain §12, last verified). */
export const VERIFY_AGAIN_AFTER_DAYS = 180;

export const ReadRecipient = z.strictObject({ recipient: AgeRecipient, fingerprintWords: FingerprintWords });
export type ReadRecipient = z.output<typeof ReadRecipient>;

export const partnerAgencyOperations = {
  list: read(outreachReaders, z.strictObject({}), z.array(PartnerAgencySummary)),
  get: read(outreachReaders, z.strictObject({ id: PartnerAgencyId }), StoredPartnerAgency),
  /** Without an id a new agency is made. Never touches the pinned key. */
  save: write(
    outreachWorkers,
    ['partnerAgency'],
    z.strictObject({ id: PartnerAgencyId.optional(), basedOn: BasedOn, details: PartnerAgencyDetails }),
    StoredPartnerAgency,
  ),
  // Whoever holds an agency's key can read what leaves for it, so only a director pins one.
  /** Typed or pasted text → the key and its six words, before anything is pinned. Errors: bad-recipient. */
  checkRecipient: read(directorOnly, z.strictObject({ text: z.string().max(4_000) }), ReadRecipient),
  /** The same from a file on a stick. Errors: bad-recipient and those of a file from outside. */
  readRecipientFile: task(directorOnly, [], z.strictObject({ file: ChoiceHandle }), ReadRecipient),
  /** A first key is pinned at once; replacing a different pinned key needs the agency's name typed (`rule-broken` without). */
  pinRecipient: write(
    directorOnly,
    ['partnerAgency'],
    z.strictObject({
      id: PartnerAgencyId,
      basedOn: BasedOn,
      recipient: AgeRecipient,
      wordsCompared: z.boolean(),
      typedName: z.string().max(200).optional(),
    }),
    StoredPartnerAgency,
  ),
};
