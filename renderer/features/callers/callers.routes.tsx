import { places } from '../../places.ts';
import type { Route } from '../../route.ts';
import { CallPage } from './call-page.tsx';
import { CallersPage } from './callers-page.tsx';

export const callersRoutes: readonly Route[] = [
  { path: places.callers, page: CallersPage, entry: 'callers' },
  { path: `${places.callers}/:callId`, page: CallPage, entry: 'callers' },
];
