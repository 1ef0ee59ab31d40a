import type { Route } from '../../route.ts';
import { CoursesPage } from './courses-page.tsx';
import { LeavingPage } from './leaving-page.tsx';
import { PersonPage } from './person-page.tsx';
import { TeamPage } from './team-page.tsx';
import { TrainingPaperPage } from './training-paper-page.tsx';

export const teamRoutes: readonly Route[] = [
  { path: '/team', page: TeamPage, entry: 'team' },
  { path: '/team/courses', page: CoursesPage, entry: 'team' },
  { path: '/team/paper', page: TrainingPaperPage, entry: 'team' },
  { path: '/team/:staffId', page: PersonPage, entry: 'team' },
  { path: '/team/:staffId/leaving', page: LeavingPage, entry: 'team' },
];
