import type { Route } from '../../route.ts';
import { CalendarPage } from './calendar-page.tsx';
import { RoomsPage } from './rooms-page.tsx';

export const calendarRoutes: readonly Route[] = [
  { path: '/calendar', page: CalendarPage, entry: 'calendar' },
  { path: '/calendar/rooms', page: RoomsPage, entry: 'calendar' },
];
