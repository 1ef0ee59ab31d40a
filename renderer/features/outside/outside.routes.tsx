import { CASE_PATH } from '../../case/case-tabs.ts';
import type { Route } from '../../route.ts';
import { BreachPage } from './breach-page.tsx';
import { BreachesPage } from './breaches-page.tsx';
import { ReportsPage } from './reports-page.tsx';
import { RequestPage } from './request-page.tsx';
import { RequestsPage } from './requests-page.tsx';

export const outsideRoutes: readonly Route[] = [
  { path: '/safekeeping/requests', page: RequestsPage, entry: 'safekeeping' },
  { path: '/safekeeping/requests/:requestId', page: RequestPage, entry: 'safekeeping' },
  { path: '/safekeeping/breaches', page: BreachesPage, entry: 'safekeeping' },
  { path: '/safekeeping/breaches/:breachId', page: BreachPage, entry: 'safekeeping' },
  { path: `${CASE_PATH}/reports`, page: ReportsPage, entry: 'cases' },
];
