// The frame of every page of a case: who it is about, the tabs, and the page below. Loads the case once for all of them.
import type { ReactNode } from 'react';
import type { StoredCaseFile } from '#shared/records/case-file';
import { useRead } from '../api/use-vault.ts';
import { fullDate } from '../dates.ts';
import { isBuilt } from '../places.ts';
import { type Pronouns, pronounsFor } from '../pronouns.ts';
import { useText } from '../text.ts';
import { CaseHead, Tabs } from '../ui/case-head.tsx';
import { ErrorSentence } from '../ui/error-sentence.tsx';
import { CASE_PATH, casePath, caseTabs } from './case-tabs.ts';

interface CaseFrameProps {
  readonly caseFileId: string;
  /** As in `caseTabs`; a page that is one task (share, one form) has no tab. */
  readonly part?: string;
  readonly task?: string;
  readonly actions?: (caseFile: StoredCaseFile) => ReactNode;
  readonly children: (caseFile: StoredCaseFile, pronouns: Pronouns) => ReactNode;
}

export function CaseFrame({ caseFileId, part, task, actions, children }: CaseFrameProps) {
  const t = useText();
  const found = useRead('caseFile.get', { caseFileId: caseFileId });
  if (found.error) return <ErrorSentence error={found.error} />;
  if (!found.value) return null;
  const caseFile = found.value;
  const tabs = caseTabs
    .filter((tab) => isBuilt(`${CASE_PATH}${tab.part}`))
    .map((tab) => ({ href: casePath(caseFileId, tab.part), label: t(tab.name) }));
  const facts = [
    t('cases.caseNumber', { number: caseFile.caseNumber }),
    t('cases.hereSince', { date: fullDate(caseFile.openedOn) }),
    ...(caseFile.languages.length > 0 ? [caseFile.languages.join(', ')] : []),
    ...(caseFile.worker ? [t('cases.with', { name: caseFile.worker.name })] : []),
  ];
  return (
    <>
      <CaseHead
        caseFileId={caseFileId}
        alias={caseFile.nameUsed}
        {...(task === undefined ? { facts } : { task })}
        actions={actions?.(caseFile)}
      />
      {part !== undefined && <Tabs label={t('cases.parts')} tabs={tabs} current={casePath(caseFileId, part)} />}
      {children(caseFile, pronounsFor(t, caseFile.pronouns))}
    </>
  );
}
