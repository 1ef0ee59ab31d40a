// Partner agency: an outside organisation, with the keys its packages are sealed to, one for each colleague who opens them.
// Who can read a package never changes quietly: a further or another key needs the agency's name typed by hand, every earlier one is kept.
import { z } from 'zod';
import {
  caseWorkers,
  directorOnly,
  ofWeight,
  outreachReaders,
  outreachWorkers,
  read,
  task,
  write,
} from '../contract/operation.ts';
import { ChoiceHandle, RecordId, StaffMemberId } from '../ids.ts';
import { CalendarDate, daysBetween, Instant } from '../time.ts';
import { AgeRecipient } from './age-recipient.ts';
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

/** Six words that two people can read to each other by telephone. */
export const FingerprintWords = z.array(z.string().min(2).max(20)).length(6);

export const PinnedRecipient = z.strictObject({
  /** Whose key it is there, in a few words; empty for the one key of an agency from before there could be several. */
  name: z.string().trim().max(120).default(''),
  recipient: AgeRecipient,
  fingerprintWords: FingerprintWords,
  pinnedAt: Instant,
  pinnedBy: StaffMemberId,
  /** The six words were compared with the agency, by telephone or face to face. */
  wordsCompared: z.boolean(),
});
export type PinnedRecipient = z.output<typeof PinnedRecipient>;

/** One that packages are sealed to no longer; when it ended was not kept before there could be several. */
export const EarlierRecipient = PinnedRecipient.extend({ endedAt: Instant.nullable().default(null) });
export type EarlierRecipient = z.output<typeof EarlierRecipient>;

/** Keys of one agency: as many as a package may be sealed to (electron/vault/packages/README.md). */
export const MOST_KEYS = 20;

export const AgencyContact = z.strictObject({
  name: z.string().max(200),
  role: z.string().max(200),
  phone: z.string().max(80),
});
export type AgencyContact = z.output<typeof AgencyContact>;

/** What makes it possible to go there. */
export const AgencyAccess = z.enum([
  'STEP_FREE',
  'SIGN_LANGUAGE',
  'EASY_WORDS',
  'QUIET_ROOM',
  'CHILDCARE',
  'ONLINE_OR_PHONE',
  'EVENINGS',
  'NEAR_TRANSPORT',
]);
export type AgencyAccess = z.output<typeof AgencyAccess>;

const Line = z.string().trim().max(200);
const Word = z.string().trim().min(1).max(120);

const details = {
  name: z.string().trim().min(1).max(200),
  types: z.array(AgencyType).max(22),
  sharesWithAuthorities: SharesWithAuthorities,
  /** What it does, each in a few words: "Dental care". */
  services: z.array(Word).max(60).default([]),
  /** The part of town or the region, never an address: those that are confidential are sealed. */
  area: Line.default(''),
  languages: z.array(Word).max(40).default([]),
  hours: z.string().trim().max(500).default(''),
  cost: z.string().trim().max(500).default(''),
  /** For whom: ages, genders. */
  eligibility: z.string().trim().max(1_000).default(''),
  /** Whether it asks for papers of residence before it helps. */
  asksStatus: SharesWithAuthorities.default('UNKNOWN'),
  access: z.array(AgencyAccess).max(8).default([]),
  /** When somebody looked at whether it works in a trauma-informed way. */
  vettedOn: CalendarDate.nullable().default(null),
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
  /** Keys of colleagues there besides the first, oldest first. */
  moreRecipients: z
    .array(PinnedRecipient)
    .max(MOST_KEYS - 1)
    .default([]),
  /** Keys that were pinned before, newest first. */
  earlierRecipients: z.array(EarlierRecipient).max(100),
});
export type PartnerAgency = z.output<typeof PartnerAgency>;

/** Every key that is pinned now, in the order in which they were. */
export const pinnedKeys = ({
  recipient,
  moreRecipients,
}: Pick<PartnerAgency, 'recipient' | 'moreRecipients'>): readonly PinnedRecipient[] =>
  recipient === null ? [] : [recipient, ...moreRecipients];

/** How it was for those who were referred there, as a mean; null while so few said so that it would tell of one. */
export const AgencyFeedback = z.strictObject({ count: z.int().min(1), mean: z.number().min(1).max(5) });
export type AgencyFeedback = z.output<typeof AgencyFeedback>;
/** domain §20: counts below this could tell of one person. */
export const FEWEST_RATINGS = 5;

export const StoredPartnerAgency = z.strictObject({
  ...PartnerAgency.shape,
  ...RevisionMark.shape,
  id: PartnerAgencyId,
  /** Saved states of its confidential address; 0 when none is kept. */
  addressRevision: z.int().min(0).default(0),
  feedback: AgencyFeedback.nullable().default(null),
});
export type StoredPartnerAgency = z.output<typeof StoredPartnerAgency>;

