// A referral while it is written: looser than the record, because half of it is still worth keeping.
import { z } from 'zod';
import type { CaseFileId } from '#shared/ids';
import { RecordId } from '#shared/ids';
import { Urgency } from '#shared/records/need-codes';
import { PartnerAgencyId } from '#shared/records/partner-agency';
import {
  ReferralFor,
  ReferralMode,
  ReferralOrigin,
  ReferralReason,
  type ReferralReceived,
  type ReferralWritten,
  type StoredReferral,
} from '#shared/records/referral';
import { ReleaseCategory } from '#shared/records/release-categories';

export const Way = z.enum([...ReferralMode.options, 'INCOMING']);
export type Way = z.output<typeof Way>;

export const ReferralInMaking = z.strictObject({
  way: Way,
  agencyId: PartnerAgencyId.nullable(),
  forWhat: ReferralFor.nullable(),
  asks: z.string(),
  reason: ReferralReason,
  urgency: Urgency,
  warmHandoff: z.boolean(),
  escort: z.string(),
  interpreter: z.string(),
  releaseId: RecordId.nullable(),
  categories: z.array(ReleaseCategory),
  originRelease: ReferralOrigin.shape.release,
  originUntil: z.string(),
});
export type ReferralInMaking = z.output<typeof ReferralInMaking>;

const fresh: ReferralInMaking = {
  way: 'WITH_RELEASE',
  agencyId: null,
  forWhat: null,
  asks: '',
  reason: 'ADDITIONAL_SERVICES',
  urgency: 'U3',
  warmHandoff: false,
  escort: '',
  interpreter: '',
  releaseId: null,
  categories: [],
  originRelease: 'NOT_ASKED',
  originUntil: '',
};

export function inMaking(saved: StoredReferral | null): ReferralInMaking {
  if (saved === null) return fresh;
  const { mode, partnerAgencyId, forWhat, asks, reason, urgency, warmHandoff, escort, interpreter } = saved;
  const { releaseId, categories } = saved;
  return {
    ...fresh,
    way: mode,
    agencyId: partnerAgencyId,
    ...{ forWhat, asks, reason, urgency, warmHandoff, escort, interpreter, releaseId, categories },
  };
}

/** What can be kept: an agency, and a sentence of what is asked for. */
export const isWhole = ({ agencyId, asks }: ReferralInMaking): boolean => agencyId !== null && asks.trim().length >= 10;

function common({ agencyId, forWhat, asks, reason, urgency, warmHandoff, escort, interpreter }: ReferralInMaking) {
  const partnerAgencyId = PartnerAgencyId.parse(agencyId);
  return { partnerAgencyId, forWhat, asks, reason, urgency, warmHandoff, escort, interpreter };
}

export const asWritten = (making: ReferralInMaking, mode: ReferralMode): ReferralWritten => ({
  ...common(making),
  mode,
  releaseId: mode === 'WITH_RELEASE' ? making.releaseId : null,
  categories: mode === 'WITH_RELEASE' ? making.categories : [],
});

export const asReceived = (making: ReferralInMaking): ReferralReceived => ({
  ...common(making),
  origin: { release: making.originRelease, usableUntil: making.originUntil === '' ? null : making.originUntil },
});

export interface FormProps {
  readonly caseFileId: CaseFileId;
  readonly making: ReferralInMaking;
  readonly onWrite: (part: Partial<ReferralInMaking>, at?: string) => void;
}
