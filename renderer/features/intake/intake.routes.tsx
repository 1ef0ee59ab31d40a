import { CASE_PATH } from '../../case/case-tabs.ts';
import type { Route } from '../../route.ts';
import { IntakePage } from './intake-page.tsx';

export const intakeRoutes: readonly Route[] = [{ path: `${CASE_PATH}/intake`, page: IntakePage, entry: 'cases' }];
