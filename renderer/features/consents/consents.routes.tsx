import { CASE_PATH } from '../../case/case-tabs.ts';
import type { Route } from '../../route.ts';
import { ConsentsPage } from './consents-page.tsx';
import { ReceivedPage } from './received-page.tsx';

export const consentsRoutes: readonly Route[] = [
  { path: `${CASE_PATH}/consents`, page: ConsentsPage, entry: 'cases' },
  { path: `${CASE_PATH}/received/:receivedId`, page: ReceivedPage, entry: 'cases' },
];
