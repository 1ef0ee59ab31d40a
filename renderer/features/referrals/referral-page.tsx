// One referral: where it stands as a path, the next act as the one filled button, what it says, and what happened.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { CaseFileId } from '#shared/ids';
import type { StoredReferral } from '#shared/records/referral';
import { isUnsent } from '#shared/records/referral-rules';
import { useRead } from '../../api/use-vault.ts';
import { CaseFrame } from '../../case/case-frame.tsx';
import { casePath } from '../../case/case-tabs.ts';
import { dayAndTime, fullDate } from '../../dates.ts';
import type { Pronouns } from '../../pronouns.ts';
import type { PageProps } from '../../route.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Rows, Sheet } from '../../ui/sheet.tsx';
import { NextAct } from './next-act.tsx';
import { ReferralForm } from './referral-form.tsx';
import { ReferralPath, StateWord, stateWords } from './referral-state.tsx';
import './referrals.css';

export function ReferralPage({ params }: PageProps) {
  const caseFileId = (params['caseFileId'] ?? '') as CaseFileId;
  const found = useRead('referral.get', { referralId: params['referralId'] ?? '' });
  const [isChanging, setChanging] = useState(false);
  return (
    <CaseFrame caseFileId={caseFileId} part="/referrals">
      {(_caseFile, pronouns) => {
        if (found.error) return <ErrorSentence error={found.error} />;
        if (!found.value) return null;
        return isChanging ? (
          <ReferralForm
            caseFileId={caseFileId}
            saved={found.value}
            pronouns={pronouns}
            onDone={() => setChanging(false)}
          />
        ) : (
          <Shown referral={found.value} pronouns={pronouns} onChange={() => setChanging(true)} />
        );
      }}
    </CaseFrame>
  );
}

interface ShownProps {
  readonly referral: StoredReferral;
  readonly pronouns: Pronouns;
  readonly onChange: () => void;
}

function Shown({ referral, pronouns, onChange }: ShownProps) {
  const t = useText();
  const isIncoming = referral.origin !== null;
  const states = [...referral.steps.map(({ state }) => state), referral.state];
  return (
    <div className="stack">
      <div className="row wrap between">
        <h2 className="referral-to" dir="auto">
          {referral.agencyName}
        </h2>
        <StateWord of={{ ...referral, isIncoming }} />
        <span className="grow" />
        <Button variant="subtle" component={Link} href={casePath(referral.caseFileId, '/referrals')}>
          {t('referrals.all')}
        </Button>
      </div>
      <ReferralPath isIncoming={isIncoming} states={states} />
      <NextAct key={referral.revision} referral={referral} pronouns={pronouns} />
      <div className="two-columns">
        <Sheet
          title={t('referrals.written')}
          end={
            isUnsent(referral.state) && (
              <Button size="compact-sm" variant="default" onClick={onChange}>
                {t('referrals.change')}
              </Button>
            )
          }
        >
          <Terms referral={referral} pronouns={pronouns} />
        </Sheet>
        <Happened referral={referral} />
      </div>
    </div>
  );
}

function Terms({ referral, pronouns }: Omit<ShownProps, 'onChange'>) {
  const t = useText();
  const { mode, origin, outcome, appointment, sentHow } = referral;
  const terms: readonly (readonly [string, string])[] = [
    [t('referrals.asks'), referral.asks],
    [t('referrals.forWhat'), referral.forWords],
    [t('referrals.way'), t(`referrals.ways.${origin === null ? mode : 'INCOMING'}`, pronouns)],
    [t('referrals.categories'), referral.categories.map((category) => t(`sharing.category.${category}`)).join(', ')],
    [t('referrals.sendHow'), sentHow === null ? '' : t(`referrals.how.${sentHow}`)],
    [t('referrals.originRelease'), origin === null ? '' : originWords(t, origin)],
    [t('referrals.reason'), t(`referrals.reasons.${referral.reason}`)],
    [t('referrals.urgency'), t(`needs.${referral.urgency}`)],
    [t('referrals.warm'), referral.warmHandoff ? t('sharing.YES') : ''],
    [t('referrals.escort'), referral.escort],
    [t('referrals.interpreter'), referral.interpreter],
    [t('referrals.appointment'), appointment === null ? '' : appointmentWords(t, appointment)],
    [t('referrals.result'), outcome === null ? '' : t(`referrals.results.${outcome.result}`, pronouns)],
    [
      t('referrals.rating', pronouns),
      outcome === null || outcome.rating === null ? '' : t('referrals.ratingShow', { count: outcome.rating }),
    ],
    [t('referrals.note'), outcome?.note ?? ''],
  ];
  return (
    <dl className="referral-terms">
      {terms
        .filter(([, value]) => value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd dir="auto">{value}</dd>
          </div>
        ))}
    </dl>
  );
}

type Words = ReturnType<typeof useText>;

const originWords = (t: Words, { release, usableUntil }: NonNullable<StoredReferral['origin']>): string =>
  [t(`referrals.origins.${release}`), usableUntil === null ? '' : t('sharing.until', { date: fullDate(usableUntil) })]
    .filter(Boolean)
    .join(', ');

const appointmentWords = (t: Words, { on, time }: NonNullable<StoredReferral['appointment']>): string =>
  time === null ? fullDate(on) : t('referrals.appointmentAt', { date: fullDate(on), time });

function Happened({ referral }: { referral: StoredReferral }) {
  const t = useText();
  return (
    <Sheet flush title={t('referrals.happened')}>
      <Rows tight label={t('referrals.happened')}>
        {referral.steps.toReversed().map(({ state, at, by }, index) => (
          <li key={`${state}${at}${index}`}>
            <span className="grow">{stateWords(t, state, referral.origin !== null)}</span>
            <span className="small dim" dir="auto">
              {[dayAndTime(at), by.name].join(', ')}
            </span>
          </li>
        ))}
      </Rows>
    </Sheet>
  );
}
