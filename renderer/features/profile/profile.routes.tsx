import { CASE_PATH } from '../../case/case-tabs.ts';
import type { Route } from '../../route.ts';
import { HarmPage } from './harm-page.tsx';
import { IndicatorsPage } from './indicators-page.tsx';
import { ProfilePage } from './profile-page.tsx';
import { ProtectsPage } from './protects-page.tsx';
import { WorkbookPage } from './workbook-page.tsx';
import { WritePage } from './write-page.tsx';

const path = `${CASE_PATH}/profile`;

export const profileRoutes: readonly Route[] = [
  { path, page: ProfilePage, entry: 'cases' },
  { path: `${path}/write`, page: WritePage, entry: 'cases' },
  { path: `${path}/write/:part`, page: WritePage, entry: 'cases' },
  { path: `${path}/indicators/:profile`, page: IndicatorsPage, entry: 'cases' },
  { path: `${path}/people`, page: HarmPage, entry: 'cases' },
  { path: `${path}/protects`, page: ProtectsPage, entry: 'cases' },
  { path: `${path}/workbook`, page: WorkbookPage, entry: 'cases' },
];
