// The agenda: what is left from before, today, and the days after it that hold something.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Agenda, AgendaItem, Whose } from '#shared/records/calendar';
import { LONGEST_DAYS } from '#shared/records/calendar';
import { addDays } from '#shared/time';
import { useRead } from '../../api/use-vault.ts';
import { zone } from '../../case/need-words.tsx';
import { now } from '../../clock.ts';
import { dateOf, dueWords, shortDate } from '../../dates.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { EmptyState, Sheet } from '../../ui/sheet.tsx';
import { AgendaRows } from './agenda-rows.tsx';
import type { Settling } from './settling.tsx';

const FIRST_DAYS = 14;

export function DayByDay({ whose, settling }: { whose: Whose; settling: Settling }) {
  const t = useText();
  const [days, setDays] = useState(FIRST_DAYS);
  const from = dateOf(now());
  const agenda = useRead(
    'calendar.agenda',
    { from, to: addDays(from, days - 1), whose, zone: zone() },
    { keepLast: true },
  );
  if (agenda.error) return <ErrorSentence error={agenda.error} />;
  if (!agenda.value) return null;
  return (
    <>
      <Days agenda={agenda.value} settling={settling} />
      {days < LONGEST_DAYS && (
        <div className="row">
          <Button variant="subtle" onClick={() => setDays(days === FIRST_DAYS ? 2 * FIRST_DAYS : LONGEST_DAYS)}>
            {t('calendar.further')}
          </Button>
        </div>
      )}
    </>
  );
}

function Days({ agenda: { today, past, coming }, settling }: { agenda: Agenda; settling: Settling }) {
  const t = useText();
  const ofToday = coming.items.filter(({ on }) => on === today);
  const later = byDay(coming.items.filter(({ on }) => on > today));
  return (
    <>
      {past.items.length > 0 && (
        <Sheet flush title={t('calendar.past')} end={t('calendar.due', { count: past.total })}>
          <AgendaRows items={past.items} today={today} settling={settling} />
          <Left shown={past.items.length} total={past.total} words="calendar.pastMore" />
        </Sheet>
      )}
      <Sheet flush title={t('words.today')} end={shortDate(today)}>
        {ofToday.length === 0 ? (
          <EmptyState>{t('calendar.nothingToday')}</EmptyState>
        ) : (
          <AgendaRows items={ofToday} today={today} settling={settling} />
        )}
      </Sheet>
      {later.map(([day, items]) => (
        <Sheet key={day} flush title={shortDate(day)} end={dueWords(day, today)}>
          <AgendaRows items={items} today={today} settling={settling} />
        </Sheet>
      ))}
      <Left shown={coming.items.length} total={coming.total} words="calendar.comingMore" />
    </>
  );
}

/** In the order they come. */
function byDay(items: readonly AgendaItem[]): [string, AgendaItem[]][] {
  const days = new Map<string, AgendaItem[]>();
  for (const item of items) days.set(item.on, [...(days.get(item.on) ?? []), item]);
  return [...days];
}

interface LeftProps {
  readonly shown: number;
  readonly total: number;
  readonly words: 'calendar.pastMore' | 'calendar.comingMore';
}
/** A list that is cut says so. */
export function Left({ shown, total, words }: LeftProps) {
  const t = useText();
  return shown < total ? <p className="small dim agenda-left">{t(words, { count: shown, total })}</p> : null;
}
