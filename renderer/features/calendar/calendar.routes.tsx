import type { Route } from '../../route.ts';
import { CalendarPage } from './calendar-page.tsx';

export const calendarRoutes: readonly Route[] = [{ path: '/calendar', page: CalendarPage, entry: 'calendar' }];
