// Coded fields of the HTCDS for agencies that keep the standard's workbook. Nothing sealed, and nothing whose own category was not released.
import type { HtcdsFieldName } from '#shared/htcds/fields';
import { allAnswers, type HtcdsAnswers, type HtcdsValue } from '#shared/records/htcds-record';
import type { HtcdsValues } from '#shared/records/package';
import type { ReleaseCategory } from '#shared/records/release-categories';
import { categoryOfField } from '#shared/records/release-coverage';
import { releasedText } from '#shared/text/en/released';

function cellOf(value: HtcdsValue): string {
  switch (value.kind) {
    case 'text':
    case 'written':
      return value.text;
    case 'number':
      return String(value.number);
    case 'yes-no':
      return value.yes ? releasedText.yes : releasedText.no;
    case 'date':
      return value.date.precision === 'exact' ? value.date.date : releasedText.dateWords(value.date);
    case 'choices':
      return value.choices.map((choice) => ('code' in choice ? choice.code : choice.written)).join(';');
  }
}

/** The released fields that were answered; undefined when there is none. */
export function codedFields(answers: HtcdsAnswers, categories: readonly ReleaseCategory[]): HtcdsValues | undefined {
  if (!categories.includes('CODED_PROFILE')) return undefined;
  const cells = allAnswers(answers).flatMap(({ field, answer }): [HtcdsFieldName, string][] => {
    const needed = categoryOfField(field);
    const isReleased = needed !== null && categories.includes(needed);
    return isReleased && answer.state === 'ANSWERED' && answer.value !== undefined
      ? [[field.name, cellOf(answer.value)]]
      : [];
  });
  return cells.length === 0 ? undefined : Object.fromEntries(cells);
}
