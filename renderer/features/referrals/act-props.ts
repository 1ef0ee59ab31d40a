// What every act of a referral is given.
import type { ReferralAct, StoredReferral } from '#shared/records/referral';
import type { Pronouns } from '../../pronouns.ts';

export interface ActProps {
  readonly referral: StoredReferral;
  readonly pronouns: Pronouns;
  readonly run: (act: ReferralAct) => void;
  readonly isRunning: boolean;
}
