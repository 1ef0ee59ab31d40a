import { CASE_PATH } from '../../case/case-tabs.ts';
import type { Route } from '../../route.ts';
import { LetterPage } from './letter-page.tsx';
import { DeskPaperPage } from './desk-paper-page.tsx';
import { PrintsPage } from './prints-page.tsx';
import { SheetPage } from './sheet-page.tsx';
import { StopLetterPage } from './stop-letter-page.tsx';

export const printsRoutes: readonly Route[] = [
  { path: '/safekeeping/papers/:paper', page: DeskPaperPage, entry: 'safekeeping' },
  { path: `${CASE_PATH}/prints/:sheet`, page: SheetPage, entry: 'cases' },
  { path: `${CASE_PATH}/referrals/:referralId/letter`, page: LetterPage, entry: 'cases' },
  { path: `${CASE_PATH}/consents/:releaseId/letter`, page: StopLetterPage, entry: 'cases' },
  { path: `${CASE_PATH}/prints`, page: PrintsPage, entry: 'cases' },
];
