import type { Route } from '../../route.ts';
import { CertificatePage } from './certificate-page.tsx';
import { LetterPage } from './letter-page.tsx';
import { RetentionPage } from './retention-page.tsx';

export const retentionRoutes: readonly Route[] = [
  { path: '/safekeeping/retention/letter/:package', page: LetterPage, entry: 'safekeeping' },
  { path: '/safekeeping/retention/:certificate', page: CertificatePage, entry: 'safekeeping' },
  { path: '/safekeeping/retention', page: RetentionPage, entry: 'safekeeping' },
];
