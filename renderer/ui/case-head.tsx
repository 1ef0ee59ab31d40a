// Who this page is about. The tabs join the sheet below them.
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { type AliasOf, AliasText } from './hers.tsx';
import { Patch } from './patch.tsx';

interface CaseHeadProps extends AliasOf {
  /** Number, since when, languages, worker: short facts in one grey line. */
  readonly facts?: readonly string[];
  /** What is being done here, for a page that is one task: "Intake", "Share with Clinic A". */
  readonly task?: string;
  readonly actions?: ReactNode;
}

export function CaseHead({ caseFileId, alias, caseNumber, facts = [], task, actions }: CaseHeadProps) {
  return (
    <div className="case-head">
      <Patch caseFileId={caseFileId} size={task ? 44 : 52} />
      <div className="grow">
        <h1 className="case-name">
          <AliasText caseFileId={caseFileId} alias={alias} caseNumber={caseNumber} />
          {task && <span className="case-task">{task}</span>}
        </h1>
        {facts.length > 0 && (
          <p className="facts">
            {facts.map((fact) => (
              <span key={fact}>{fact}</span>
            ))}
          </p>
        )}
      </div>
      {actions && <div className="row wrap">{actions}</div>}
    </div>
  );
}

export interface Tab {
  readonly href: string;
  readonly label: string;
}
export const Tabs = ({ label, tabs, current }: { label: string; tabs: readonly Tab[]; current: string }) => (
  <nav className="tabs" aria-label={label}>
    {tabs.map((tab) => (
      <Link key={tab.href} href={tab.href} {...(tab.href === current ? { 'aria-current': 'page' as const } : {})}>
        {tab.label}
      </Link>
    ))}
  </nav>
);
