// Export package: what leaves the house, sealed for one agency, under one release of information.
// Nothing is sealed unless all five checks match; what was previewed is what is sealed; every package is in the disclosure log.
import { z } from 'zod';
import { caseWorkers, ofWeight, read, task } from '../contract/operation.ts';
import { CaseFileId, ChoiceHandle, RecordId } from '../ids.ts';
import { CalendarDate, Instant } from '../time.ts';
import { Omission } from '../packages/omission.ts';
import { MOST_FILES, ReleasedContent } from './package.ts';
import { AgeRecipient } from './age-recipient.ts';
import { FingerprintWords, MOST_KEYS, PartnerAgencyId, PinnedRecipient } from './partner-agency.ts';
import { ReleaseCategory } from './release-categories.ts';
import type { CheckName, CheckReason } from './release-rules.ts';
import { StaffRef } from './revision-mark.ts';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** One of the five rows of the release gate, always in the order of `checkRelease` (domain §13). */
export const GateRow = z.strictObject({
  check: z.enum(['recipient', 'purpose', 'covers', 'date', 'still-her-wish']) satisfies z.ZodType<CheckName>,
  /** Why it does not match; null when it does. */
  reason: z
    .enum([
      'other-recipient',
      'other-survivor',
      'other-purpose',
      'not-covered',
      'nothing-chosen',
      'not-yet',
      'expired',
      'not-signed',
      'revoked',
      'used-up',
    ])
    .nullable() satisfies z.ZodType<CheckReason | null>,
  /** You are sending / she allowed: agency names, purposes, category codes or dates; the screen puts codes into words. */
  sending: z.array(z.string().max(2_000)).max(60),
  allowed: z.array(z.string().max(2_000)).max(60),
  notCovered: z.array(ReleaseCategory).max(60),
});
export type GateRow = z.output<typeof GateRow>;

/** A file of the case that goes along, and the category of the permission that lets it. Sealed ones never leave. */
export const FileToSend = z.strictObject({ attachmentId: RecordId, category: ReleaseCategory });
export type FileToSend = z.output<typeof FileToSend>;
const noFileTwice = (files: readonly FileToSend[]): boolean =>
  new Set(files.map(({ attachmentId }) => attachmentId)).size === files.length;

/** Exactly what is about to leave: the request of the preview and of the package are the same six facts. */
const planned = {
  caseFileId: CaseFileId,
  releaseId: RecordId,
  partnerAgencyId: PartnerAgencyId,
  categories: z.array(ReleaseCategory).max(60),
  files: z.array(FileToSend).max(MOST_FILES).refine(noFileTwice).optional(),
  purpose: z.string().min(1).max(2_000),
};
export const PlannedPackage = z.strictObject(planned);
export type PlannedPackage = z.output<typeof PlannedPackage>;

export const PackagePreview = z.strictObject({
  checks: z.array(GateRow).length(5),
  mayLeave: z.boolean(),
  /** Only when it may leave: a blocked preview shows no content. */
  content: ReleasedContent.nullable(),
  omissions: z.array(Omission).max(500),
  /** SHA-256 of the content; handed back when creating, so that what was read through is what leaves. */
  contentSha256: Sha256.nullable(),
});
export type PackagePreview = z.output<typeof PackagePreview>;

/** Pinned keys of the agency, those that were ticked, or a passphrase told by another way. A package is sealed to one or the other. */
export const SealedTo = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('pinned-key'), recipients: z.array(AgeRecipient).min(1).max(MOST_KEYS) }),
  z.strictObject({ by: z.literal('passphrase'), passphrase: z.string().min(1).max(256) }),
]);
export type SealedTo = z.output<typeof SealedTo>;

/** A key that a package was sealed to: whose it was called then, and its six words. */
export const SealedFor = z.strictObject({ name: PinnedRecipient.shape.name, fingerprintWords: FingerprintWords });
export type SealedFor = z.output<typeof SealedFor>;

/**
 * What became of the stick after the file was flushed and read back. `safe-to-remove`: unmounted, may be taken out.
 * `saved-still-in-use`: something else holds it. `gone-before-safe`: pulled before it was let go; look at it again, not a success.
 */
export const StickAfterwards = z.enum(['not-a-stick', 'safe-to-remove', 'saved-still-in-use', 'gone-before-safe']);
export type StickAfterwards = z.output<typeof StickAfterwards>;

