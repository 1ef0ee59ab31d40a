// What a due date is called, and where it leads. Names are never part of these words.
import { type AgendaItem, SealedKind } from '#shared/records/calendar';
import { RightsKind } from '#shared/records/rights-request';
import type { Translate } from '#shared/text/language';
import { casePath } from '../../case/case-tabs.ts';
import { pronounsFor } from '../../pronouns.ts';
import { useText } from '../../text.ts';

/** Said by the kind alone. */
const said = {
  'safety-plan': 'today.safetyPlan',
  'support-plan': 'today.supportPlan',
  release: 'today.releaseEnds',
  appointment: 'calendar.appointment',
  referral: 'calendar.referral',
  'follow-up': 'calendar.followUp',
  contact: 'calendar.contact',
  paper: 'calendar.paper',
  'legal-hold': 'calendar.hold',
  'story-consent': 'awareness.dueStory',
} as const;

const saysItself = (kind: AgendaItem['kind']): kind is keyof typeof said => kind in said;

export function useAgendaWords(): (item: AgendaItem) => string {
  const t = useText();
  return ({ kind, words, legal, sealed }) => {
    if (sealed) return t(`episodes.due.${SealedKind.parse(kind)}`);
    if (saysItself(kind)) return t(said[kind]);
    switch (kind) {
      case 'need':
        return words === '' ? t('needs.lookIn', pronounsFor(t, null)) : words;
      case 'legal-date':
        return legal === null ? '' : legalWords(t, legal);
      case 'booking':
        return words === '' ? t('calendar.booking') : words;
      case 'legal-request':
        return t('outside.dueRequest', { what: words });
      case 'rights-request':
        return rightWords(t, words);
      case 'story-use':
        return t('awareness.dueDown', { place: words });
      case 'material':
        return t('awareness.dueMaterial', { title: words });
      case 'policy-item':
      case 'campaign':
      case 'task':
      case 'plan-step':
      case 'goal':
        return words;
    }
  };
}

const AGAIN = 'again ';
const rightWords = (t: Translate, words: string): string => {
  const isAgain = words.startsWith(AGAIN);
  const kind = RightsKind.safeParse(isAgain ? words.slice(AGAIN.length) : words);
  const what = kind.success ? t(`rights.kind.${kind.data}`) : '';
  return isAgain ? t('rights.dueAgain', { what }) : t('rights.due', { what });
};

/** As Today says it: which way, which date, and that it is an estimate when it is one. */
function legalWords(t: Translate, { type, kind, source }: NonNullable<AgendaItem['legal']>): string {
  const words = { type: t(`legal.types.${type}`), what: t(`legal.kinds.${kind}`) };
  return source === 'ESTIMATED' ? t('legal.dueEstimated', words) : t('legal.due', words);
}

/** A quiet word about what it is, where the record's own words do not say it. */
export function useAgendaSort(): (item: AgendaItem) => string {
  const t = useText();
  return ({ kind, sealed }) => {
    if (sealed) return t('episodes.dueIn');
    if (kind === 'task') return t('calendar.task');
    if (kind === 'booking') return t('calendar.bookingSort');
    if (kind === 'plan-step') return t('calendar.step');
    if (isAwareness(kind)) return t('awareness.title');
    return kind === 'goal' ? t('calendar.goal') : '';
  };
}

const parts = {
  need: '/needs',
  task: '',
  'legal-date': '/legal',
  appointment: '/referrals',
  booking: '',
  referral: '/referrals',
  'safety-plan': '/safety-plan',
  'support-plan': '/plan',
  'plan-step': '/plan',
  goal: '/plan',
  release: '/consents',
  'rights-request': '/rights',
  'legal-request': '',
  'follow-up': '/exit',
  contact: '/people',
  paper: '/prints',
  'legal-hold': '/history',
  'policy-item': '/awareness/policy',
  campaign: '/awareness/campaigns',
  material: '/awareness/materials',
  'story-consent': '/awareness/stories',
  'story-use': '/awareness/stories',
} as const satisfies Record<AgendaItem['kind'], string>;

const awarenessKinds = ['policy-item', 'campaign', 'material', 'story-consent', 'story-use'] as const;
const isAwareness = (kind: AgendaItem['kind']): kind is (typeof awarenessKinds)[number] =>
  awarenessKinds.some((one) => one === kind);

/** Null where it leads nowhere. House staff have one page of a case. */
export function placeOf({ of, kind, recordId, sealed }: AgendaItem, onCard: boolean): string | null {
  if (sealed) return casePath(sealed.nowCaseId, '/history');
  if (kind === 'legal-request') return `/safekeeping/requests/${recordId}`;
  if (kind === 'booking') return '/calendar/rooms';
  if (isAwareness(kind)) return parts[kind];
  if (of === null) return null;
  const within = kind === 'appointment' || kind === 'referral' ? `${parts[kind]}/${recordId}` : parts[kind];
  return casePath(of.caseFileId, onCard ? '' : within);
}
