// Looks round the house: when the next is due, and those that were.
import { Button } from '@mantine/core';
import { Link, useLocation } from 'wouter';
import { answered, CheckItem, isToDo, type StoredCheck } from '#shared/records/environment-check';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { now } from '../../clock.ts';
import { dateOf, fullDate } from '../../dates.ts';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { EmptyState, Rows, Sheet } from '../../ui/sheet.tsx';
import { When } from '../../ui/status-words.tsx';
import { HouseTabs } from './house-tabs.tsx';
import './house.css';

export function ChecksPage() {
  const t = useText();
  const [, go] = useLocation();
  const list = useRead('environmentCheck.list', {});
  const begin = useWrite('environmentCheck.begin');
  const mayBegin = useMay('environmentCheck.begin');
  const isOpen = list.value?.checks.some(({ finishedOn }) => finishedOn === null) ?? true;
  const start = async (): Promise<void> => {
    const begun = await begin.run({});
    if (begun.ok) go(`/house/checks/${begun.value.checkId}`);
  };
  return (
    <>
      <PageHead
        title={t('checks.title')}
        fact={t('checks.lead')}
        actions={
          mayBegin &&
          !isOpen && (
            <Button loading={begin.isRunning} onClick={() => void start()}>
              {t('checks.begin')}
            </Button>
          )
        }
      />
      <HouseTabs current="/house/checks" />
      {list.error && <ErrorSentence error={list.error} />}
      {begin.error && <ErrorSentence error={begin.error} />}
      {list.value && (
        <Sheet flush end={<NextOn day={list.value.nextOn} />} title={t('checks.all')}>
          {list.value.checks.length === 0 && <EmptyState>{t('checks.none')}</EmptyState>}
          <Rows label={t('checks.all')}>
            {list.value.checks.map((check) => (
              <Line key={check.id} check={check} />
            ))}
          </Rows>
        </Sheet>
      )}
    </>
  );
}

function NextOn({ day }: { day: string }) {
  const t = useText();
  if (day <= dateOf(now())) return <When tone="lit">{t('checks.nextNow')}</When>;
  return t('checks.nextOn', { date: fullDate(day) });
}

function Line({ check }: { check: StoredCheck }) {
  const t = useText();
  const { id, begunOn, finishedOn, findings } = check;
  const toDo = Object.values(findings).filter(isToDo).length;
  const what = t(finishedOn === null ? 'checks.goOn' : 'checks.read');
  const date = fullDate(finishedOn ?? begunOn);
  return (
    <li className="wrap">
      <span className="grow house-words">
        <b>{t(finishedOn === null ? 'checks.begunOn' : 'checks.finishedOn', { date })}</b>
        <span className="small dim">
          {t('checks.looked', { done: answered(check), all: CheckItem.options.length })}
          {toDo > 0 && `, ${t('checks.toDo', { count: toDo })}`}
        </span>
      </span>
      <Link href={`/house/checks/${id}`} aria-label={t('checks.openOf', { what, date })}>
        {what}
      </Link>
    </li>
  );
}
