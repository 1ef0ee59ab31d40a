// What comes next in a referral. One filled button: the act that most often follows; the others stand beside it.
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { ReferralAct } from '#shared/records/referral';
import { isOpenReferral, isToChase, isUnsent } from '#shared/records/referral-rules';
import { useWrite } from '../../api/use-vault.ts';
import { casePath } from '../../case/case-tabs.ts';
import { GateTable } from '../../case/gate-table.tsx';
import { now } from '../../clock.ts';
import { dateOf, dayAndTime, fullDate } from '../../dates.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Note, Stop } from '../../ui/status-words.tsx';
import type { ActProps } from './act-props.ts';
import { AppointmentForm } from './appointment-form.tsx';
import { OutcomeForm } from './outcome-form.tsx';
import { SendForm } from './send-form.tsx';

const isLate = (referral: ActProps['referral']): boolean => isToChase(referral, now(), dateOf(now()));

/** Somebody else's turn: nothing here needs a colleague now. */
function isWaiting(referral: ActProps['referral']): boolean {
  const { state, appointment } = referral;
  if (state === 'SENT') return referral.origin === null && !isLate(referral);
  if (state === 'APPOINTMENT_SET') return appointment !== null && appointment.on > dateOf(now());
  return ['CONSENT_NEEDED', 'ACKNOWLEDGED', 'WAITLISTED'].includes(state);
}

export function NextAct({ referral, pronouns }: Pick<ActProps, 'referral' | 'pronouns'>) {
  const t = useText();
  const write = useWrite('referral.act');
  const run = (act: ReferralAct): void => void write.run({ referralId: referral.id, basedOn: referral.revision, act });
  const props = { referral, pronouns, run, isRunning: write.isRunning };
  const isEnded = !isOpenReferral(referral.state) && referral.state !== 'DECLINED_BY_PARTNER';
  if (isEnded) return null;
  const hasEnded = referral.permission === 'EXPIRED' || referral.permission === 'REVOKED';
  return (
    <Sheet title={t('referrals.next')} lit={!isWaiting(referral)}>
      <div className="stack">
        {!isUnsent(referral.state) && hasEnded && <Note>{t('referrals.permissionGone')}</Note>}
        <Acts {...props} />
        {write.error && <ErrorSentence error={write.error} />}
        <div className="row wrap referral-ends">
          <Act {...props} act={{ to: 'WITHDRAWN_BY_SURVIVOR' }} words={t('referrals.withdraw')} look="subtle" />
          <Act {...props} act={{ to: 'CANCELLED' }} words={t('referrals.cancel')} look="subtle" />
        </div>
      </div>
    </Sheet>
  );
}

function Acts(props: ActProps) {
  switch (props.referral.state) {
    case 'DRAFT':
    case 'CONSENT_NEEDED':
      return <MayItGo {...props} />;
    case 'READY':
      return <SendForm {...props} />;
    case 'SENT':
      return <Answers {...props} first="ACKNOWLEDGED" />;
    case 'ACKNOWLEDGED':
    case 'WAITLISTED':
      return <Answers {...props} first="ACCEPTED" />;
    case 'ACCEPTED':
    case 'MISSED':
      return <AppointmentForm {...props} />;
    case 'APPOINTMENT_SET':
      return <Appointment {...props} />;
    case 'ATTENDED':
    case 'DECLINED_BY_PARTNER':
      return <OutcomeForm {...props} />;
    case 'OUTCOME_RECORDED':
    case 'WITHDRAWN_BY_SURVIVOR':
    case 'CANCELLED':
      return null;
  }
}

