import { CASE_PATH } from '../../case/case-tabs.ts';
import type { Route } from '../../route.ts';
import { ServicesPage } from './services-page.tsx';

export const servicesRoutes: readonly Route[] = [{ path: `${CASE_PATH}/services`, page: ServicesPage, entry: 'cases' }];