export const CreatedPackage = z.strictObject({
  disclosureId: RecordId,
  fileName: z.string().regex(/^r-[0-9a-z]{8}\.age$/),
  sha256: Sha256,
  bytes: z.number().int().positive(),
  /** None when sealed with a passphrase. */
  sealedFor: z.array(SealedFor).max(MOST_KEYS),
  /** Read back from the medium after its cached pages were dropped, and compared. There is no unverified success. */
  verified: z.literal(true),
  stick: StickAfterwards,
});
export type CreatedPackage = z.output<typeof CreatedPackage>;

/** Why something was allowed to leave (domain §14). */
export const DisclosureBasis = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('RELEASE'), releaseId: RecordId }),
  z.strictObject({
    kind: z.enum(['COURT_ORDER', 'STATUTORY_MANDATE', 'IMMINENT_DANGER_POLICY', 'SURVIVOR_COPY']),
    reference: z.string().max(200),
  }),
]);
export type DisclosureBasis = z.output<typeof DisclosureBasis>;

/** One line of the disclosure log: append-only, and the survivor's to read and to print. */
export const Disclosure = z.strictObject({
  id: RecordId,
  caseFileId: CaseFileId,
  sentAt: Instant,
  sentBy: StaffRef,
  partnerAgencyId: PartnerAgencyId,
  recipientName: z.string().max(200),
  purpose: z.string().max(2_000),
  categories: z.array(ReleaseCategory).min(1).max(60),
  basis: DisclosureBasis,
  usableUntil: CalendarDate,
  /** The random name of the case inside this one package: the case number never leaves. */
  caseReference: z.string().max(40),
  fileName: z.string().max(40),
  bytes: z.number().int().positive(),
  /** The sealed file as it left. */
  packageSha256: Sha256,
  /** The lines as they were read through, before sealing. */
  contentSha256: Sha256,
  sealedTo: z.enum(['pinned-key', 'passphrase']),
  /** Of the one key, in lines from before there could be several. */
  recipientFingerprintWords: FingerprintWords.optional(),
  /** The keys, in the order in which they were pinned; absent when sealed with a passphrase. */
  sealedFor: z.array(SealedFor).min(1).max(MOST_KEYS).optional(),
  omissions: z.array(Omission).max(500),
  /** Files of the case that went along, by their id here and the hash of their bytes; what they were called is theirs to lose. */
  files: z
    .array(z.strictObject({ attachmentId: RecordId, sha256: Sha256 }))
    .max(MOST_FILES)
    .optional(),
  survivorTold: z.strictObject({ told: z.boolean(), how: z.string().max(400) }),
});
export type Disclosure = z.output<typeof Disclosure>;

/** For which keys a package was sealed, also one from before there could be several; none: with a passphrase. */
export const keysOf = ({
  sealedFor,
  recipientFingerprintWords: words,
}: Pick<Disclosure, 'sealedFor' | 'recipientFingerprintWords'>): SealedFor[] =>
  sealedFor ?? (words === undefined ? [] : [{ name: '', fingerprintWords: words }]);

/** `agency-keys-changed`: a key that was ticked is not pinned any more. */
export type PackageRefusal = 'agency-keys-changed';

export const exportPackageOperations = {
  /** Errors: rule-broken {rule: 'attachment-removed' | 'attachment-sealed'}, attachment-damaged (a file that cannot go along). */
  preview: read(caseWorkers, PlannedPackage, PackagePreview),
  /** Six random words to tell the recipient by another way. */
  suggestPassphrase: read(caseWorkers, z.strictObject({}), z.strictObject({ passphrase: z.string().max(200) })),
  /**
   * Errors: release-blocked (which checks), conflict (the records changed since the preview), bad-recipient (no key is pinned),
   * rule-broken {rule: PackageRefusal}, pages-not-made, those of sticks and files.
   */
  create: ofWeight(
    task(
      caseWorkers,
      ['exportPackage'],
      z.strictObject({ ...planned, contentSha256: Sha256, sealedTo: SealedTo, folder: ChoiceHandle }),
      CreatedPackage,
    ),
  ),
  /** The disclosure log of one case, newest first. */
  list: read(caseWorkers, z.strictObject({ caseFileId: CaseFileId }), z.array(Disclosure)),
};
