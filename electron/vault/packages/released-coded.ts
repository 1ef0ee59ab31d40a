// Coded fields of the HTCDS for agencies that keep the standard's workbook. Nothing sealed, and nothing whose own category was not released.
import type { HtcdsField, HtcdsFieldName } from '#shared/htcds/fields';
import { plainCell } from '#shared/htcds/write-cell';
import { allAnswers, type HtcdsAnswers } from '#shared/records/htcds-record';
import type { HtcdsValues } from '#shared/records/package';
import type { ReleaseCategory } from '#shared/records/release-categories';
import { categoryOfField } from '#shared/records/release-coverage';

/** Whether these categories let the field leave: its own, and CODED_PROFILE besides. */
export function coversField(field: HtcdsField, categories: readonly ReleaseCategory[]): boolean {
  const needed = categoryOfField(field);
  return needed !== null && categories.includes(needed) && categories.includes('CODED_PROFILE');
}

/** The released fields that were answered, spelled as a workbook reads them; undefined when there is none. */
export function codedFields(answers: HtcdsAnswers, categories: readonly ReleaseCategory[]): HtcdsValues | undefined {
  const cells = allAnswers(answers).flatMap(({ field, answer }): [HtcdsFieldName, string][] =>
    coversField(field, categories) && answer.state === 'ANSWERED' && answer.value !== undefined
      ? [[field.name, plainCell(answer.value)]]
      : [],
  );
  return cells.length === 0 ? undefined : Object.fromEntries(cells);
}
