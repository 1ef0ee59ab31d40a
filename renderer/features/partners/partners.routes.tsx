import type { Route } from '../../route.ts';
import { AgencyPage } from './agency-page.tsx';
import { FiguresPage } from './figures-page.tsx';
import { PartnersPage } from './partners-page.tsx';
import { ReceivePage } from './receive-page.tsx';
import { ReplyPage } from './reply-page.tsx';

export const partnersRoutes: readonly Route[] = [
  { path: '/partners/receive', page: ReceivePage, entry: 'partners' },
  { path: '/partners/reply', page: ReplyPage, entry: 'partners' },
  { path: '/partners', page: PartnersPage, entry: 'partners' },
  { path: '/partners/figures', page: FiguresPage, entry: 'partners' },
  { path: '/partners/:agencyId', page: AgencyPage, entry: 'partners' },
];
