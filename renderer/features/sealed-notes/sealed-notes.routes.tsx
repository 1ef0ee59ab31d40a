import { CASE_PATH } from '../../case/case-tabs.ts';
import type { Route } from '../../route.ts';
import { SealedNotesPage } from './sealed-notes-page.tsx';

export const sealedNotesRoutes: readonly Route[] = [
  { path: `${CASE_PATH}/sealed-notes`, page: SealedNotesPage, entry: 'cases' },
];
