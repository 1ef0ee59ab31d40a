// Moving out, as a calm path of five steps that several people can walk over several days; then how it goes afterwards.
import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { CaseFileId } from '#shared/ids';
import type { StoredCaseFile } from '#shared/records/case-file';
import { isHere } from '#shared/records/case-status';
import { useRead } from '../../api/use-vault.ts';
import { CaseFrame } from '../../case/case-frame.tsx';
import { casePath } from '../../case/case-tabs.ts';
import type { Pronouns } from '../../pronouns.ts';
import type { PageProps } from '../../route.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { ExitPath } from './exit-path.tsx';
import { FollowUps } from './follow-ups.tsx';
import './exit.css';

export function ExitPage({ params }: PageProps) {
  const t = useText();
  const caseFileId = (params['caseFileId'] ?? '') as CaseFileId;
  return (
    <CaseFrame
      caseFileId={caseFileId}
      task={t('exit.title')}
      actions={(caseFile) => (
        <Button variant="subtle" component={Link} href={casePath(caseFileId)}>
          {isHere(caseFile.status) ? t('exit.leave') : t('sharing.backToCase')}
        </Button>
      )}
    >
      {(caseFile, pronouns) => <Exit caseFile={caseFile} pronouns={pronouns} />}
    </CaseFrame>
  );
}

function Exit({ caseFile, pronouns }: { caseFile: StoredCaseFile; pronouns: Pronouns }) {
  const exit = useRead('caseExit.get', { caseFileId: caseFile.id });
  if (exit.error) return <ErrorSentence error={exit.error} />;
  if (!exit.value) return null;
  const { open, last } = exit.value;
  if (isHere(caseFile.status)) return <ExitPath caseFileId={caseFile.id} saved={open} pronouns={pronouns} />;
  return <FollowUps caseFileId={caseFile.id} exit={last} />;
}
