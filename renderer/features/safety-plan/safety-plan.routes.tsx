import { CASE_PATH } from '../../case/case-tabs.ts';
import type { Route } from '../../route.ts';
import { SafetyPlanPage } from './safety-plan-page.tsx';

export const safetyPlanRoutes: readonly Route[] = [
  { path: `${CASE_PATH}/safety-plan`, page: SafetyPlanPage, entry: 'cases' },
];
