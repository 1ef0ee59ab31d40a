import type { Route } from '../../route.ts';
import { BackupsPage } from './backups-page.tsx';
import { MissingPage } from './missing-page.tsx';

export const backupsRoutes: readonly Route[] = [
  { path: '/safekeeping/backups', page: BackupsPage, entry: 'safekeeping' },
  { path: '/safekeeping/missing', page: MissingPage, entry: 'safekeeping' },
];
