// How things stand, at one look: five numbers that lead on, and two pictures with their tables.
import { Link } from 'wouter';
import { utilisation } from '#shared/records/bed-nights';
import type { Glance } from '#shared/records/glance';
import { useRead } from '../../api/use-vault.ts';
import { now } from '../../clock.ts';
import { longDay, monthDay } from '../../dates.ts';
import { useText } from '../../text.ts';
import { Bars } from '../../ui/bars.tsx';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { EmptyState, Sheet } from '../../ui/sheet.tsx';
import { GlanceTiles } from './glance-tiles.tsx';
import './today.css';

export function GlancePage() {
  const t = useText();
  const { value: glance, error } = useRead('glance.get', {});
  const day = longDay(now());
  return (
    <>
      <PageHead
        title={t('glance.title')}
        {...(glance ? { fact: t(glance.scope === 'HOUSE' ? 'glance.ofHouse' : 'glance.ofHers', { day }) } : {})}
      />
      <p className="house-back">
        <Link href="/today">{t('today.title')}</Link>
      </p>
      {error && <ErrorSentence error={error} />}
      {glance && (
        <>
          <GlanceTiles glance={glance} />
          <div className="glance-pictures">
            {glance.lateReviews !== null && <NeedsPicture needs={glance.needs} />}
            {glance.scope === 'HOUSE' && <NightsPicture weeks={glance.weeks} />}
          </div>
        </>
      )}
    </>
  );
}

function NeedsPicture({ needs }: Pick<Glance, 'needs'>) {
  const t = useText();
  if (needs.length === 0)
    return (
      <Sheet title={t('glance.needsAbout')}>
        <EmptyState>{t('glance.needsEmpty')}</EmptyState>
      </Sheet>
    );
  return (
    <Sheet title={t('glance.needsAbout')}>
      <Bars
        bars={needs.map(({ domain, open, late }) => ({
          key: domain,
          label: t(`needs.domain.${domain}`),
          length: open,
          words: late === 0 ? String(open) : t('glance.openAndLate', { open, late }),
        }))}
      />
      <Twin
        head={[t('glance.about'), t('glance.open'), t('glance.lateColumn')]}
        rows={needs.map(({ domain, open, late }) => [t(`needs.domain.${domain}`), open, late])}
      />
    </Sheet>
  );
}

function NightsPicture({ weeks }: Pick<Glance, 'weeks'>) {
  const t = useText();
  const percent = (taken: number, available: number): number => Math.round((utilisation(taken, available) ?? 0) * 100);
  if (weeks.every(({ available }) => available === 0))
    return (
      <Sheet title={t('glance.nights')}>
        <EmptyState>{t('glance.nightsEmpty')}</EmptyState>
      </Sheet>
    );
  return (
    <Sheet title={t('glance.nights')}>
      <Bars
        longest={100}
        bars={weeks.map(({ from, taken, available }) => ({
          key: from,
          label: monthDay(from),
          length: percent(taken, available),
          words: t('glance.share', { percent: percent(taken, available) }),
        }))}
      />
      <Twin
        head={[t('glance.week'), t('glance.taken'), t('glance.available')]}
        rows={weeks.map(({ from, taken, available }) => [monthDay(from), taken, available])}
      />
    </Sheet>
  );
}

interface TwinProps {
  readonly head: readonly [string, string, string];
  readonly rows: readonly (readonly [string, number, number])[];
}

/** What the picture shows, for whoever reads tables or hears them. */
function Twin({ head: [first, ...numbers], rows }: TwinProps) {
  const t = useText();
  return (
    <details className="glance-twin">
      <summary>{t('glance.asTable')}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {numbers.map((words) => (
              <th key={words} scope="col" className="num">
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([label, ...counts]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td className="num">{counts[0]}</td>
              <td className="num">{counts[1]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
