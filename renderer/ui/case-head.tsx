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
interface TabsProps {
  readonly label: string;
  readonly tabs: readonly (Tab & { readonly isCurrent: boolean })[];
  /** The pages under the current tab, when it has several. */
  readonly pages: readonly (Tab & { readonly isCurrent: boolean })[];
}
/** One line of tabs and, under a tab with several pages, a quiet second line of those. */
export const Tabs = ({ label, tabs, pages }: TabsProps) => (
  <nav aria-label={label} className="case-parts">
    <TabLine className="tabs" links={tabs} mark={pages.length > 1 ? 'true' : 'page'} />
    {pages.length > 1 && <TabLine className="subtabs" links={pages} mark="page" />}
  </nav>
);

interface TabLineProps {
  readonly className: string;
  readonly links: TabsProps['tabs'];
  readonly mark: 'page' | 'true';
}
const TabLine = ({ className, links, mark }: TabLineProps) => (
  <ul className={className}>
    {links.map(({ href, label, isCurrent }) => (
      <li key={href}>
        <Link href={href} {...(isCurrent ? { 'aria-current': mark } : {})}>
          {label}
        </Link>
      </li>
    ))}
  </ul>
);
