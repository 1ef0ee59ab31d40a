// Every page of the app: one line per feature. The rail shows an entry as soon as one of its pages is here.
import { attachmentsRoutes } from './features/attachments/attachments.routes.tsx';
import { awarenessRoutes } from './features/awareness/awareness.routes.tsx';
import { backupsRoutes } from './features/backups/backups.routes.tsx';
import { callersRoutes } from './features/callers/callers.routes.tsx';
import { calendarRoutes } from './features/calendar/calendar.routes.tsx';
import { caseRoutes } from './features/case/case.routes.tsx';
import { casesRoutes } from './features/cases/cases.routes.tsx';
import { consentsRoutes } from './features/consents/consents.routes.tsx';
import { conversationRoutes } from './features/conversation/conversation.routes.tsx';
import { exitRoutes } from './features/exit/exit.routes.tsx';
import { groupsRoutes } from './features/groups/groups.routes.tsx';
import { historyRoutes } from './features/history/history.routes.tsx';
import { houseRoutes } from './features/house/house.routes.tsx';
import { importRoutes } from './features/import/import.routes.tsx';
import { interpretersRoutes } from './features/interpreters/interpreters.routes.tsx';
import { intakeRoutes } from './features/intake/intake.routes.tsx';
import { legalRoutes } from './features/legal/legal.routes.tsx';
import { referralsRoutes } from './features/referrals/referrals.routes.tsx';
import { numbersRoutes } from './features/numbers/numbers.routes.tsx';
import { needsRoutes } from './features/needs/needs.routes.tsx';
import { outsideRoutes } from './features/outside/outside.routes.tsx';
import { partnersRoutes } from './features/partners/partners.routes.tsx';
import { printsRoutes } from './features/prints/prints.routes.tsx';
import { profileRoutes } from './features/profile/profile.routes.tsx';
import { retentionRoutes } from './features/retention/retention.routes.tsx';
import { safekeepingRoutes } from './features/safekeeping/safekeeping.routes.tsx';
import { sealedNotesRoutes } from './features/sealed-notes/sealed-notes.routes.tsx';
import { rightsRoutes } from './features/rights/rights.routes.tsx';
import { searchRoutes } from './features/search/search.routes.tsx';
import { servicesRoutes } from './features/services/services.routes.tsx';
import { shareRoutes } from './features/share/share.routes.tsx';
import { safetyPlanRoutes } from './features/safety-plan/safety-plan.routes.tsx';
import { supportPlanRoutes } from './features/support-plan/support-plan.routes.tsx';
import { teamRoutes } from './features/team/team.routes.tsx';
import { todayRoutes } from './features/today/today.routes.tsx';
import { wellbeingRoutes } from './features/wellbeing/wellbeing.routes.tsx';
import type { Route } from './route.ts';

export const routes: readonly Route[] = [
  ...todayRoutes,
  ...calendarRoutes,
  ...callersRoutes,
  ...casesRoutes,
  ...importRoutes,
  ...needsRoutes,
  ...houseRoutes,
  ...groupsRoutes,
  ...numbersRoutes,
  ...awarenessRoutes,
  ...searchRoutes,
  ...profileRoutes,
  ...intakeRoutes,
  ...conversationRoutes,
  // Before the partners, whose pages are found by an id in the same place.
  ...interpretersRoutes,
  ...partnersRoutes,
  ...consentsRoutes,
  ...shareRoutes,
  ...printsRoutes,
  ...rightsRoutes,
  ...outsideRoutes,
  ...legalRoutes,
  ...referralsRoutes,
  ...exitRoutes,
  ...sealedNotesRoutes,
  ...servicesRoutes,
  ...attachmentsRoutes,
  ...safetyPlanRoutes,
  ...supportPlanRoutes,
  ...wellbeingRoutes,
  ...caseRoutes,
  ...teamRoutes,
  ...historyRoutes,
  ...safekeepingRoutes,
  ...backupsRoutes,
  ...retentionRoutes,
];
