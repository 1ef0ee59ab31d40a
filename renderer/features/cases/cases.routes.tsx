import type { Route } from '../../route.ts';
import { CasesPage } from './cases-page.tsx';
import { NewCasePage } from './new-case-page.tsx';

export const casesRoutes: readonly Route[] = [
  { path: '/cases', page: CasesPage, entry: 'cases' },
  { path: '/cases/new', page: NewCasePage, entry: 'cases' },
];
