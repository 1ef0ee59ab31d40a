// Every saved state of the case: who, when, what kind. Nothing here can be changed.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { CaseFileId } from '#shared/ids';
import { useRead } from '../../api/use-vault.ts';
import { CaseFrame } from '../../case/case-frame.tsx';
import type { PageProps } from '../../route.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { OriginForm } from './origin-form.tsx';
import { TimelineList } from './timeline-list.tsx';
import { WhereItStands } from './where-it-stands.tsx';
import './case-page.css';

const PAGE = 50;

export function HistoryPage({ params }: PageProps) {
  const t = useText();
  const caseFileId = (params['caseFileId'] ?? '') as CaseFileId;
  const [limit, setLimit] = useState(PAGE);
  const timeline = useRead(
    'caseFile.timeline',
    { caseFileId, offset: 0, limit: Math.min(limit, 200) },
    { keepLast: true },
  );
  return (
    <CaseFrame caseFileId={caseFileId} part="/history">
      {(caseFile) => (
        <div className="two-columns">
          <Sheet title={t('cases.tabHistory')}>
            <p className="dim lead">{t('cases.historyLead')}</p>
            {timeline.error && <ErrorSentence error={timeline.error} />}
            {timeline.value && <TimelineList entries={timeline.value.entries} />}
            {timeline.value && timeline.value.total > timeline.value.entries.length && limit < 200 && (
              <Button variant="subtle" onClick={() => setLimit(limit + PAGE)}>
                {t('cases.more')}
              </Button>
            )}
          </Sheet>
          <div className="stack">
            <WhereItStands caseFile={caseFile} />
            <OriginForm key={caseFile.revision} caseFile={caseFile} />
          </div>
        </div>
      )}
    </CaseFrame>
  );
}
