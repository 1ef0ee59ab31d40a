import { CASE_PATH } from '../../case/case-tabs.ts';
import type { Route } from '../../route.ts';
import { ExitPage } from './exit-page.tsx';

export const exitRoutes: readonly Route[] = [{ path: `${CASE_PATH}/exit`, page: ExitPage, entry: 'cases' }];
