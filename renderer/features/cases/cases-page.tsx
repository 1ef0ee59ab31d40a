// All cases the person may see, as rows. House staff get names and what waits, nothing else.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { type CaseListWish, firstWish, sameWish } from '#shared/records/case-list';
import { useRead } from '../../api/use-vault.ts';
import { casePath } from '../../case/case-tabs.ts';
import { isBuilt } from '../../places.ts';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Alias } from '../../ui/hers.tsx';
import { IconSomeoneNew } from '../../ui/icons.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { EmptyState, Rows, Sheet } from '../../ui/sheet.tsx';
import { CaseListBar } from './case-list-bar.tsx';
import { CaseTable, PAGE } from './case-table.tsx';
import { KeptLists } from './kept-lists.tsx';
import './cases.css';

export function CasesPage() {
  return useMay('caseFile.list') ? <CaseList /> : <HouseCases />;
}

function CaseList() {
  const t = useText();
  const [wish, setWish] = useState<CaseListWish>(firstWish);
  const choices = useRead('caseList.choices', {});
  const list = useRead('caseFile.list', { ...wish, offset: 0, limit: PAGE }, { keepLast: true });
  const total = list.value?.total ?? 0;
  return (
    <>
      <PageHead
        title={t('cases.title')}
        {...(sameWish(wish, firstWish) && list.value ? { fact: t('cases.fact', { count: total }) } : {})}
        actions={<CaseActions />}
      />
      <CaseListBar wish={wish} workers={choices.value?.workers ?? []} onWish={setWish} />
      {choices.value && <KeptLists wish={wish} kept={choices.value.kept} onWish={setWish} />}
      {list.error && <ErrorSentence error={list.error} />}
      {list.value && (
        <Sheet flush>
          {total === 0 ? (
            <EmptyState>{t(emptyText(wish))}</EmptyState>
          ) : (
            <CaseTable wish={wish} rows={list.value.rows} total={total} />
          )}
        </Sheet>
      )}
    </>
  );
}

function emptyText({ show, workerId, waiting }: CaseListWish) {
  if (workerId !== null || waiting !== 'any') return 'cases.noneSuch';
  return show === 'closed' ? 'cases.noneClosed' : 'cases.none';
}

function CaseActions() {
  const t = useText();
  return (
    <>
      {isBuilt('/cases/import') && (
        <Button variant="default" component={Link} href="/cases/import">
          {t('cases.bringIn')}
        </Button>
      )}
      <Button component={Link} href="/cases/new" leftSection={<IconSomeoneNew size={18} aria-hidden />}>
        {t('cases.someoneNew')}
      </Button>
    </>
  );
}

function HouseCases() {
  const t = useText();
  const list = useRead('caseFile.houseList', {});
  return (
    <>
      <PageHead title={t('today.house')} />
      {list.error && <ErrorSentence error={list.error} />}
      {list.value && (
        <Sheet flush>
          {list.value.length === 0 && <EmptyState>{t('needs.none')}</EmptyState>}
          <Rows label={t('cases.title')}>
            {list.value.map((row) => (
              <li key={row.caseFileId}>
                <Link href={casePath(row.caseFileId)} className="grow">
                  <Alias caseFileId={row.caseFileId} alias={row.nameUsed} />
                </Link>
                <span className="dim small">{t('needs.openIn', { count: row.openNeeds })}</span>
              </li>
            ))}
          </Rows>
        </Sheet>
      )}
    </>
  );
}
