// The beds of a month in figures, for this house alone. A middle is shown only when it tells of several people.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { utilisation } from '#shared/records/bed-nights';
import { type BedFigures, NoBedReason } from '#shared/records/no-bed';
import { useRead } from '../../api/use-vault.ts';
import { now } from '../../clock.ts';
import { dateOf, monthWords } from '../../dates.ts';
import { locale, useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { monthOf } from '../../month.ts';
import './house.css';

export function FiguresPage() {
  const t = useText();
  const [back, setBack] = useState(0);
  const period = monthOf(dateOf(now()), -back);
  const figures = useRead('noBed.figures', period, { keepLast: true });
  return (
    <>
      <PageHead
        title={t('house.figures')}
        fact={t('house.figuresFact')}
        actions={
          <>
            <Button variant="default" onClick={() => setBack(back + 1)}>
              {t('house.earlier')}
            </Button>
            <Button variant="default" disabled={back === 0} onClick={() => setBack(back - 1)}>
              {t('house.later')}
            </Button>
          </>
        }
      />
      <p className="house-back">
        <Link href="/house">{t('house.toHouse')}</Link>
      </p>
      {figures.error && <ErrorSentence error={figures.error} />}
      {figures.value && (
        <div className="house-figures">
          <Sheet title={monthWords(period.from.slice(0, 7))}>
            <Nights figures={figures.value} />
          </Sheet>
          <Sheet title={t('house.turnedAway')}>
            <dl className="house-facts">
              {NoBedReason.options.map((reason) => (
                <Line
                  key={reason}
                  label={t(`house.reasons.${reason}`)}
                  value={String(figures.value?.noBed[reason] ?? 0)}
                />
              ))}
            </dl>
          </Sheet>
        </div>
      )}
    </>
  );
}

/** domain §20: a middle of fewer than five tells of somebody. */
const ENOUGH = 5;

function Nights({ figures: { available, taken, ended } }: { figures: BedFigures }) {
  const t = useText();
  const share = utilisation(taken, available);
  const middle = ended[Math.floor((ended.length - 1) / 2)] ?? 0;
  const percent = new Intl.NumberFormat(locale(), {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  return (
    <dl className="house-facts">
      <Line label={t('house.available')} value={String(available)} />
      <Line label={t('house.taken')} value={String(taken)} />
      <Line label={t('house.used')} value={share === null ? '–' : percent.format(share)} />
      <Line label={t('house.ended')} value={String(ended.length)} />
      <Line
        label={t('house.middle')}
        value={ended.length < ENOUGH ? t('house.middleFew') : t('house.nights', { count: middle })}
      />
    </dl>
  );
}

const Line = ({ label, value }: { label: string; value: string }) => (
  <div>
    <dt>{label}</dt>
    <dd>{value}</dd>
  </div>
);
