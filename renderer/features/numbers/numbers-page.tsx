// Numbers: counted for the office, for a funder or for everybody, each as far as nobody can be picked out. What is given out is kept.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Figures, Wish } from '#shared/records/statistics';
import type { ShownTable } from '#shared/statistics/disclose';
import { setOf, type TableId } from '#shared/statistics/funder-sets';
import { thresholds } from '#shared/statistics/shown';
import { useRead } from '../../api/use-vault.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { EmptyState, Sheet } from '../../ui/sheet.tsx';
import { Stop } from '../../ui/status-words.tsx';
import { FigureTable } from '../../figures/figure-table.tsx';
import { GiveOut } from './give-out.tsx';
import { GivenBars } from './given-bars.tsx';
import { IssuedList } from './issued-list.tsx';
import { AudienceField, lastQuarter, WishFields } from './wish-fields.tsx';
import { cellWords, hasPeople, periodWords } from '../../figures/figure-words.ts';
import './numbers.css';

const first = (): Wish => ({
  ...{ period: lastQuarter(), who: 'EVERYONE', set: 'OURS', audience: 'FUNDER', mode: 'ROUNDED' },
});

export function NumbersPage() {
  const t = useText();
  const [wish, setWish] = useState(first);
  // Never the numbers of before under the name of another time.
  const found = useRead('statistics.show', wish);
  const threshold = thresholds[wish.audience];
  return (
    <>
      <PageHead
        title={t('figures.title')}
        fact={t('figures.lead')}
        actions={<AudienceField wish={wish} onWish={setWish} />}
      />
      <p className="small dim numbers-for">{t(`figures.forSays.${wish.audience}`, { threshold })}</p>
      <WishFields wish={wish} onWish={setWish} />
      {found.error && <ErrorSentence error={found.error} />}
      {found.value && <Counted wish={wish} figures={found.value} />}
    </>
  );
}

function Counted({ wish, figures }: { wish: Wish; figures: Figures }) {
  const t = useText();
  const threshold = thresholds[wish.audience];
  const isExact = wish.mode === 'EXACT';
  const services = figures.tables.find((table) => table.id === 'SERVICES' && hasPeople(table));
  const others = figures.tables.filter((table) => table.id !== 'SERVICES' && hasPeople(table));
  return (
    <div
      className={isExact ? 'internal-only' : undefined}
      data-mark={isExact ? mark(t('figures.internal')) : undefined}
    >
      <KeyFigures tables={figures.tables} threshold={threshold} period={periodWords(t, wish.period)} />
      <div className="two-columns">
        <div className="stack">
          {isExact && <Stop>{t('figures.internal')}</Stop>}
          {services && <GivenBars table={services} threshold={threshold} />}
          {others.map((table) => (
            <Sheet key={table.id}>
              <FigureTable table={table} threshold={threshold} />
            </Sheet>
          ))}
          <EmptyTables tables={figures.tables} />
        </div>
        <div className="stack">
          {services && (
            <Sheet>
              <FigureTable table={services} threshold={threshold} />
            </Sheet>
          )}
          <GiveOut wish={wish} figures={figures} />
          <Notes wish={wish} figures={figures} />
          <IssuedList />
          <Button className="no-print" variant="default" component={Link} href="/numbers/list">
            {t('figures.listAsk')}
          </Button>
          <Button className="no-print" variant="default" component={Link} href="/awareness/year">
            {t('awareness.toYear')}
          </Button>
        </div>
      </div>
    </div>
  );
}

/** Written over the whole page, faintly. */
const mark = (words: string): string => Array.from({ length: 120 }, () => words).join('   ');

/** The three numbers that are asked for first, large. */
function KeyFigures({
  tables,
  threshold,
  period,
}: {
  tables: readonly ShownTable[];
  threshold: number;
  period: string;
}) {
  const t = useText();
  const turn = tables.find(({ id }) => id === 'TURN');
  if (turn === undefined) return null;
  const cell = (of: string) => turn.rows.find((row) => row.of.includes(of))?.cells[0] ?? 'HIDDEN';
  const shown = [
    [t('figures.table.TURN'), turn.total ?? 'HIDDEN'],
    [t('figures.category.TURN.NEW'), cell('NEW')],
    [t('figures.category.TURN.CONTINUING'), cell('CONTINUING')],
  ] as const;
  return (
    <dl className="key-figures" aria-label={period}>
      {shown.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="num">{cellWords(t, value, threshold)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Tables in which nobody stands, by their names in one place; all of them, when nobody was counted at all. */
function EmptyTables({ tables }: { tables: readonly ShownTable[] }) {
  const t = useText();
  const empty = tables.filter((table) => !hasPeople(table));
  if (empty.length === 0) return null;
  if (empty.length === tables.length)
    return (
      <Sheet>
        <EmptyState>{t('figures.empty')}</EmptyState>
      </Sheet>
    );
  return (
    <Sheet title={t('figures.emptyOnes')}>
      <ul className="figure-notes">
        {empty.map(({ id }) => (
          <li key={id}>{t(`figures.table.${id as TableId}`)}</li>
        ))}
      </ul>
    </Sheet>
  );
}

function Notes({ wish, figures }: { wish: Wish; figures: Figures }) {
  const t = useText();
  const { source, version } = setOf(wish.set);
  return (
    <Sheet title={t('figures.notesTitle')}>
      <ul className="figure-notes">
        {figures.notes.map((note) => (
          <li key={note}>{t(`figures.notes.${note}`)}</li>
        ))}
        <li className="dim">{t('figures.source', { source, version })}</li>
      </ul>
    </Sheet>
  );
}
