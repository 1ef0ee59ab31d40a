import { CASE_PATH } from '../../case/case-tabs.ts';
import type { Route } from '../../route.ts';
import { CasePage } from './case-page.tsx';
import { FamilyPage } from './family-page.tsx';
import { HistoryPage } from './history-page.tsx';
import { NeedsPage } from './needs-page.tsx';
import { NotesPage } from './notes-page.tsx';
import { PeoplePage } from './people-page.tsx';
import { ReachPage } from './reach-page.tsx';

export const caseRoutes: readonly Route[] = [
  { path: `${CASE_PATH}/needs`, page: NeedsPage, entry: 'cases' },
  { path: `${CASE_PATH}/notes`, page: NotesPage, entry: 'cases' },
  { path: `${CASE_PATH}/people`, page: PeoplePage, entry: 'cases' },
  { path: `${CASE_PATH}/family`, page: FamilyPage, entry: 'cases' },
  { path: `${CASE_PATH}/reach`, page: ReachPage, entry: 'cases' },
  { path: `${CASE_PATH}/history`, page: HistoryPage, entry: 'cases' },
  // Last, because "/cases/new" and "/cases/import" look like a case too.
  { path: CASE_PATH, page: CasePage, entry: 'cases' },
];
