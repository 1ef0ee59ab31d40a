// Counts as a picture; a table beside it says the same, so the picture is for the eyes alone.
export interface Bar {
  readonly key: string;
  readonly label: string;
  readonly length: number;
  /** Written at its end. */
  readonly words: string;
  /** What may not be told exactly: hatched, and as long as it could be. */
  readonly isFew?: boolean;
}

/** `longest` is what fills the width; without it the longest of the bars does. */
export function Bars({ bars, longest }: { bars: readonly Bar[]; longest?: number }) {
  const whole = longest ?? Math.max(1, ...bars.map(({ length }) => length));
  return (
    <div className="bars" aria-hidden>
      {bars.map(({ key, label, length, words, isFew = false }) => (
        <div key={key}>
          <span>{label}</span>
          <span className="bar-track">
            <span className={isFew ? 'bar bar-few' : 'bar'} style={{ inlineSize: `${(length / whole) * 100}%` }} />
            <b className="num">{words}</b>
          </span>
        </div>
      ))}
    </div>
  );
}
