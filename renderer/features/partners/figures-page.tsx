// What the year's referrals say of the help there is: counts for whoever asks the town for more of it. Small numbers are withheld.
import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { ReferralFigures } from '#shared/records/referral-figures';
import { FEWEST_FOR_SHARE } from '#shared/statistics/rounded';
import { type RoundedCount, thresholds } from '#shared/statistics/shown';
import { useRead } from '../../api/use-vault.ts';
import { now } from '../../clock.ts';
import { dateOf } from '../../dates.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { EmptyState, Rows, Sheet } from '../../ui/sheet.tsx';

/** Years that can be asked for, this one first. */
const YEARS_BACK = 5;

export function FiguresPage() {
  const t = useText();
  const thisYear = Number(dateOf(now()).slice(0, 4));
  const [year, setYear] = useState(thisYear);
  const found = useRead('referralFigures.ofYear', { year });
  return (
    <>
      <PageHead
        title={t('partners.figures')}
        fact={t('partners.figuresLead', { fewest: thresholds.FUNDER })}
        actions={
          <NativeSelect
            aria-label={t('partners.year')}
            value={String(year)}
            data={Array.from({ length: YEARS_BACK }, (_, back) => String(thisYear - back))}
            onChange={(event) => setYear(Number(event.currentTarget.value))}
          />
        }
      />
      {found.error && <ErrorSentence error={found.error} />}
      {found.value && (
        <div className="two-columns">
          <Unmet figures={found.value} />
          <Referred figures={found.value} />
        </div>
      )}
    </>
  );
}

function useCount(): (count: RoundedCount) => string {
  const t = useText();
  return (count) => (count === 'FEW' ? t('partners.few', { fewest: thresholds.FUNDER }) : String(count));
}

function Unmet({ figures }: { figures: ReferralFigures }) {
  const t = useText();
  const shown = useCount();
  return (
    <Sheet flush title={t('partners.unmet')} end={shown(figures.unmetTotal)}>
      {figures.unmet.length === 0 && <EmptyState>{t('partners.unmetNone')}</EmptyState>}
      <Rows label={t('partners.unmet')}>
        {figures.unmet.map(({ domain, count }) => (
          <li key={domain}>
            <span className="grow">{t(`needs.domain.${domain}`)}</span>
            <b className="num">{shown(count)}</b>
          </li>
        ))}
      </Rows>
    </Sheet>
  );
}

function Referred({ figures }: { figures: ReferralFigures }) {
  const t = useText();
  const shown = useCount();
  const { acceptance, medianDays } = figures;
  const tooFew = (fewest: number): string => t('partners.tooFew', { fewest });
  const rows: readonly (readonly [string, string])[] = [
    [t('partners.sent'), shown(figures.sent)],
    [t('partners.accepted'), shown(figures.accepted)],
    [t('partners.waitlisted'), shown(figures.waitlisted)],
    [t('partners.declined'), shown(figures.declined)],
    [
      t('partners.acceptance'),
      acceptance === null ? tooFew(FEWEST_FOR_SHARE) : t('partners.percent', { percent: acceptance }),
    ],
    [
      t('partners.medianDays'),
      medianDays === null ? tooFew(thresholds.FUNDER) : t('partners.days', { count: medianDays }),
    ],
  ];
  return (
    <Sheet flush title={t('partners.referred')}>
      <Rows label={t('partners.referred')}>
        {rows.map(([name, value]) => (
          <li key={name}>
            <span className="grow">{name}</span>
            <b className="num">{value}</b>
          </li>
        ))}
      </Rows>
    </Sheet>
  );
}
