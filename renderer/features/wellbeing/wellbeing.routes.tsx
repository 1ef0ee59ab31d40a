import { CASE_PATH } from '../../case/case-tabs.ts';
import type { Route } from '../../route.ts';
import { ResultPage } from './result-page.tsx';
import { ScreeningPage } from './screening-page.tsx';
import { SettingPage } from './setting-page.tsx';
import { WellbeingPage } from './wellbeing-page.tsx';

export const wellbeingRoutes: readonly Route[] = [
  { path: `${CASE_PATH}/wellbeing`, page: WellbeingPage, entry: 'cases' },
  { path: `${CASE_PATH}/wellbeing/screen/:instrumentId`, page: ScreeningPage, entry: 'cases' },
  { path: `${CASE_PATH}/wellbeing/result/:screeningId`, page: ResultPage, entry: 'cases' },
  { path: '/safekeeping/wellbeing', page: SettingPage, entry: 'safekeeping' },
];
