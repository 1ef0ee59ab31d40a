// The parts of a case, as data: one line per page, gathered under the few tabs that fit a small screen. A part is shown as
// soon as its page is built; a tab with one part bears that part's name.
import type { OperationName } from '../api/operation-names.ts';
import type { TextKey } from '#shared/text/language';

type Name = TextKey & `cases.tab${string}`;

export interface CasePart {
  /** After "/cases/:caseFileId"; empty for the summary. */
  readonly part: string;
  readonly name: Name;
  /** What a person may ask whose page this is, any of them; without it, a case worker's. */
  readonly asks?: OperationName | readonly OperationName[];
}
export interface CaseTab {
  readonly name: Name;
  readonly parts: readonly CasePart[];
}

const alone = (part: string, name: Name, more: Pick<CasePart, 'asks'> = {}): CaseTab => ({
  name,
  parts: [{ part, name, ...more }],
});

export const caseTabs: readonly CaseTab[] = [
  alone('', 'cases.tabSummary', { asks: 'caseFile.get' }),
  alone('/needs', 'cases.tabNeeds', { asks: 'need.list' }),
  {
    name: 'cases.tabPlans',
    parts: [
      { part: '/plan', name: 'cases.tabPlan' },
      { part: '/safety-plan', name: 'cases.tabSafety', asks: ['safetyPlan.get', 'safetyPlan.courtPart'] },
      { part: '/legal', name: 'cases.tabLegal', asks: 'legalMatter.stages' },
    ],
  },
  {
    name: 'cases.tabTalks',
    parts: [
      { part: '/talk', name: 'cases.tabTalk', asks: 'conversation.begin' },
      { part: '/notes', name: 'cases.tabNotes', asks: 'caseNote.list' },
      { part: '/sealed-notes', name: 'cases.tabSealedNotes', asks: 'sealedNote.list' },
      { part: '/wellbeing', name: 'cases.tabWellbeing', asks: 'screening.list' },
    ],
  },
  {
    name: 'cases.tabBackground',
    parts: [
      // First, because the intake is one long task without tabs: from there no other page would be reached.
      { part: '/profile', name: 'cases.tabProfile' },
      { part: '/intake', name: 'cases.tabIntake' },
    ],
  },
  {
    name: 'cases.tabPersons',
    parts: [
      { part: '/people', name: 'cases.tabPeople' },
      { part: '/family', name: 'cases.tabFamily', asks: 'conflictFlag.list' },
    ],
  },
  {
    name: 'cases.tabSharing',
    parts: [
      { part: '/consents', name: 'cases.tabConsents' },
      { part: '/referrals', name: 'cases.tabReferrals', asks: 'referral.list' },
      { part: '/prints', name: 'cases.tabPrints' },
      { part: '/rights', name: 'cases.tabRights', asks: 'rightsRequest.list' },
      { part: '/reports', name: 'cases.tabReports', asks: 'mandatedReport.list' },
    ],
  },
  {
    name: 'cases.tabRecord',
    parts: [
      { part: '/services', name: 'cases.tabServices', asks: 'service.month' },
      { part: '/groups', name: 'cases.tabGroups', asks: 'groupPlace.ofCase' },
      { part: '/files', name: 'cases.tabFiles', asks: 'attachment.list' },
      { part: '/history', name: 'cases.tabHistory' },
    ],
  },
];

export const CASE_PATH = '/cases/:caseFileId';
export const casePath = (caseFileId: string, part = ''): string => `/cases/${caseFileId}${part}`;

const draftParts: Readonly<Record<string, string>> = {
  intake: '/intake',
  'safety-plan': '/safety-plan',
  'support-plan': '/plan',
  'case-note': '/notes',
  'conversation-note': '/talk',
  'sealed-note': '/sealed-notes',
  screening: '/wellbeing',
  'safety-step': '/wellbeing',
  conversation: '/talk',
  'case-exit': '/exit',
  'legal-matter': '/legal',
  referral: '/referrals',
  'trafficking-profile': '/profile/write',
  'indicators-al': '/profile/indicators/al',
  'indicators-cl': '/profile/indicators/cl',
  'indicators-as': '/profile/indicators/as',
  'indicators-cs': '/profile/indicators/cs',
  'person-causing-harm': '/profile/people',
  'vulnerability-view': '/profile/protects',
};
/** Where the writing of a kind of draft goes on; the summary for what has no page of its own. */
export const partOfDraft = (kind: string): string => draftParts[kind] ?? '';
