// Periods, categories and cells in words.
import type { ShownTable } from '#shared/statistics/disclose';
import type { TableId } from '#shared/statistics/funder-sets';
import { labelKey } from '#shared/statistics/labels';
import { daysOf, lengthOf, type Period } from '#shared/statistics/periods';
import type { ShownCell } from '#shared/statistics/shown';
import type { TextKey, Translate } from '#shared/text/language';
import { monthWords } from '../dates.ts';

/** "April to June 2026", "May 2026", "2026". */
export function periodWords(t: Translate, period: Period): string {
  const length = lengthOf(period);
  if (length === 'YEAR') return period;
  if (length === 'MONTH') return monthWords(period);
  const { from, to } = daysOf(period);
  const year = period.slice(0, 4);
  const month = (day: string): string => monthWords(day.slice(0, 7)).replace(year, '').trim();
  return t('figures.quarter', { from: month(from), to: month(to), year });
}

/** A row of one category, or of several that were put together. */
export const rowWords = (t: Translate, table: ShownTable, of: readonly string[]): string =>
  of.map((category) => categoryWords(t, table.id as TableId, category)).join(', ');

export function categoryWords(t: Translate, table: TableId, category: string, across = false): string {
  const key = labelKey(table, category, across);
  return key === null ? category : (t as (key: TextKey) => string)(key);
}

export function cellWords(t: Translate, cell: ShownCell, threshold: number): string {
  if (cell === 'FEW') return t('figures.few', { threshold });
  return cell === 'HIDDEN' ? t('figures.hidden') : String(cell);
}

/** Somebody stands in it, as far as it tells. */
export const hasPeople = ({ rows }: ShownTable): boolean => rows.some(({ cells }) => cells.some((cell) => cell !== 0));
