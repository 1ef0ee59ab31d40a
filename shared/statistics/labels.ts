// The words for a category of a table, by the key of the text; a funder's own group has no key, and is said as the funder says it.
import { ServiceCode } from '../records/service-codes.ts';
import type { TextKey } from '../text/language.ts';
import { ClosingReason } from '../records/case-status.ts';
import { breakdowns, GIVEN_BUT_ERASED } from './breakdowns.ts';
import { dimensionsOf, type TableId } from './funder-sets.ts';

const own = ['TURN', 'AGE', 'TYPE', 'GENDER', 'ASKED', 'UNMET', 'NO_BED', 'WAIT'] as const;

/** Null for words that are the funder's. `across`: the category heads a column. */
export function labelKey(table: TableId, category: string, across = false): TextKey | null {
  const by = dimensionsOf(table)[across ? 1 : 0];
  if (by === 'HEADCOUNT') return 'figures.category.HEADCOUNT.HEADCOUNT';
  if (category === GIVEN_BUT_ERASED) return 'figures.givenButErased';
  if (by === 'SERVICES')
    return ServiceCode.safeParse(category).success ? (`services.code.${category}` as TextKey) : null;
  if (by === 'LEFT') return `cases.reason.${ClosingReason.parse(category)}`;
  const known = own.find((one) => one === by);
  const isKnown = known !== undefined && (breakdowns[known].categories as readonly string[]).includes(category);
  return isKnown ? (`figures.category.${known}.${category}` as TextKey) : null;
}
