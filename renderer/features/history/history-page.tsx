// History: what was done here, by whom and when. Directors and auditors read that of everybody; everybody reads her own.
import { useState } from 'react';
import { useRead } from '../../api/use-vault.ts';
import type { PageProps } from '../../route.ts';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';
import { CheckSheet } from '../../ui/check-sheet.tsx';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { ActList } from './act-list.tsx';
import { CompareSheet } from './compare-sheet.tsx';
import { NarrowFields } from './narrow-fields.tsx';
import { everything, slipIn } from './narrowed.ts';
import { SaveSheet } from './save-sheet.tsx';
import { SlipSheet } from './slip-page.tsx';
import './history.css';

export const HistoryPage = () => <History caseNumber="" />;

/** Of one case, as a director comes from its file. */
export function HistoryOfCasePage({ params }: PageProps) {
  const caseFile = useRead('caseFile.get', { caseFileId: params['caseFileId'] ?? '' });
  if (caseFile.error) return <ErrorSentence error={caseFile.error} />;
  return caseFile.value ? <History caseNumber={caseFile.value.caseNumber} /> : null;
}

function History({ caseNumber }: { caseNumber: string }) {
  const t = useText();
  const readsAll = useMay('auditEntry.page');
  const mayCheck = useMay('session.checkVault');
  const maySave = useMay('auditEntry.save');
  const [narrowed, setNarrowed] = useState({ ...everything, caseNumber });
  const list = (
    <Sheet flush title={t('history.lines')}>
      <NarrowFields narrowed={narrowed} onNarrow={setNarrowed} />
      {slipIn(narrowed) === null && <ActList narrowed={narrowed} />}
    </Sheet>
  );
  return (
    <>
      <PageHead title={t('history.title')} fact={t(readsAll ? 'history.factAll' : 'history.factOwn')} />
      {readsAll ? (
        <div className="history">
          {list}
          <div className="stack">
            {mayCheck && <CheckSheet />}
            <SlipSheet />
            <CompareSheet />
            {maySave && <SaveSheet />}
          </div>
        </div>
      ) : (
        <div className="history-own">{list}</div>
      )}
    </>
  );
}
