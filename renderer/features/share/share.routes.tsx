import { CASE_PATH } from '../../case/case-tabs.ts';
import type { Route } from '../../route.ts';
import { SharePage } from './share-page.tsx';

export const shareRoutes: readonly Route[] = [{ path: `${CASE_PATH}/share`, page: SharePage, entry: 'partners' }];
