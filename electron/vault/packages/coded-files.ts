// Coded fields as the files of the standard: all 84 columns, so that they can be brought in anywhere. A cell that the permission does
// not cover is empty, and the second sheet of the workbook says of each column whether it was allowed, not whether it is known here.
import { type HtcdsField, htcdsFields } from '#shared/htcds/fields';
import type { HtcdsValues } from '#shared/records/package';
import type { ReleaseCategory } from '#shared/records/release-categories';
import { categoryOfField } from '#shared/records/release-coverage';
import { packageText } from '#shared/text/en/package';
import { htcdsCsv, htcdsWorkbook } from '../interchange/htcds-files.ts';
import { coversField } from './released-coded.ts';

export interface CodedFile {
  readonly name: 'htcds.csv' | 'htcds.xlsx';
  readonly type: string;
  readonly bytes: Uint8Array;
}

export function codedFiles(values: HtcdsValues, categories: readonly ReleaseCategory[]): readonly CodedFile[] {
  const row = htcdsFields.map(({ name }) => values[name] ?? '');
  const about = { name: packageText.coded.sheet, rows: aboutRows(row, categories) };
  return [
    { name: 'htcds.csv', type: 'text/csv; charset=utf-8', bytes: htcdsCsv([row]) },
    {
      name: 'htcds.xlsx',
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      bytes: htcdsWorkbook([row], about),
    },
  ];
}

/** The standard leaves one field without a label. */
const labelOf = ({ label, name }: HtcdsField): string => (label === '' ? name : label);

/** One line for each column. */
const aboutRows = (row: readonly string[], categories: readonly ReleaseCategory[]): string[][] => [
  [packageText.coded.lead],
  ...htcdsFields.map((field, at) => {
    if (categoryOfField(field) === null) return [labelOf(field), packageText.coded.never];
    if (!coversField(field, categories)) return [labelOf(field), packageText.coded.notCovered];
    return [labelOf(field), row[at] === '' ? packageText.coded.notAnswered : packageText.coded.filled];
  }),
];
