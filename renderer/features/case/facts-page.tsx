// A case for a colleague who reads its basic facts: how to reach her, what is needed, who else works with her. Her own part
// of the case, screens or legal, has pages of its own.
import type { CaseFileId } from '#shared/ids';
import { useRead } from '../../api/use-vault.ts';
import { CaseFrame } from '../../case/case-frame.tsx';
import { TeamSheet } from '../../case/team-sheet.tsx';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { EmptyState, Sheet } from '../../ui/sheet.tsx';
import { GoodToKnow } from './good-to-know.tsx';
import { NeedRows } from './need-rows.tsx';
import { Reach } from './reach.tsx';

export function FactsPage({ caseFileId }: { caseFileId: CaseFileId }) {
  const t = useText();
  const needs = useRead('need.list', { caseFileId, show: 'open' });
  return (
    <CaseFrame caseFileId={caseFileId} part="">
      {(caseFile, pronouns) => (
        <>
          <Reach caseFileId={caseFileId} contact={caseFile.safeContact} pronouns={pronouns} />
          <div className="two-columns">
            <Sheet flush title={t('needs.title')}>
              {needs.error && <ErrorSentence error={needs.error} />}
              {needs.value?.length === 0 && <EmptyState>{t('needs.noneHere', pronouns)}</EmptyState>}
              {needs.value && <NeedRows needs={needs.value} pronouns={pronouns} />}
            </Sheet>
            <div className="stack">
              <GoodToKnow lines={caseFile.goodToKnow} />
              <TeamSheet caseFileId={caseFileId} />
            </div>
          </div>
        </>
      )}
    </CaseFrame>
  );
}
