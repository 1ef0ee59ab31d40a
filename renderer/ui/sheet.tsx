// Sheets of paper and what lies on them when there is nothing to show yet.
import type { ReactNode } from 'react';
import { useId } from 'react';

interface SheetProps {
  readonly title?: ReactNode;
  /** One quiet fact or link at the end of the title line. */
  readonly end?: ReactNode;
  readonly children: ReactNode;
  /** Paper under the lamp: what needs someone now. At most one on a page. */
  readonly lit?: boolean;
  /** Rows run to the edges. */
  readonly flush?: boolean;
  readonly className?: string;
}

export function Sheet({ title, end, children, lit = false, flush = false, className = '' }: SheetProps) {
  const heading = useId();
  const classes = ['sheet', lit ? 'sheet-lit' : '', flush ? 'sheet-flush' : '', className].filter(Boolean).join(' ');
  return (
    <section className={classes} {...(title ? { 'aria-labelledby': heading } : {})}>
      {title && (
        <header className="sheet-head">
          <h2 id={heading}>{title}</h2>
          {end && <span className="sheet-end">{end}</span>}
        </header>
      )}
      {children}
    </section>
  );
}

/** One sentence about what will be here, and one way on. No drawing. */
export const EmptyState = ({ children, action }: { children: ReactNode; action?: ReactNode }) => (
  <div className="empty">
    <p>{children}</p>
    {action}
  </div>
);

interface RowsProps {
  readonly children: ReactNode;
  readonly tight?: boolean;
  readonly label?: string;
}
/** A list whose items are `<li>` rows with a hairline between; `className="lit"` on a row that is for now. */
export const Rows = ({ children, tight = false, label }: RowsProps) => (
  <ul className={tight ? 'rows rows-tight' : 'rows'} {...(label ? { 'aria-label': label } : {})}>
    {children}
  </ul>
);