function MayItGo(props: ActProps) {
  const t = useText();
  const { referral, pronouns } = props;
  const isWaiting = referral.state === 'CONSENT_NEEDED';
  const failed = referral.gate?.some(({ reason }) => reason !== null) === true;
  return (
    <>
      <p>{isWaiting ? t('referrals.consentLead') : t('referrals.draftLead')}</p>
      {referral.standsOut !== null && (
        <div>
          <Stop>{t('referrals.standsOut', { word: referral.standsOut })}</Stop>
          <p className="dim">{t('referrals.standsOutTodo')}</p>
        </div>
      )}
      {isWaiting && referral.mode === 'WITH_RELEASE' && referral.gate === null && (
        <Note>{t('referrals.noPermission')}</Note>
      )}
      {referral.gate !== null && (failed || isWaiting) && <GateTable checks={referral.gate} pronouns={pronouns} />}
      <div className="row wrap">
        {isWaiting && (
          <Button variant="default" component={Link} href={casePath(referral.caseFileId, '/consents')}>
            {t('referrals.prepare')}
          </Button>
        )}
        <Act {...props} act={{ to: 'READY' }} words={isWaiting ? t('referrals.again') : t('referrals.ready')} />
      </div>
    </>
  );
}

/** In the order in which they are said most often; for one that came in, they are ours. */
const ANSWERS = ['ACKNOWLEDGED', 'ACCEPTED', 'WAITLISTED', 'DECLINED_BY_PARTNER'] as const;

function Answers({ first, ...props }: ActProps & { readonly first: (typeof ANSWERS)[number] }) {
  const t = useText();
  const isIncoming = props.referral.origin !== null;
  const words = {
    ACKNOWLEDGED: isIncoming ? t('referrals.weHave') : t('referrals.acknowledged'),
    ACCEPTED: isIncoming ? t('referrals.weAccept') : t('referrals.accepted'),
    WAITLISTED: isIncoming ? t('referrals.weWait') : t('referrals.waitlisted'),
    DECLINED_BY_PARTNER: isIncoming ? t('referrals.weDecline') : t('referrals.declined'),
  };
  const { state } = props.referral;
  const offered = ANSWERS.filter((one) => one !== state && (one !== 'ACKNOWLEDGED' || state === 'SENT'));
  const asksAgain = state === 'SENT' && !isIncoming && isLate(props.referral);
  const again = state === 'SENT' && !isIncoming && (
    <Act
      {...props}
      act={{ to: 'ASKED_AGAIN' }}
      words={t('referrals.askedAgain')}
      look={asksAgain ? 'filled' : 'default'}
    />
  );
  return (
    <>
      <ChaseWords {...props} />
      <div className="row wrap">
        {asksAgain && again}
        {offered.map((to) => (
          <Act
            key={to}
            {...props}
            act={{ to }}
            words={words[to]}
            look={to === first && !asksAgain ? 'filled' : 'default'}
          />
        ))}
        {!asksAgain && again}
      </div>
    </>
  );
}

function ChaseWords({ referral, pronouns }: ActProps) {
  const t = useText();
  const { chase, origin, mode } = referral;
  if (origin !== null) return <p className="dim">{t('referrals.answerHint')}</p>;
  if (chase === null) return null;
  const due =
    chase.at === null
      ? t('referrals.chaseOn', { date: fullDate(chase.on ?? '') })
      : t('referrals.chaseAt', { time: dayAndTime(chase.at) });
  return (
    <>
      <p>{isLate(referral) ? t('referrals.chaseLate') : due}</p>
      {mode === 'SELF_REFERRAL' && <Note>{t('referrals.chaseSelf', pronouns)}</Note>}
      {chase.asked > 0 && <p className="dim">{t('referrals.asked', { count: chase.asked })}</p>}
    </>
  );
}

function Appointment(props: ActProps) {
  const t = useText();
  return (
    <>
      <div className="row wrap">
        <Act {...props} act={{ to: 'ATTENDED' }} words={t('referrals.attended')} />
        <Act {...props} act={{ to: 'MISSED' }} words={t('referrals.missed')} look="default" />
      </div>
      <AppointmentForm {...props} />
    </>
  );
}

interface ActButtonProps extends Omit<ActProps, 'pronouns' | 'referral'> {
  readonly act: ReferralAct;
  readonly words: ReactNode;
  readonly look?: 'filled' | 'default' | 'subtle';
}

/** One press, and it is written down. */
const Act = ({ act, words, run, isRunning, look = 'filled' }: ActButtonProps) => (
  <Button variant={look} disabled={isRunning} onClick={() => run(act)}>
    {words}
  </Button>
);
