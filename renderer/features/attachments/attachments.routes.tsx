import { CASE_PATH } from '../../case/case-tabs.ts';
import type { Route } from '../../route.ts';
import { AttachmentsPage } from './attachments-page.tsx';

export const attachmentsRoutes: readonly Route[] = [
  { path: `${CASE_PATH}/files`, page: AttachmentsPage, entry: 'cases' },
];
