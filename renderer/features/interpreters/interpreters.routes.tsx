import type { Route } from '../../route.ts';
import { InterpretersPage } from './interpreters-page.tsx';

export const interpretersRoutes: readonly Route[] = [
  { path: '/partners/interpreters', page: InterpretersPage, entry: 'partners' },
];
