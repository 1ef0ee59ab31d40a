// A week in seven columns. One day is chosen and takes the focus; arrow keys move it, also into the next week or the one before.
import { Button } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { AgendaItem, Whose } from '#shared/records/calendar';
import { addDays, weekday } from '#shared/time';
import { useRead } from '../../api/use-vault.ts';
import { zone } from '../../case/need-words.tsx';
import { now } from '../../clock.ts';
import { dateOf, fullDate, shortDate } from '../../dates.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Alias } from '../../ui/hers.tsx';
import { SealedNumber } from '../../ui/sealed-number.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { AgendaRows, keyOf, What } from './agenda-rows.tsx';
import { Left } from './day-by-day.tsx';
import type { Settling } from './settling.tsx';

interface WeekProps {
  readonly whose: Whose;
  /** The day that is chosen; its week is shown. */
  readonly day: string;
  readonly onDay: (day: string) => void;
  readonly settling: Settling;
}

const WEEK = 7;

export function WeekView({ whose, day, onDay, settling }: WeekProps) {
  const t = useText();
  const today = dateOf(now());
  const from = addDays(day, 1 - weekday(day));
  const to = addDays(from, WEEK - 1);
  const agenda = useRead('calendar.agenda', { from, to, whose, zone: zone() }, { keepLast: true });
  const { focusNext, grid, onKey } = useDayKeys(day, onDay, today);
  const items = agenda.value?.coming.items ?? [];
  const ofDay = items.filter(({ on }) => on === day);
  return (
    <>
      <Sheet
        title={t('calendar.weekOf', { from: shortDate(from), to: fullDate(to) })}
        end={
          <span className="row wrap">
            <Button size="compact-md" variant="default" onClick={() => onDay(addDays(day, -WEEK))}>
              {t('calendar.weekBefore')}
            </Button>
            <Button size="compact-md" variant="default" disabled={day === today} onClick={() => onDay(today)}>
              {t('words.today')}
            </Button>
            <Button size="compact-md" variant="default" onClick={() => onDay(addDays(day, WEEK))}>
              {t('calendar.weekAfter')}
            </Button>
          </span>
        }
      >
        {agenda.error && <ErrorSentence error={agenda.error} />}
        <div className="week" ref={grid} onKeyDown={onKey}>
          {Array.from({ length: WEEK }, (_, index) => addDays(from, index)).map((date) => (
            <DayColumn
              key={date}
              date={date}
              isToday={date === today}
              isChosen={date === day}
              items={items.filter(({ on }) => on === date)}
              onChoose={() => {
                focusNext();
                onDay(date);
              }}
            />
          ))}
        </div>
        <p className="small dim">{t('calendar.weekHint')}</p>
        {agenda.value && <Left shown={items.length} total={agenda.value.coming.total} words="calendar.comingMore" />}
      </Sheet>
      <Sheet flush title={fullDate(day)} end={t('calendar.due', { count: ofDay.length })}>
        {ofDay.length === 0 ? (
          <div className="empty">
            <p>{t('calendar.nothing')}</p>
          </div>
        ) : (
          <AgendaRows items={ofDay} today={today} settling={settling} />
        )}
      </Sheet>
    </>
  );
}

/** Left and right follow the direction of the text; Home goes to today. */
function useDayKeys(day: string, onDay: (day: string) => void, today: string) {
  const grid = useRef<HTMLDivElement>(null);
  const takesFocus = useRef(false);
  useEffect(() => {
    if (!takesFocus.current) return;
    takesFocus.current = false;
    grid.current?.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus();
  }, [day]);
  const focusNext = (): void => {
    takesFocus.current = true;
  };
  const onKey = (event: KeyboardEvent<HTMLDivElement>): void => {
    const forward = getComputedStyle(event.currentTarget).direction === 'rtl' ? -1 : 1;
    const steps: Readonly<Record<string, number>> = {
      ArrowLeft: -forward,
      ArrowRight: forward,
      ArrowUp: -WEEK,
      ArrowDown: WEEK,
    };
    const to =
      event.key === 'Home' ? today : steps[event.key] === undefined ? null : addDays(day, steps[event.key] ?? 0);
    if (to === null || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    focusNext();
    onDay(to);
  };
  return { grid, focusNext, onKey };
}

interface ColumnProps {
  readonly date: string;
  readonly isToday: boolean;
  readonly isChosen: boolean;
  readonly items: readonly AgendaItem[];
  readonly onChoose: () => void;
}

function DayColumn({ date, isToday, isChosen, items, onChoose }: ColumnProps) {
  const t = useText();
  const count = t('calendar.due', { count: items.length });
  return (
    <div className="week-day" data-today={isToday || undefined}>
      <button
        type="button"
        className="week-head num"
        aria-pressed={isChosen}
        aria-label={`${shortDate(date)}${isToday ? `, ${t('words.today')}` : ''}, ${count}`}
        {...(isToday ? { 'aria-current': 'date' as const } : {})}
        tabIndex={isChosen ? 0 : -1}
        onClick={onChoose}
      >
        {shortDate(date)}
      </button>
      {items.length > 0 && (
        <ul aria-label={fullDate(date)}>
          {items.map((item) => (
            <li key={keyOf(item)} className="small">
              {item.of && (
                <Alias
                  caseFileId={item.of.caseFileId}
                  alias={item.of.nameUsed}
                  caseNumber={item.of.caseNumber}
                  size={16}
                />
              )}
              {item.sealed && <SealedNumber caseNumber={item.sealed.caseNumber} size={16} />}
              {item.time !== null && <span className="num dim">{item.time} </span>}
              <What item={item} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
