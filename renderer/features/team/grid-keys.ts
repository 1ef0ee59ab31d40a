// A table that is one stop of the Tab key: arrows walk from cell to cell, as the eye sees them in either direction of writing.
import { type KeyboardEvent, useState } from 'react';

interface Size {
  readonly rows: number;
  readonly columns: number;
}
type At = readonly [row: number, column: number];

const within = (at: number, size: number): number => Math.max(0, Math.min(size - 1, at));

/** Where a key leads from a cell; null for a key that leads nowhere. */
export function stepFrom([row, column]: At, key: string, { rows, columns }: Size, isMirrored: boolean): At | null {
  const forward = isMirrored ? -1 : 1;
  const steps: Readonly<Record<string, At>> = {
    ArrowDown: [row + 1, column],
    ArrowUp: [row - 1, column],
    ArrowRight: [row, column + forward],
    ArrowLeft: [row, column - forward],
    Home: [row, 0],
    End: [row, columns - 1],
  };
  const next = steps[key];
  return next === undefined ? null : [within(next[0], rows), within(next[1], columns)];
}

/** `cell(row, column)` are the attributes of what can be entered in a cell; `onKeyDown` belongs on the table. */
export function useGridKeys(size: Size) {
  const [[row, column], setAt] = useState<At>([0, 0]);
  const at: At = [within(row, size.rows), within(column, size.columns)];
  return {
    cell: (ofRow: number, ofColumn: number) => ({
      tabIndex: at[0] === ofRow && at[1] === ofColumn ? 0 : -1,
      'data-cell': `${ofRow} ${ofColumn}`,
      onFocus: () => setAt([ofRow, ofColumn]),
    }),
    onKeyDown: (event: KeyboardEvent<HTMLTableElement>): void => {
      const next = stepFrom(at, event.key, size, getComputedStyle(event.currentTarget).direction === 'rtl');
      if (next === null || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      setAt(next);
      event.currentTarget.querySelector<HTMLElement>(`[data-cell="${next.join(' ')}"]`)?.focus();
    },
  };
}
