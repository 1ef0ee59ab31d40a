import type { Route } from '../../route.ts';
import { HistoryOfCasePage, HistoryPage } from './history-page.tsx';
import { SlipPage } from './slip-page.tsx';

export const historyRoutes: readonly Route[] = [
  { path: '/history', page: HistoryPage, entry: 'safekeeping' },
  { path: '/history/slip', page: SlipPage, entry: 'safekeeping' },
  { path: '/history/case/:caseFileId', page: HistoryOfCasePage, entry: 'safekeeping' },
];
