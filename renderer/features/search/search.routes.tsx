import type { Route } from '../../route.ts';
import { SearchPage } from './search-page.tsx';

export const searchRoutes: readonly Route[] = [{ path: '/search', page: SearchPage, entry: 'cases' }];
