// Her permission as a slip torn from a pad: her sentence first, then the terms, the span of time, and the way to take it back.
import type { ReactNode } from 'react';
import { daysBetween, fullDate } from '../dates.ts';
import { Hers } from './hers.tsx';

interface SlipProps {
  /** "She said" in the record's pronoun. */
  readonly lead: string;
  /** Empty when nobody wrote down what was said: nothing is put into a person's mouth. */
  readonly sentence: string;
  readonly terms: readonly { readonly name: string; readonly value: string }[];
  readonly span?: ReactNode;
  readonly signed?: ReactNode;
  /** "She takes it back": always visible while it stands. */
  readonly children?: ReactNode;
}

export const Slip = ({ lead, sentence, terms, span, signed, children }: SlipProps) => (
  <section className="slip" aria-label={lead}>
    <p className="label-line dim">{lead}</p>
    {sentence !== '' && (
      <p>
        <Hers quote size="lg">
          {sentence}
        </Hers>
      </p>
    )}
    <dl>
      {terms.map(({ name, value }) => (
        <div key={name} className="slip-term">
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
    {span}
    {signed && <p className="signed">{signed}</p>}
    {children}
  </section>
);

interface SpanProps {
  /** yyyy-mm-dd */
  readonly from: string;
  readonly until: string;
  readonly today: string;
  /** Ended or taken back: the bar turns to stone. */
  readonly over?: boolean;
  readonly untilWords: string;
}
/** From when until when, with today's mark. The words say the same. */
export function Span({ from, until, today, over = false, untilWords }: SpanProps) {
  const whole = Math.max(1, daysBetween(from, until));
  const share = Math.min(1, Math.max(0, daysBetween(from, today) / whole));
  const percent = `${Math.round(share * 1000) / 10}%`;
  return (
    <div className="span">
      <svg className={over ? 'span-bar over' : 'span-bar'} aria-hidden="true">
        <rect className="bed" y="5" width="100%" height="8" rx="4" />
        <rect className="gone" y="5" width={percent} height="8" rx="4" />
        <rect className="mark-today" x={percent} width="3" height="18" rx="1.5" />
      </svg>
      <p className="span-ends num">
        <span>{fullDate(from)}</span>
        <span>{untilWords}</span>
      </p>
    </div>
  );
}
