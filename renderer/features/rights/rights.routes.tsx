import { CASE_PATH } from '../../case/case-tabs.ts';
import type { Route } from '../../route.ts';
import { RightsPage } from './rights-page.tsx';

export const rightsRoutes: readonly Route[] = [{ path: `${CASE_PATH}/rights`, page: RightsPage, entry: 'cases' }];
