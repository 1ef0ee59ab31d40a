// From one shift to the next: what to know, who wrote it, who has read it.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { HAND_OVER_DAYS, type ShownHandOver } from '#shared/records/hand-over';
import { useRead } from '../../api/use-vault.ts';
import { HandOverWords } from '../../case/hand-over-words.tsx';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { EmptyState, Rows, Sheet } from '../../ui/sheet.tsx';
import { HandOverForm } from './hand-over-form.tsx';
import { HouseTabs } from './house-tabs.tsx';
import './house.css';

const PAGE = 10;
const MOST = 200;

export function HandOverPage() {
  const t = useText();
  return (
    <>
      <PageHead title={t('handOver.title')} fact={t('handOver.lead', { days: HAND_OVER_DAYS })} />
      <HouseTabs current="/house/hand-over" />
      <div className="stack">
        <HandOverForm />
        <Lately />
      </div>
    </>
  );
}

function Lately() {
  const t = useText();
  const [limit, setLimit] = useState(PAGE);
  const list = useRead('handOver.list', { limit }, { keepLast: true });
  if (list.error) return <ErrorSentence error={list.error} />;
  if (!list.value) return null;
  const { handOvers, total } = list.value;
  return (
    <Sheet flush title={t('handOver.lately')}>
      {total === 0 && <EmptyState>{t('handOver.none', { days: HAND_OVER_DAYS })}</EmptyState>}
      <Rows label={t('handOver.lately')}>
        {handOvers.map((handOver) => (
          <li key={handOver.id}>
            <span className="grow house-words">
              <HandOverWords handOver={handOver} />
              <SeenBy seen={handOver.seen} />
            </span>
          </li>
        ))}
      </Rows>
      {total > handOvers.length && limit < MOST && (
        <p className="rows-more">
          <Button variant="subtle" size="compact-md" onClick={() => setLimit(Math.min(limit + PAGE, MOST))}>
            {t('handOver.more')}
          </Button>
        </p>
      )}
    </Sheet>
  );
}

function SeenBy({ seen }: Pick<ShownHandOver, 'seen'>) {
  const t = useText();
  const names = seen.map(({ by }) => by?.name ?? t('handOver.somebody')).join(', ');
  return <span className="small dim">{names === '' ? t('handOver.readNone') : t('handOver.read', { names })}</span>;
}