export const PartnerAgencySummary = z.strictObject({
  id: PartnerAgencyId,
  name: details.name,
  types: details.types,
  lastVerifiedOn: details.lastVerifiedOn,
  services: details.services,
  area: details.area,
  languages: details.languages,
  sharesWithAuthorities: SharesWithAuthorities.default('UNKNOWN'),
  hasKey: z.boolean(),
});
export type PartnerAgencySummary = z.output<typeof PartnerAgencySummary>;

/** Days after which an agency's details should be checked again (domain §12, last verified). */
export const VERIFY_AGAIN_AFTER_DAYS = 180;

/** Never looked at, or not for so long. */
export const isToVerify = (lastVerifiedOn: CalendarDate | null, today: CalendarDate): boolean =>
  lastVerifiedOn === null || daysBetween(lastVerifiedOn, today) > VERIFY_AGAIN_AFTER_DAYS;

/** T4: a confidential address, apart from everything else that is known of an agency. */
export const AgencyAddress = z.strictObject({ partnerAgencyId: PartnerAgencyId, words: z.string().trim().max(1_000) });
export type AgencyAddress = z.output<typeof AgencyAddress>;
/** That somebody read it, and why. */
export const AgencyAddressOpening = z.strictObject({
  partnerAgencyId: PartnerAgencyId,
  reason: z.string().min(3).max(300),
});
export type AgencyAddressOpening = z.output<typeof AgencyAddressOpening>;

export const ReadRecipient = z.strictObject({ recipient: AgeRecipient, fingerprintWords: FingerprintWords });
export type ReadRecipient = z.output<typeof ReadRecipient>;

/**
 * `agency-key-confirmation`: the agency's name was not typed. `agency-key-changes`: more changes than are kept. `agency-key-many`: as
 * many keys as a package takes. `agency-key-gone`: the key that was to be replaced or ended is not pinned, perhaps no longer.
 */
export type AgencyKeyRefusal = 'agency-key-confirmation' | 'agency-key-changes' | 'agency-key-many' | 'agency-key-gone';

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
  /** Kept sealed: it stands in no list, no search, no package and no print. */
  saveAddress: write(
    directorOnly,
    ['partnerAgency'],
    z.strictObject({ partnerAgencyId: PartnerAgencyId, basedOn: BasedOn, words: AgencyAddress.shape.words }),
    z.strictObject({ revision: BasedOn }),
  ),
  /** Asks for a reason, which is kept with the look. */
  openAddress: ofWeight(
    write(
      caseWorkers,
      [],
      z.strictObject({ partnerAgencyId: PartnerAgencyId, reason: z.string().trim().min(3).max(300) }),
      z.strictObject({ words: AgencyAddress.shape.words, revision: BasedOn }),
    ),
  ),
  // Whoever holds an agency's key can read what leaves for it, so only a director pins one.
  /** Typed or pasted text → the key and its six words, before anything is pinned. Errors: bad-recipient. */
  checkRecipient: read(directorOnly, z.strictObject({ text: z.string().max(4_000) }), ReadRecipient),
  /** The same from a file on a stick. Errors: bad-recipient and those of a file from outside. */
  readRecipientFile: task(directorOnly, [], z.strictObject({ file: ChoiceHandle }), ReadRecipient),
  /**
   * A first key is pinned at once. A further one, or one in the place of another (`replaces`), needs the agency's name typed: whoever
   * has it reads every package from then on. A key that is pinned already takes the new name and whether its words were compared.
   * Errors: rule-broken {rule: AgencyKeyRefusal}.
   */
  pinRecipient: ofWeight(
    write(
      directorOnly,
      ['partnerAgency'],
      z.strictObject({
        id: PartnerAgencyId,
        basedOn: BasedOn,
        recipient: AgeRecipient,
        name: PinnedRecipient.shape.name,
        wordsCompared: z.boolean(),
        replaces: AgeRecipient.optional(),
        typedName: z.string().max(200).optional(),
      }),
      StoredPartnerAgency,
    ),
  ),
  /** Nothing is sealed to it from now on; it stays among the earlier keys. Errors: rule-broken {rule: 'agency-key-gone' | 'agency-key-changes'}. */
  endRecipient: ofWeight(
    write(
      directorOnly,
      ['partnerAgency'],
      z.strictObject({ id: PartnerAgencyId, basedOn: BasedOn, recipient: AgeRecipient }),
      StoredPartnerAgency,
    ),
  ),
};
