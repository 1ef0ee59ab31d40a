import type { Route } from '../../route.ts';
import { NeedsBoardPage } from './needs-board-page.tsx';

export const needsRoutes: readonly Route[] = [{ path: '/needs', page: NeedsBoardPage, entry: 'needs' }];
