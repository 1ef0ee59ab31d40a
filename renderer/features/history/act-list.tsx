// The history day by day, a hundred lines at a time. Older ones come when they are asked for, and the reading goes on at the first of them.
import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useRead } from '../../api/use-vault.ts';
import { longDay } from '../../dates.ts';
import { useMay } from '../../session/use-may.ts';
import { readCaseNumber } from '#shared/records/case-number';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { EmptyState, Rows } from '../../ui/sheet.tsx';
import { ActRow } from './act-row.tsx';
import { byDay, type Day } from './joined-lines.ts';
import { isNarrowed, type Narrowed, timeOf } from './narrowed.ts';

interface PieceProps {
  readonly narrowed: Narrowed;
  /** Null: the newest. */
  readonly before: number | null;
  /** The day with which the piece above ended. */
  readonly after: string | null;
}

export function ActList({ narrowed }: { narrowed: Narrowed }) {
  return <Piece key={JSON.stringify(narrowed)} narrowed={narrowed} before={null} after={null} />;
}

function usePage(narrowed: Narrowed, before: number | null) {
  const readsAll = useMay('auditEntry.page');
  const { staffMemberId, group, caseNumber } = narrowed;
  const wish = { before, group, ...timeOf(narrowed) };
  const number = readCaseNumber(caseNumber);
  const all = useRead('auditEntry.page', { ...wish, staffMemberId, caseNumber: number }, { enabled: readsAll });
  const own = useRead('auditEntry.own', wish, { enabled: !readsAll });
  return readsAll ? all : own;
}

function Piece({ narrowed, before, after }: PieceProps) {
  const t = useText();
  const page = usePage(narrowed, before);
  const [isOlderAsked, askOlder] = useState(false);
  if (page.error?.code === 'not-found') return <EmptyState>{t('history.caseNumberNone')}</EmptyState>;
  if (page.error) return <ErrorSentence error={page.error} />;
  if (!page.value) return <div className="history-wait" aria-busy />;
  const { lines, next } = page.value;
  if (lines.length === 0 && before === null)
    return <EmptyState>{t(isNarrowed(narrowed) ? 'history.noneNarrowed' : 'history.none')}</EmptyState>;
  const days = byDay(lines);
  return (
    <>
      {days.map((day, at) => (
        <DayOfActs
          key={day.date + String(at)}
          day={day}
          isGoneOn={at === 0 && day.date === after}
          takesFocus={at === 0 && before !== null}
        />
      ))}
      {next !== null && !isOlderAsked && (
        <div className="history-foot">
          <Button variant="default" onClick={() => askOlder(true)}>
            {t('history.older')}
          </Button>
        </div>
      )}
      {next !== null && isOlderAsked && <Piece narrowed={narrowed} before={next} after={days.at(-1)?.date ?? after} />}
      {next === null && (
        <p className="history-foot small dim">{t(isNarrowed(narrowed) ? 'history.noOlder' : 'history.atEnd')}</p>
      )}
    </>
  );
}

interface DayProps {
  readonly day: Day;
  /** The day of the piece above goes on: it is not said a second time. */
  readonly isGoneOn: boolean;
  readonly takesFocus: boolean;
}

function DayOfActs({ day: { date, acts }, isGoneOn, takesFocus }: DayProps) {
  const name = longDay(acts[0]?.line.at ?? 0);
  const start = useRef<HTMLElement>(null);
  useEffect(() => {
    if (takesFocus) start.current?.focus();
  }, [takesFocus]);
  return (
    <section ref={start} className="history-day" aria-label={name} {...(takesFocus ? { tabIndex: -1 } : {})}>
      {!isGoneOn && <h3 id={`day-${date}`}>{name}</h3>}
      <Rows tight label={name}>
        {acts.map((act) => (
          <ActRow key={act.line.seq} act={act} />
        ))}
      </Rows>
    </section>
  );
}
