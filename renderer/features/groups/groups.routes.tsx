import { CASE_PATH } from '../../case/case-tabs.ts';
import type { Route } from '../../route.ts';
import { AgreementPage } from './agreement-page.tsx';
import { CaseGroupsPage } from './case-groups-page.tsx';
import { FiguresPage } from './figures-page.tsx';
import { GroupPage } from './group-page.tsx';
import { GroupsPage } from './groups-page.tsx';

export const groupsRoutes: readonly Route[] = [
  { path: '/groups', page: GroupsPage, entry: 'house' },
  { path: '/groups/figures', page: FiguresPage, entry: 'house' },
  { path: '/groups/:groupId', page: GroupPage, entry: 'house' },
  { path: '/groups/:groupId/paper', page: AgreementPage, entry: 'house' },
  { path: `${CASE_PATH}/groups`, page: CaseGroupsPage, entry: 'cases' },
];
