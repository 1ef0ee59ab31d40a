// The rules of releases (domain §13): who may sign, for how long, where one stands on a day, and the five checks of the gate.
// There is no override: what does not match is said, and nothing leaves.
import { fold } from '../fold.ts';
import type { CalendarDate } from '../time.ts';
import { addDays, daysBetween } from '../time.ts';
import { countsAsMinor, type Standing } from './minority.ts';
import type { Release, ReleaseDraft, ReleaseState, Signature, Signer } from './release.ts';
import type { ReleaseCategory } from './release-categories.ts';

/** domain §13 [P]: default 30 days, warn above 90, refuse above 365. */
export const DEFAULT_DAYS = 30;
export const WARN_ABOVE_DAYS = 90;
export const MOST_DAYS = 365;

/** Last day of use of a release that starts on that day: 2026-03-13 → usable through 2026-04-12. */
export const defaultExpiry = (startsOn: CalendarDate): CalendarDate => addDays(startsOn, DEFAULT_DAYS);

export const isLong = (release: Pick<Release, 'startsOn' | 'expiresOn'>): boolean =>
  daysBetween(release.startsOn, release.expiresOn) > WARN_ABOVE_DAYS;

export type ReleaseRefusal =
  | 'release-dates'
  | 'release-too-long'
  | 'release-category-twice'
  | 'release-signer-harms'
  | 'release-signer'
  | 'release-assent'
  | 'release-minor'
  | 'release-of-age'
  | 'release-not-discussed'
  | 'release-witness'
  | 'release-signed-later'
  | 'release-already-signed';

/** Why these terms may not even be drafted, or null. */
export function draftRefusal(release: ReleaseDraft): ReleaseRefusal | null {
  if (release.expiresOn < release.startsOn) return 'release-dates';
  if (daysBetween(release.startsOn, release.expiresOn) > MOST_DAYS) return 'release-too-long';
  if (new Set(release.categories).size !== release.categories.length) return 'release-category-twice';
  // Refused at once, not only at signing: such a draft must not exist.
  return release.signer.signerIsAbuser === true ? 'release-signer-harms' : null;
}

function signerRefusal({ signer }: ReleaseDraft): ReleaseRefusal | null {
  if (signer.signerIsAbuser !== false) return 'release-signer-harms';
  const guardian = signer.kind === 'MINOR_AND_GUARDIAN' || signer.kind === 'GUARDIAN';
  if (guardian !== (signer.guardianName !== '')) return 'release-signer';
  const minor = signer.kind === 'MINOR_AND_GUARDIAN' || signer.kind === 'MINOR_ALONE';
  return minor && signer.minorAssent !== 'YES' ? 'release-assent' : null;
}

/** Why this signer does not fit her age, or null: who counts as under 18 never signs like an adult (domain §13). */
export function ageRefusal({ kind }: Signer, standing: Standing): ReleaseRefusal | null {
  const asMinor = kind === 'MINOR_AND_GUARDIAN' || kind === 'MINOR_ALONE';
  if (countsAsMinor(standing)) return asMinor ? null : 'release-minor';
  return asMinor && standing === 'ADULT' ? 'release-of-age' : null;
}

/** Why this release may not be signed, or null: who signs, what was talked about, how it was signed. */
export function signRefusal(release: Release, signature: Signature, today: CalendarDate): ReleaseRefusal | null {
  if (release.signature !== null) return 'release-already-signed';
  const terms = draftRefusal(release) ?? signerRefusal(release);
  if (terms !== null) return terms;
  if (!release.risksDiscussed || !release.alternativesDiscussed) return 'release-not-discussed';
  if (signature.how === 'MARK_WITH_WITNESS' && signature.witness === '') return 'release-witness';
  return signature.signedOn > today ? 'release-signed-later' : null;
}

/** Where a release stands on a day. Taking back and using up count before any date. */
export function releaseState(
  release: Pick<Release, 'signature' | 'revoked' | 'usedUpAt' | 'startsOn' | 'expiresOn'>,
  on: CalendarDate,
): ReleaseState {
  if (release.revoked !== null) return 'REVOKED';
  if (release.usedUpAt !== null) return 'USED_UP';
  if (release.signature === null) return 'DRAFT';
  if (on > release.expiresOn) return 'EXPIRED';
  return on < release.startsOn ? 'SIGNED' : 'ACTIVE';
}

/** What is about to leave. */
export interface ReleaseAttempt {
  readonly caseFileId: string;
  readonly partnerAgencyId: string;
  readonly categories: readonly ReleaseCategory[];
  readonly purpose: string;
  readonly on: CalendarDate;
}

export type CheckName = 'recipient' | 'purpose' | 'covers' | 'date' | 'still-her-wish';
export type CheckReason =
  | 'other-recipient'
  | 'other-survivor'
  | 'other-purpose'
  | 'not-covered'
  | 'nothing-chosen'
  | 'not-yet'
  | 'expired'
  | 'not-signed'
  | 'revoked'
  | 'used-up';

export interface ReleaseCheck {
  readonly check: CheckName;
  readonly reason: CheckReason | null;
  /** For `covers`: what goes further than her permission. */
  readonly notCovered: readonly ReleaseCategory[];
}

const row = (
  check: CheckName,
  reason: CheckReason | null,
  notCovered: readonly ReleaseCategory[] = [],
): ReleaseCheck => ({ check, reason, notCovered });

const samePurpose = (one: string, other: string): boolean => {
  const plain = (text: string): string => fold(text).replace(/\s+/gu, ' ').trim();
  return plain(one) === plain(other);
};

function recipientReason(release: Release, attempt: ReleaseAttempt): CheckReason | null {
  if (release.caseFileId !== attempt.caseFileId) return 'other-survivor';
  return release.partnerAgencyId === attempt.partnerAgencyId ? null : 'other-recipient';
}

function dateReason(release: Release, on: CalendarDate): CheckReason | null {
  if (on < release.startsOn) return 'not-yet';
  return on > release.expiresOn ? 'expired' : null;
}

function wishReason(release: Release): CheckReason | null {
  if (release.revoked !== null) return 'revoked';
  if (release.usedUpAt !== null) return 'used-up';
  return release.signature === null ? 'not-signed' : null;
}

/** The five checks, always in this order (visual §7): recipient, purpose, what it covers, date, still her wish. */
export function checkRelease(release: Release, attempt: ReleaseAttempt): readonly ReleaseCheck[] {
  const notCovered = attempt.categories.filter((category) => !release.categories.includes(category));
  const covers = attempt.categories.length === 0 ? 'nothing-chosen' : notCovered.length > 0 ? 'not-covered' : null;
  return [
    row('recipient', recipientReason(release, attempt)),
    row('purpose', samePurpose(release.purpose, attempt.purpose) ? null : 'other-purpose'),
    row('covers', covers, notCovered),
    row('date', dateReason(release, attempt.on)),
    row('still-her-wish', wishReason(release)),
  ];
}

/** True only when all five match. */
export const mayLeave = (checks: readonly Pick<ReleaseCheck, 'reason'>[]): boolean =>
  checks.length === 5 && checks.every(({ reason }) => reason === null);
