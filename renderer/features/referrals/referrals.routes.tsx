import { CASE_PATH } from '../../case/case-tabs.ts';
import type { Route } from '../../route.ts';
import { ReferralPage } from './referral-page.tsx';
import { ReferralsPage } from './referrals-page.tsx';

export const referralsRoutes: readonly Route[] = [
  { path: `${CASE_PATH}/referrals`, page: ReferralsPage, entry: 'cases' },
  { path: `${CASE_PATH}/referrals/:referralId`, page: ReferralPage, entry: 'cases' },
];
