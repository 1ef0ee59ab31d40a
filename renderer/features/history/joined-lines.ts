// Lines by day, and what one act wrote at one moment in one row: bringing in six hundred cases was one act.
import type { HistoryLine } from '#shared/records/audit-entry';
import { dateOf } from '../../dates.ts';

export interface Act {
  readonly line: HistoryLine;
  readonly count: number;
  /** Kinds of the records that it wrote. */
  readonly kinds: readonly string[];
}

export interface Day {
  /** yyyy-mm-dd */
  readonly date: string;
  readonly acts: readonly Act[];
}

const keyOf = ({ at, who, action, outcome, times, of, isSigned }: HistoryLine): string =>
  JSON.stringify([at, who?.id, action, outcome, times, of, isSigned]);

export function joined(lines: readonly HistoryLine[]): Act[] {
  const acts: Act[] = [];
  for (const line of lines) {
    const last = acts.at(-1);
    const kinds = line.recordKind === null ? [] : [line.recordKind];
    if (last === undefined || keyOf(last.line) !== keyOf(line)) acts.push({ line, count: 1, kinds });
    else acts[acts.length - 1] = { ...last, count: last.count + 1, kinds: [...new Set([...last.kinds, ...kinds])] };
  }
  return acts;
}

export function byDay(lines: readonly HistoryLine[]): Day[] {
  const days: { date: string; acts: Act[] }[] = [];
  for (const act of joined(lines)) {
    const date = dateOf(act.line.at);
    const last = days.at(-1);
    if (last?.date === date) last.acts.push(act);
    else days.push({ date, acts: [act] });
  }
  return days;
}
