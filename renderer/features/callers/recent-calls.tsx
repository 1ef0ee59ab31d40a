// The lines of late, newest first: whether the same person asked before. A line leads on only for those who work with cases.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { useRead } from '../../api/use-vault.ts';
import { places } from '../../places.ts';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { EmptyState, Rows, Sheet } from '../../ui/sheet.tsx';
import { CallWords } from './call-words.tsx';

const PAGE = 10;
const MOST = 200;

export function RecentCalls() {
  const t = useText();
  const leadsOn = useMay('callerLog.get');
  const [limit, setLimit] = useState(PAGE);
  const list = useRead('callerLog.list', { offset: 0, limit }, { keepLast: true });
  if (list.error) return <ErrorSentence error={list.error} />;
  if (!list.value) return null;
  const { calls, total } = list.value;
  return (
    <Sheet flush title={t('callers.lately')}>
      {total === 0 && <EmptyState>{t('callers.none')}</EmptyState>}
      <Rows label={t('callers.lately')}>
        {calls.map((call) => (
          <li key={call.id} className="wrap">
            <CallWords call={call} />
            {leadsOn && <Link href={`${places.callers}/${call.id}`}>{t('callers.open')}</Link>}
          </li>
        ))}
      </Rows>
      {total > calls.length && limit < MOST && (
        <p className="rows-more">
          <Button variant="subtle" size="compact-md" onClick={() => setLimit(Math.min(limit + PAGE, MOST))}>
            {t('callers.more')}
          </Button>
        </p>
      )}
    </Sheet>
  );
}
