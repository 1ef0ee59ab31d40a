import type { Route } from '../../route.ts';
import { IssuedPage } from './issued-page.tsx';
import { ListAskedPage } from './list-asked-page.tsx';
import { NumbersPage } from './numbers-page.tsx';

export const numbersRoutes: readonly Route[] = [
  { path: '/numbers', page: NumbersPage, entry: 'reports' },
  { path: '/numbers/list', page: ListAskedPage, entry: 'reports' },
  { path: '/numbers/given/:tableId', page: IssuedPage, entry: 'reports' },
];
