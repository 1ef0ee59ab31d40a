import { CASE_PATH } from '../../case/case-tabs.ts';
import type { Route } from '../../route.ts';
import { SupportPlanPage } from './support-plan-page.tsx';

export const supportPlanRoutes: readonly Route[] = [
  { path: `${CASE_PATH}/plan`, page: SupportPlanPage, entry: 'cases' },
];
