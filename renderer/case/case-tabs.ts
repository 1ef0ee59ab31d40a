// The parts of a case, as data: one line per page. A part is shown as soon as its page is built.
import type { TextKey } from '#shared/text/language';

export interface CaseTab {
  /** After "/cases/:caseFileId"; empty for the summary. */
  readonly part: string;
  readonly name: TextKey & `cases.tab${string}`;
}

export const caseTabs: readonly CaseTab[] = [
  { part: '', name: 'cases.tabSummary' },
  { part: '/needs', name: 'cases.tabNeeds' },
  { part: '/plan', name: 'cases.tabPlan' },
  { part: '/safety-plan', name: 'cases.tabSafety' },
  { part: '/notes', name: 'cases.tabNotes' },
  { part: '/people', name: 'cases.tabPeople' },
  { part: '/intake', name: 'cases.tabIntake' },
  { part: '/profile', name: 'cases.tabProfile' },
  { part: '/consents', name: 'cases.tabConsents' },
  { part: '/history', name: 'cases.tabHistory' },
];

export const CASE_PATH = '/cases/:caseFileId';
export const casePath = (caseFileId: string, part = ''): string => `/cases/${caseFileId}${part}`;
