import { CASE_PATH } from '../../case/case-tabs.ts';
import type { Route } from '../../route.ts';
import { ConversationPage } from './conversation-page.tsx';

export const conversationRoutes: readonly Route[] = [
  { path: `${CASE_PATH}/talk`, page: ConversationPage, entry: 'cases' },
];
