// A few values over time as one quiet line. It is a picture of the table that stands with it, and never the only place to read
// a value. Days run from left to right in every language, like the figures themselves.
import './css/chart.css';

export interface ChartPoint {
  /** yyyy-mm-dd */
  readonly day: string;
  readonly value: number;
}

interface LineChartProps {
  /** Says what the picture shows, for whoever does not see it. */
  readonly label: string;
  /** Earliest first. */
  readonly points: readonly ChartPoint[];
  readonly max: number;
  /** A line across, with its word. */
  readonly mark?: { readonly value: number; readonly word: string };
  /** How a day is written below the line. */
  readonly dayWords: (day: string) => string;
}

const WIDTH = 360;
const HEIGHT = 168;
const LEFT = 30;
const RIGHT = 16;
const TOP = 14;
const BOTTOM = 26;
/** px between two words below the line. */
const WORD_APART = 76;

const dayNumber = (day: string): number => Date.parse(`${day}T12:00:00Z`) / 86_400_000;

export function LineChart({ label, points, max, mark, dayWords }: LineChartProps) {
  const days = points.map(({ day }) => dayNumber(day));
  const first = Math.min(...days);
  const span = Math.max(...days) - first;
  const xOf = (day: string): number =>
    span === 0 ? (LEFT + WIDTH - RIGHT) / 2 : LEFT + ((dayNumber(day) - first) / span) * (WIDTH - LEFT - RIGHT);
  const yOf = (value: number): number => TOP + (1 - value / max) * (HEIGHT - TOP - BOTTOM);
  const line = points.map(({ day, value }) => `${xOf(day)},${yOf(value)}`).join(' ');
  return (
    <svg className="line-chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label} direction="ltr">
      {[0, max].map((value) => (
        <g key={value}>
          <line className="chart-grid" x1={LEFT} x2={WIDTH - RIGHT} y1={yOf(value)} y2={yOf(value)} />
          <text x={LEFT - 8} y={yOf(value) + 4} textAnchor="end">
            {value}
          </text>
        </g>
      ))}
      {mark && (
        <g>
          <line className="chart-mark" x1={LEFT} x2={WIDTH - RIGHT} y1={yOf(mark.value)} y2={yOf(mark.value)} />
          <text x={WIDTH - RIGHT} y={yOf(mark.value) - 5} textAnchor="end">
            {mark.word}
          </text>
        </g>
      )}
      <polyline className="chart-line" points={line} />
      {points.map(({ day, value }, index) => (
        <circle key={`${day}${index}`} className="chart-point" cx={xOf(day)} cy={yOf(value)} r={4} />
      ))}
      {namedDays(points, xOf).map(({ day, x }, index, all) => (
        <text key={day} x={x} y={HEIGHT - 7} textAnchor={anchorOf(index, all.length)}>
          {dayWords(day)}
        </text>
      ))}
    </svg>
  );
}

/** The first and the last day, and between them as many as have room. */
function namedDays(points: readonly ChartPoint[], xOf: (day: string) => number): { day: string; x: number }[] {
  const last = points.at(-1);
  if (last === undefined) return [];
  const end = xOf(last.day);
  const named: { day: string; x: number }[] = [];
  for (const { day } of points) {
    const x = xOf(day);
    const before = named.at(-1);
    const hasRoom = before === undefined || x - before.x >= WORD_APART;
    if (hasRoom && (day === last.day || before === undefined || end - x >= WORD_APART)) named.push({ day, x });
  }
  if (named.at(-1)?.day !== last.day && end - (named.at(-1)?.x ?? 0) >= WORD_APART)
    named.push({ day: last.day, x: end });
  return named;
}

const anchorOf = (index: number, count: number): 'start' | 'middle' | 'end' =>
  count === 1 ? 'middle' : index === 0 ? 'start' : index === count - 1 ? 'end' : 'middle';
