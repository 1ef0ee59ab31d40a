// Due dates as rows: when, who, what, and for a task the two ways it ends.
import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { AgendaItem } from '#shared/records/calendar';
import { dueWords } from '../../dates.ts';
import { useSession } from '../../session/session-gate.tsx';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';
import { Alias, Hers } from '../../ui/hers.tsx';
import { SealedNumber } from '../../ui/sealed-number.tsx';
import { Rows } from '../../ui/sheet.tsx';
import { When } from '../../ui/status-words.tsx';
import { placeOf, useAgendaSort, useAgendaWords } from './agenda-words.ts';
import type { Settling } from './settling.tsx';

interface RowsProps {
  readonly items: readonly AgendaItem[];
  readonly today: string;
  readonly settling: Settling;
}

/** A legal matter may stand here with several of its dates, and so may a sealed file. */
export const keyOf = ({ kind, recordId, on, legal, sealed }: AgendaItem): string =>
  `${kind} ${recordId} ${legal?.kind ?? ''} ${legal === null && sealed === undefined ? '' : on}`;

export function AgendaRows({ items, today, settling }: RowsProps) {
  return (
    <Rows tight>
      {items.map((item) => (
        <AgendaRow key={keyOf(item)} item={item} today={today} settling={settling} />
      ))}
    </Rows>
  );
}

function AgendaRow({ item, today, settling }: { item: AgendaItem; today: string; settling: Settling }) {
  const { id: me } = useSession().person;
  const sort = useAgendaSort()(item);
  const someoneElse = item.who !== null && item.who.id !== me ? item.who.name : '';
  const facts = [sort, someoneElse].filter(Boolean).join(', ');
  return (
    <li className="agenda-row">
      <span className="col-time small num">
        {item.on < today ? (
          <When tone="lit">{dueWords(item.on, today)}</When>
        ) : (
          <span className="dim">{item.time}</span>
        )}
      </span>
      <span className="col-alias">
        {item.of && <Alias caseFileId={item.of.caseFileId} alias={item.of.nameUsed} caseNumber={item.of.caseNumber} />}
        {item.sealed && <SealedNumber caseNumber={item.sealed.caseNumber} />}
      </span>
      <span className="grow agenda-what">
        <What item={item} />
        {facts !== '' && (
          <span className="small dim" dir="auto">
            {facts}
          </span>
        )}
      </span>
      {item.kind === 'task' && item.sealed === undefined && <TaskEnds item={item} settling={settling} />}
    </li>
  );
}

/** The words of a due date, leading to its record. */
export function What({ item }: { item: AgendaItem }) {
  const words = useAgendaWords()(item);
  const onCard = !useMay('caseFile.summary');
  const place = placeOf(item, onCard);
  const shown = item.kind === 'goal' ? <Hers quote>{words}</Hers> : <span dir="auto">{words}</span>;
  return place === null ? shown : <Link href={place}>{shown}</Link>;
}

function TaskEnds({ item, settling }: { item: AgendaItem; settling: Settling }) {
  const t = useText();
  return (
    <span className="row wrap agenda-ends">
      <Button
        size="compact-md"
        variant="subtle"
        disabled={settling.isRunning}
        aria-label={`${t('calendar.letGo')}: ${item.words}`}
        onClick={() => settling.settle(item, 'LET_GO')}
      >
        {t('calendar.letGo')}
      </Button>
      <Button
        size="compact-md"
        variant="default"
        disabled={settling.isRunning}
        aria-label={`${t('calendar.done')}: ${item.words}`}
        onClick={() => settling.settle(item, 'DONE')}
      >
        {t('calendar.done')}
      </Button>
    </span>
  );
}
