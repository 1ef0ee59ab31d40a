import { CASE_PATH } from '../../case/case-tabs.ts';
import type { Route } from '../../route.ts';
import { LegalPage } from './legal-page.tsx';

export const legalRoutes: readonly Route[] = [{ path: `${CASE_PATH}/legal`, page: LegalPage, entry: 'cases' }];
