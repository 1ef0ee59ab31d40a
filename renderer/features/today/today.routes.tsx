import type { Route } from '../../route.ts';
import { GlancePage } from './glance-page.tsx';
import { TodayPage } from './today-page.tsx';

export const todayRoutes: readonly Route[] = [
  { path: '/today', page: TodayPage, entry: 'today' },
  { path: '/glance', page: GlancePage, entry: 'today' },
];
