// That somebody asked in a threatening way, until somebody has seen to it. Nothing on it says about whom.
import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { ThreatAlert } from '#shared/records/caller-log';
import { now } from '../../clock.ts';
import { dateOf, shortDate, timeOfDay } from '../../dates.ts';
import { places } from '../../places.ts';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';
import { Rows, Sheet } from '../../ui/sheet.tsx';
import { When } from '../../ui/status-words.tsx';

export function ThreatsToday({ threats }: { threats: readonly ThreatAlert[] }) {
  const t = useText();
  const seesToIt = useMay('callerLog.seen');
  if (threats.length === 0) return null;
  const words = (at: number): string =>
    dateOf(at) === dateOf(now())
      ? t('callers.todayAt', { time: timeOfDay(at) })
      : t('callers.todayOn', { day: shortDate(dateOf(at)), time: timeOfDay(at) });
  return (
    <Sheet flush title={t('callers.title')} end={<Link href={places.callers}>{t('callers.back')}</Link>}>
      <Rows label={t('callers.title')}>
        {threats.map(({ callId, at, way }) => (
          <li key={callId} className="lit wrap">
            <span className="grow threat">
              <b>{words(at)}</b>
              <span className="small dim">{t(`callers.ways.${way}`)}</span>
              <When tone="lit">{t('callers.todayWaits')}</When>
            </span>
            {seesToIt && (
              <Button component={Link} href={`${places.callers}/${callId}`} variant="default">
                {t('callers.see')}
              </Button>
            )}
          </li>
        ))}
      </Rows>
    </Sheet>
  );
}
