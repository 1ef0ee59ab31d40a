// What other houses sent about this person: beside what left, never among what she told here.
import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { CaseFileId } from '#shared/ids';
import { useRead } from '../../api/use-vault.ts';
import { casePath } from '../../case/case-tabs.ts';
import { now } from '../../clock.ts';
import { dateOf, fullDate } from '../../dates.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { EmptyState, Rows, Sheet } from '../../ui/sheet.tsx';
import { Note } from '../../ui/status-words.tsx';

export function FromOthers({ caseFileId }: { caseFileId: CaseFileId }) {
  const t = useText();
  const list = useRead('receivedPackage.list', { caseFileId });
  const today = dateOf(now());
  return (
    <Sheet flush title={t('received.others')}>
      {list.error && <ErrorSentence error={list.error} />}
      {list.value?.length === 0 && <EmptyState>{t('received.othersEmpty')}</EmptyState>}
      <Rows label={t('received.others')}>
        {list.value?.map(({ id, sender, receivedAt, purpose, usableUntil }) => (
          <li key={id}>
            <span className="grow stack log-line" dir="auto">
              <Link href={casePath(caseFileId, `/received/${id}`)}>
                {t('received.line', { sender: sender.name, date: fullDate(dateOf(receivedAt)) })}
              </Link>
              <span className="small dim">{t('received.lineFact', { purpose, date: fullDate(usableUntil) })}</span>
            </span>
            {usableUntil < today && <Note>{t('received.isOver')}</Note>}
          </li>
        ))}
      </Rows>
      <p className="rows-more">
        <Button variant="default" component={Link} href="/partners/receive">
          {t('received.bring')}
        </Button>
      </p>
    </Sheet>
  );
}
