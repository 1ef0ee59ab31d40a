// Whether a referral may go to the agency today: the five checks of her permission, or a text that says nothing of who she is.
import type { GateRow } from '#shared/records/export-package';
import { allNames } from '#shared/records/names';
import type { Referral, ReferralState } from '#shared/records/referral';
import { standsToday } from '#shared/records/referral-rules';
import type { Release } from '#shared/records/release';
import { mayLeave } from '#shared/records/release-rules';
import { wordThatSaysWho } from '#shared/records/words-that-say-who';
import type { ReadContext } from '../context.ts';
import { gateRows } from '../packages/gate.ts';
import { caseFileKind } from './case-file-kind.ts';
import { disclosuresOf } from './disclosure.ts';
import { ALL_PARTS } from './one-record.ts';
import { loadAgency } from './partner-agency.ts';
import { birthdayOf } from './person-facts.ts';
import { listRecords } from './record-kind.ts';
import { load as loadRelease } from './release.ts';

/** The five checks as of today; null where no permission is asked for, or none was chosen yet. */
export function gateOf(context: ReadContext, body: Referral): GateRow[] | null {
  if (body.mode !== 'WITH_RELEASE' || body.origin !== null || body.releaseId === null) return null;
  const planned = {
    caseFileId: body.caseFileId,
    partnerAgencyId: body.partnerAgencyId,
    categories: body.categories,
    purpose: body.asks,
  };
  const release = spentOnThis(context, body, loadRelease(context, body.releaseId).body);
  return gateRows(context, { planned, agency: loadAgency(context, body.partnerAgencyId).body, release });
}

/** A permission for one time that was used by the very package this referral went as is not in its way. */
function spentOnThis(
  context: ReadContext,
  { caseFileId, partnerAgencyId, releaseId, steps }: Referral,
  release: Release,
): Release {
  if (release.usedUpAt === null) return release;
  const begun = steps[0]?.at ?? Number.POSITIVE_INFINITY;
  const left = disclosuresOf(context, caseFileId).some(
    ({ basis, sentAt, ...line }) =>
      basis.kind === 'RELEASE' &&
      basis.releaseId === releaseId &&
      line.partnerAgencyId === partnerAgencyId &&
      sentAt >= begun,
  );
  return left ? { ...release, usedUpAt: null } : release;
}

/** Whether nothing stands between this referral and the agency, as far as her permission goes. */
export const matches = (context: ReadContext, body: Referral): boolean =>
  body.mode !== 'WITH_RELEASE' || mayLeave(gateOf(context, body) ?? []);

export const stateToday = (context: ReadContext, body: Referral): ReferralState =>
  standsToday(body.state, body.state !== 'READY' || matches(context, body));

/** The word of a text that says who this case is about; null when none does. */
export function wordIn(context: ReadContext, caseFileId: string, text: string): string | null {
  const cases = listRecords(context, caseFileKind, `t.id IN (${ALL_PARTS})`, { case: caseFileId });
  return (
    cases
      .map(({ id, body }) =>
        wordThatSaysWho(text, {
          names: allNames(body),
          caseNumbers: [body.caseNumber],
          born: birthdayOf(context, id),
        }),
      )
      .find((word) => word !== null) ?? null
  );
}
