import type { Route } from '../../route.ts';
import { ImportPage } from './import-page.tsx';

export const importRoutes: readonly Route[] = [{ path: '/cases/import', page: ImportPage, entry: 'cases' }];
