// Release of information: the survivor's signed, limited, dated, revocable permission to share with one agency (domain §13).
// Never a condition of help, never bundled, never widened after it is signed; taking it back works at once.
import { z } from 'zod';
import { caseWorkers, ofWeight, read, releaseDrafters, write } from '../contract/operation.ts';
import { CaseFileId, RecordId } from '../ids.ts';
import { CalendarDate, Instant } from '../time.ts';
import { ReleaseCategory } from './release-categories.ts';
import { BasedOn, OfCase, RevisionMark } from './revision-mark.ts';

const Line = z.string().trim().max(200);

export const ReleaseMethod = z.enum(['IN_PERSON', 'PAPER', 'PHONE', 'ENCRYPTED_MEDIA']);
export type ReleaseMethod = z.output<typeof ReleaseMethod>;

export const ReleaseState = z.enum(['DRAFT', 'SIGNED', 'ACTIVE', 'EXPIRED', 'REVOKED', 'USED_UP']);
export type ReleaseState = z.output<typeof ReleaseState>;

/** domain §13: who may sign. A parent or guardian who causes harm never can. */
export const Signer = z.strictObject({
  kind: z.enum(['SELF', 'MINOR_AND_GUARDIAN', 'MINOR_ALONE', 'GUARDIAN']),
  /** Parent or guardian; empty when she signs alone. */
  guardianName: Line,
  /** Must be answered, and only `false` lets anyone sign. */
  signerIsAbuser: z.boolean().nullable(),
  /** A minor's own yes, in words of her age. */
  minorAssent: z.enum(['YES', 'NO', 'NOT_A_MINOR', 'NOT_ASKED']),
});
export type Signer = z.output<typeof Signer>;

export const Signature = z.strictObject({
  how: z.enum(['PAPER', 'MARK_WITH_WITNESS']),
  signedOn: CalendarDate,
  /** Where the paper is kept. */
  kept: Line,
  witness: Line,
});
export type Signature = z.output<typeof Signature>;

const asked = {
  caseFileId: CaseFileId,
  /** One agency per release. */
  partnerAgencyId: RecordId,
  /** The person or post at that agency. */
  recipientPerson: Line,
  purpose: z.string().trim().min(10).max(2_000),
  /** Her sentence about what may be told, verbatim. */
  herWords: z.string().max(2_000),
  categories: z.array(ReleaseCategory).min(1).max(ReleaseCategory.options.length),
  /** What span of time the information is about; empty: all of it. */
  periodCovered: Line,
  method: ReleaseMethod,
  risksDiscussed: z.boolean(),
  alternativesDiscussed: z.boolean(),
  language: Line,
  interpreter: Line,
  startsOn: CalendarDate,
  expiresOn: CalendarDate,
  singleUse: z.boolean(),
  copyOffered: z.boolean(),
  signer: Signer,
};

/** PHONE: whoever called was known by the word kept with the safety plan, or was called back on a way that is safe. */
export const RevokedHow = z.enum(['ORAL', 'PHONE', 'WRITTEN']);
export const CallerChecked = z.enum(['SAFE_WORD', 'CALLED_BACK']);

export const Release = z.strictObject({
  ...asked,
  signature: Signature.nullable(),
  revoked: z
    .strictObject({ at: Instant, on: CalendarDate, how: RevokedHow, checked: CallerChecked.optional() })
    .nullable(),
  usedUpAt: Instant.nullable(),
});
export type Release = z.output<typeof Release>;

export const StoredRelease = z.strictObject({
  ...Release.shape,
  ...RevisionMark.shape,
  id: RecordId,
  /** As of today where the shelter is. */
  state: ReleaseState,
});
export type StoredRelease = z.output<typeof StoredRelease>;

export const ReleaseDraft = z.strictObject(asked);
export type ReleaseDraft = z.output<typeof ReleaseDraft>;

/** Who calls is known by something; who is here or writes needs none. */
const saysWhoCalled = ({ how, checked }: { readonly how: string; readonly checked?: string | undefined }): boolean =>
  (how === 'PHONE') === (checked !== undefined);

const touched = ['release', 'referral', 'caseFile', 'today'];

export const releaseOperations = {
  /** A new draft (`releaseId` absent) or the next state of one. A signed release is never changed: draft a new one. */
  draft: write(
    releaseDrafters,
    touched,
    z.strictObject({ releaseId: RecordId.optional(), basedOn: BasedOn, release: ReleaseDraft }),
    StoredRelease,
  ),
  /** Errors: rule-broken {rule: ReleaseRefusal}, conflict. */
  sign: ofWeight(
    write(
      caseWorkers,
      touched,
      z.strictObject({ releaseId: RecordId, basedOn: BasedOn, signature: Signature }),
      StoredRelease,
    ),
  ),
  /** Effective at once, from any state but DRAFT. Needs no reason. Referrals that wait for an answer under it are withdrawn. */
  revoke: ofWeight(
    write(
      caseWorkers,
      touched,
      z.strictObject({ releaseId: RecordId, how: RevokedHow, checked: CallerChecked.optional() }).refine(saysWhoCalled),
      StoredRelease,
    ),
  ),
  list: read(releaseDrafters, OfCase, z.array(StoredRelease)),
  get: read(releaseDrafters, z.strictObject({ releaseId: RecordId }), StoredRelease),
};
