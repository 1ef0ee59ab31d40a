import type { Route } from '../../route.ts';
import { TodayPage } from './today-page.tsx';

export const todayRoutes: readonly Route[] = [{ path: '/today', page: TodayPage, entry: 'today' }];
