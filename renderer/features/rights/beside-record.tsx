// What stands beside the record: corrections, with the wrong words struck and the right ones after them, and statements.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { CaseFileId } from '#shared/ids';
import { useRead } from '../../api/use-vault.ts';
import { AmendmentWords } from '../../case/amendment-words.tsx';
import type { Pronouns } from '../../pronouns.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { EmptyState, Rows, Sheet } from '../../ui/sheet.tsx';
import { BesideForm } from './beside-form.tsx';

interface BesideProps {
  readonly caseFileId: CaseFileId;
  readonly pronouns: Pronouns;
}

export function BesideRecord({ caseFileId, pronouns }: BesideProps) {
  const t = useText();
  const [writing, setWriting] = useState<'STATEMENT' | 'CORRECTION' | null>(null);
  const found = useRead('amendment.list', { caseFileId });
  return (
    <div className="stack">
      {writing !== null && (
        <BesideForm
          key={writing}
          kind={writing}
          caseFileId={caseFileId}
          pronouns={pronouns}
          onDone={() => setWriting(null)}
        />
      )}
      <Sheet flush title={t('rights.beside')}>
        <p className="dim lead rights-lead">{t('rights.besideLead')}</p>
        {found.error && <ErrorSentence error={found.error} />}
        {found.value?.length === 0 && <EmptyState>{t('rights.besideNone')}</EmptyState>}
        <Rows label={t('rights.beside')}>
          {found.value?.map((amendment) => (
            <li key={amendment.id}>
              <AmendmentWords amendment={amendment} />
            </li>
          ))}
        </Rows>
        {writing === null && (
          <div className="row wrap rights-foot">
            <Button variant="default" onClick={() => setWriting('CORRECTION')}>
              {t('rights.addCorrection')}
            </Button>
            <Button variant="default" onClick={() => setWriting('STATEMENT')}>
              {t('rights.addStatement')}
            </Button>
          </div>
        )}
      </Sheet>
    </div>
  );
}
