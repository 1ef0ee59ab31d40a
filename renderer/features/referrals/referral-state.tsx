// Where a referral stands, as one word and as a path. An end on the way is said in words; the path then stops where it was.
import type { ReferralRow, ReferralState } from '#shared/records/referral';
import { isToChase } from '#shared/records/referral-rules';
import type { Translate } from '#shared/text/language';
import { now } from '../../clock.ts';
import { dateOf, fullDate } from '../../dates.ts';
import { useText } from '../../text.ts';
import { Path } from '../../ui/path.tsx';
import { Note, Ok, Waits, When } from '../../ui/status-words.tsx';

/** What of a referral its state is read from. */
export interface Standing extends Pick<ReferralRow, 'state' | 'chase' | 'appointment'> {
  readonly isIncoming: boolean;
}

const OURS = ['SENT', 'ACKNOWLEDGED', 'ACCEPTED', 'WAITLISTED', 'DECLINED_BY_PARTNER', 'ATTENDED'] as const;

/** For one that came in, "they" are we. */
export function stateWords(t: Translate, state: ReferralState, isIncoming: boolean): string {
  const ours = OURS.find((one) => one === state);
  return isIncoming && ours !== undefined ? t(`referrals.incoming.${ours}`) : t(`referrals.state.${state}`);
}

export function StateWord({ of }: { of: Standing }) {
  const t = useText();
  const words = stateWords(t, of.state, of.isIncoming);
  const isLate = of.state === 'SENT' && isToChase(of, now(), dateOf(now()));
  if (isLate) return <When tone="lit">{of.isIncoming ? t('referrals.answerLate') : t('referrals.chaseLate')}</When>;
  switch (of.state) {
    case 'APPOINTMENT_SET':
      return <When>{of.appointment === null ? words : `${words}, ${fullDate(of.appointment.on)}`}</When>;
    case 'READY':
    case 'ACCEPTED':
    case 'ATTENDED':
    case 'OUTCOME_RECORDED':
      return <Ok>{words}</Ok>;
    case 'DECLINED_BY_PARTNER':
    case 'MISSED':
    case 'WITHDRAWN_BY_SURVIVOR':
    case 'CANCELLED':
      return <Note>{words}</Note>;
    case 'DRAFT':
    case 'CONSENT_NEEDED':
    case 'SENT':
    case 'ACKNOWLEDGED':
    case 'WAITLISTED':
      return <Waits>{words}</Waits>;
  }
}

const REACHED: Readonly<Record<ReferralState, number | null>> = {
  DRAFT: 0,
  CONSENT_NEEDED: 1,
  READY: 2,
  SENT: 3,
  ACKNOWLEDGED: 3,
  WAITLISTED: 3,
  DECLINED_BY_PARTNER: 5,
  ACCEPTED: 4,
  APPOINTMENT_SET: 4,
  MISSED: 4,
  ATTENDED: 5,
  OUTCOME_RECORDED: 6,
  WITHDRAWN_BY_SURVIVOR: null,
  CANCELLED: null,
};

interface PathProps {
  readonly isIncoming: boolean;
  readonly states: readonly ReferralState[];
}

/** `states`: those it came to, the last is where it stands. What was ended keeps the step it had reached. */
export function ReferralPath({ isIncoming, states }: PathProps) {
  const t = useText();
  const reached = states.map((state) => REACHED[state]).filter((step) => step !== null);
  const steps = isIncoming
    ? [t('referrals.steps.came'), t('referrals.steps.answered'), t('referrals.steps.appointment')]
    : [
        t('referrals.steps.written'),
        t('referrals.steps.permission'),
        t('referrals.steps.sent'),
        t('referrals.steps.answered'),
        t('referrals.steps.appointment'),
      ];
  const at = (reached.at(-1) ?? 0) - (isIncoming ? 2 : 0);
  return <Path label={t('referrals.path')} steps={[...steps, t('referrals.steps.outcome')]} at={at} />;
}
