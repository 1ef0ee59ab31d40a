// The head of a page: title, one grey line of fact, at most three buttons of which one is filled.
import type { ReactNode } from 'react';

interface PageHeadProps {
  readonly title: ReactNode;
  readonly fact?: ReactNode;
  readonly actions?: ReactNode;
}

export const PageHead = ({ title, fact, actions }: PageHeadProps) => (
  <div className="page-head">
    <div>
      <h1>{title}</h1>
      {fact && <p>{fact}</p>}
    </div>
    {actions && <div className="row wrap">{actions}</div>}
  </div>
);
