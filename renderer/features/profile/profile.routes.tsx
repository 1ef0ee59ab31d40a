import { CASE_PATH } from '../../case/case-tabs.ts';
import type { Route } from '../../route.ts';
import { ProfilePage } from './profile-page.tsx';

export const profileRoutes: readonly Route[] = [{ path: `${CASE_PATH}/profile`, page: ProfilePage, entry: 'cases' }];
