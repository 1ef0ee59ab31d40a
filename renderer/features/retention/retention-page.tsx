// What we no longer keep: what is due to go, how long things are kept, what was erased, and where an older copy still holds it.
import { useText } from '../../text.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { CertificatesSheet } from './certificates-sheet.tsx';
import { DueSheet } from './due-sheet.tsx';
import { HoldersSheet } from './holders-sheet.tsx';
import { RulesSheet } from './rules-sheet.tsx';
import './retention.css';

export function RetentionPage() {
  const t = useText();
  return (
    <>
      <PageHead title={t('retention.title')} fact={t('retention.fact')} />
      <div className="retention">
        <div className="stack">
          <DueSheet />
          <HoldersSheet />
        </div>
        <div className="stack">
          <RulesSheet />
          <CertificatesSheet />
        </div>
      </div>
    </>
  );
}
