import type { Route } from '../../route.ts';
import { BoardPaperPage } from './board-paper-page.tsx';
import { CheckPage } from './check-page.tsx';
import { CheckPaperPage } from './check-paper-page.tsx';
import { ChecksPage } from './checks-page.tsx';
import { FiguresPage } from './figures-page.tsx';
import { HousePage } from './house-page.tsx';
import { ThingsOfPage } from './things-of-page.tsx';
import { ThingsPage } from './things-page.tsx';
import { HandOverPage } from './hand-over-page.tsx';
import { IncidentPage } from './incident-page.tsx';
import { IncidentsPage, NewIncidentPage } from './incidents-page.tsx';
import { RoomsPage } from './rooms-page.tsx';

export const houseRoutes: readonly Route[] = [
  { path: '/house', page: HousePage, entry: 'house' },
  { path: '/house/paper', page: BoardPaperPage, entry: 'house' },
  { path: '/house/rooms', page: RoomsPage, entry: 'house' },
  { path: '/house/figures', page: FiguresPage, entry: 'house' },
  { path: '/house/things', page: ThingsPage, entry: 'house' },
  { path: '/house/things/of/:caseFileId', page: ThingsOfPage, entry: 'house' },
  { path: '/house/hand-over', page: HandOverPage, entry: 'house' },
  { path: '/house/incidents', page: IncidentsPage, entry: 'house' },
  { path: '/house/incidents/new', page: NewIncidentPage, entry: 'house' },
  { path: '/house/incidents/:incidentId', page: IncidentPage, entry: 'house' },
  { path: '/house/checks', page: ChecksPage, entry: 'house' },
  { path: '/house/checks/:checkId', page: CheckPage, entry: 'house' },
  { path: '/house/checks/:checkId/paper', page: CheckPaperPage, entry: 'house' },
];
