// The letter of a referral: what the five checks let leave today, gathered as for a package, and nothing beside it. No address of
// the house and no word of whoever goes along stands on it.
import { VaultError } from '#shared/contract/errors';
import type { ReferralLetter } from '#shared/records/referral';
import { mayLeave } from '#shared/records/release-rules';
import type { ReadContext } from '../context.ts';
import { recipientName } from '../packages/gate.ts';
import { gather } from '../packages/released-content.ts';
import { loadAgency } from './partner-agency.ts';
import { loadRecord } from './record-kind.ts';
import { gateOf } from './referral-checks.ts';
import { referralKind } from './referral-kind.ts';
import { load as loadRelease } from './release.ts';
import { requireUnrestricted } from './rights-request.ts';

/** Throws `release-blocked` with the checks that do not match; for a referral without a permission there is no letter. */
export function letterOf(context: ReadContext, referralId: string): ReferralLetter {
  const { body } = loadRecord(context, referralKind, referralId);
  requireUnrestricted(context, body.caseFileId);
  const checks = gateOf(context, body);
  if (body.releaseId === null || checks === null || !mayLeave(checks)) {
    const failed = (checks ?? []).filter(({ reason }) => reason !== null).map(({ check }) => check);
    throw new VaultError('release-blocked', { checks: failed.join(',') });
  }
  const release = loadRelease(context, body.releaseId).body;
  const { caseFileId, categories } = body;
  const { sections, omissions } = gather({ context, caseFileId, categories });
  return {
    recipientName: recipientName(loadAgency(context, body.partnerAgencyId).body, release),
    purpose: release.purpose,
    usableUntil: release.expiresOn,
    sections: [...sections],
    omissions: [...omissions],
  };
}
