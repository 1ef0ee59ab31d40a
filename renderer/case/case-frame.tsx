// The frame of every page of a case: who it is about, the tabs, and the page below. Loads the case once for all of them.
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { Role } from '#shared/contract/operation';
import type { CaseFacts, StoredCaseFile } from '#shared/records/case-file';
import { nameToSay } from '#shared/records/names';
import { useRead } from '../api/use-vault.ts';
import { fullDate } from '../dates.ts';
import { isBuilt } from '../places.ts';
import { type Pronouns, pronounsFor } from '../pronouns.ts';
import { useShortcut } from '../shortcuts.ts';
import { useSession } from '../session/session-gate.tsx';
import { mayAsk } from '../session/use-may.ts';
import { useText } from '../text.ts';
import { CaseHead, Tabs } from '../ui/case-head.tsx';
import { ErrorSentence } from '../ui/error-sentence.tsx';
import { useCaseShortcuts } from './case-acts.ts';
import { CASE_PATH, type CasePart, casePath, type CaseTab, caseTabs } from './case-tabs.ts';

interface CaseFrameProps {
  readonly caseFileId: string;
  /** As in `caseTabs`; a page that is one task (share, one form) has no tab. */
  readonly part?: string;
  readonly task?: string;
  readonly actions?: (caseFile: StoredCaseFile) => ReactNode;
  readonly children: (caseFile: CaseFacts, pronouns: Pronouns) => ReactNode;
}

export function CaseFrame({ caseFileId, part, task, actions, children }: CaseFrameProps) {
  const t = useText();
  const [, navigate] = useLocation();
  useShortcut('print', () => navigate(casePath(caseFileId, '/prints')));
  useCaseShortcuts(caseFileId);
  const found = useRead('caseFile.get', { caseFileId: caseFileId });
  if (found.error) return <ErrorSentence error={found.error} />;
  if (!found.value) return null;
  const caseFile = found.value;
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
        alias={nameToSay(caseFile)}
        {...(task === undefined ? { facts } : { task })}
        actions={actions?.(caseFile)}
      />
      {part !== undefined && <CaseTabs caseFileId={caseFileId} part={part} />}
      {children(caseFile, pronounsFor(t, caseFile.pronouns))}
    </>
  );
}

function CaseTabs({ caseFileId, part }: { caseFileId: string; part: string }) {
  const t = useText();
  const tabs = tabsFor(useSession().person.role);
  const current = tabs.find(({ parts }) => parts.some((one) => one.part === part));
  return (
    <Tabs
      label={t('cases.parts')}
      tabs={tabs.map(({ name, parts }) => ({
        href: casePath(caseFileId, parts[0].part),
        label: t(parts.length === 1 ? parts[0].name : name),
        isCurrent: current?.name === name,
      }))}
      pages={(current?.parts ?? []).map((one) => ({
        href: casePath(caseFileId, one.part),
        label: t(one.name),
        isCurrent: one.part === part,
      }))}
    />
  );
}

type BuiltTab = Omit<CaseTab, 'parts'> & { readonly parts: readonly [CasePart, ...CasePart[]] };

/** What is built of the tabs for this role; a tab without a page is left out. */
const tabsFor = (role: Role): readonly BuiltTab[] =>
  caseTabs.flatMap(({ name, parts }) => {
    const [first, ...others] = parts.filter(
      ({ part, asks = 'caseFile.summary' }) => isBuilt(`${CASE_PATH}${part}`) && mayAsk(role, asks),
    );
    return first === undefined ? [] : [{ name, parts: [first, ...others] }];
  });
