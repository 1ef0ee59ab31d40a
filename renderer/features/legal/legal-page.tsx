// Legal matters of one case: for each a line of stages and the next date. A case manager sees the stage and that date only.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { CaseFileId } from '#shared/ids';
import type { StoredLegalMatter } from '#shared/records/legal-matter';
import { useRead } from '../../api/use-vault.ts';
import { CaseFrame } from '../../case/case-frame.tsx';
import type { Pronouns } from '../../pronouns.ts';
import type { PageProps } from '../../route.ts';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { EmptyState, Rows, Sheet } from '../../ui/sheet.tsx';
import { MatterForm } from './matter-form.tsx';
import { DateWords, MatterSheet } from './matter-sheet.tsx';
import { PrivilegedBox } from './privileged-box.tsx';
import './legal.css';

export function LegalPage({ params }: PageProps) {
  const caseFileId = (params['caseFileId'] ?? '') as CaseFileId;
  const mayWork = useMay('legalMatter.list');
  return (
    <CaseFrame caseFileId={caseFileId} part="/legal">
      {(_caseFile, pronouns) => (
        <div className="stack">
          {mayWork ? (
            <Matters caseFileId={caseFileId} pronouns={pronouns} />
          ) : (
            <StagesOnly caseFileId={caseFileId} pronouns={pronouns} />
          )}
          <PrivilegedBox caseFileId={caseFileId} pronouns={pronouns} />
        </div>
      )}
    </CaseFrame>
  );
}

interface MattersProps {
  readonly caseFileId: CaseFileId;
  readonly pronouns: Pronouns;
}

function Matters({ caseFileId, pronouns }: MattersProps) {
  const t = useText();
  const matters = useRead('legalMatter.list', { caseFileId });
  const [writing, setWriting] = useState<StoredLegalMatter | 'new' | null>(null);
  if (matters.error) return <ErrorSentence error={matters.error} />;
  if (writing !== null) {
    return (
      <MatterForm
        caseFileId={caseFileId}
        saved={writing === 'new' ? null : writing}
        pronouns={pronouns}
        onDone={() => setWriting(null)}
      />
    );
  }
  return (
    <>
      <div className="row wrap between">
        <p className="dim grow">
          {pronouns.they === 'they' ? t('legal.lead', pronouns) : t('legal.leadShe', pronouns)}
        </p>
        <Button onClick={() => setWriting('new')}>{t('legal.add')}</Button>
      </div>
      {matters.value?.length === 0 && (
        <Sheet>
          <EmptyState>{t('legal.none', pronouns)}</EmptyState>
        </Sheet>
      )}
      {matters.value?.map((matter) => (
        <MatterSheet key={matter.id} matter={matter} pronouns={pronouns} onChange={() => setWriting(matter)} />
      ))}
    </>
  );
}

function StagesOnly({ caseFileId, pronouns }: MattersProps) {
  const t = useText();
  const stages = useRead('legalMatter.stages', { caseFileId });
  if (stages.error) return <ErrorSentence error={stages.error} />;
  return (
    <Sheet flush title={t('cases.tabLegal')} end={t('legal.stagesOnly')}>
      {stages.value?.length === 0 && <EmptyState>{t('legal.none', pronouns)}</EmptyState>}
      <Rows>
        {stages.value?.map((matter) => (
          <li key={matter.id}>
            <span className="grow">
              <b>{t(`legal.types.${matter.type}`)}</b>
              {t(`legal.stageNames.${matter.stage}`)}
            </span>
            {matter.next && <DateWords date={matter.next} />}
          </li>
        ))}
      </Rows>
    </Sheet>
  );
}
