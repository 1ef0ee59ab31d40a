// The outcome of a check: a tinted head with one sentence of outcome and one of consequence, then the proof below it.
import type { ReactNode } from 'react';
import { IconCheck, IconStop } from './icons.ts';

interface VerdictProps {
  readonly good: boolean;
  readonly outcome: string;
  readonly consequence: string;
  /** Lists and tables that prove it; pad with `verdict-body`. */
  readonly children?: ReactNode;
  /** What can be done now. */
  readonly foot?: ReactNode;
}

export const Verdict = ({ good, outcome, consequence, children, foot }: VerdictProps) => (
  <section className={`verdict ${good ? 'verdict-yes' : 'verdict-no'}`}>
    <header role="status">
      <span className="verdict-icon">
        {good ? <IconCheck size={26} stroke={2.4} aria-hidden /> : <IconStop size={26} stroke={2} aria-hidden />}
      </span>
      <div>
        <h2>{outcome}</h2>
        <p>{consequence}</p>
      </div>
    </header>
    {children}
    {foot && <footer>{foot}</footer>}
  </section>
);
