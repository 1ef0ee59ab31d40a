// Every saved state of the case: who, when, what kind. Nothing here can be changed.
import type { CaseFileId } from '#shared/ids';
import { Link } from 'wouter';
import { CaseFrame } from '../../case/case-frame.tsx';
import type { PageProps } from '../../route.ts';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { CaseTimeline } from './case-timeline.tsx';
import { KeptUntil } from './kept-until.tsx';
import { SealedFiles } from './sealed-files.tsx';
import { OriginForm } from './origin-form.tsx';
import { WhereItStands } from './where-it-stands.tsx';
import './case-page.css';

export function HistoryPage({ params }: PageProps) {
  const t = useText();
  const readsHistory = useMay('auditEntry.page');
  const caseFileId = (params['caseFileId'] ?? '') as CaseFileId;
  return (
    <CaseFrame caseFileId={caseFileId} part="/history">
      {(caseFile, pronouns) => (
        <div className="two-columns">
          <CaseTimeline caseFileId={caseFileId} title={t('cases.tabHistory')} lead={t('cases.historyLead')} />
          <div className="stack">
            {readsHistory && (
              <Sheet title={t('history.ofCase')}>
                <Link href={`/history/case/${caseFileId}`}>{t('history.linkOfCase')}</Link>
              </Sheet>
            )}
            <WhereItStands caseFile={caseFile} />
            <KeptUntil of={caseFile} pronouns={pronouns} />
            <SealedFiles caseFile={caseFile} pronouns={pronouns} />
            <OriginForm key={caseFile.revision} caseFile={caseFile} />
          </div>
        </div>
      )}
    </CaseFrame>
  );
}
