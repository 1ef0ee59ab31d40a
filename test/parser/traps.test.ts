// Every trap that a real case sheet holds, as a real workbook file through the real parser process.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { htcdsField } from '#shared/htcds/fields';
import { codeFor } from '#shared/htcds/choices';
import type { HtcdsFieldName } from '#shared/htcds/fields';
import { type ParsedRow, wholeAnswers } from '#shared/htcds/parser-protocol';
import { castOf, makeWorkbook, rowNumbersOf, type WorkbookOptions } from '../../build/workbooks/generate.mjs';
import { templateColumns } from '../../build/workbooks/headers.mjs';
import { trapNames } from '../../build/workbooks/traps.mjs';
import { serialOf, writeCsv, writeWorkbook } from '../../build/workbooks/write-workbook.mjs';
import { buildParser, type BuiltParser, parseFile, type ParserOutcome } from '../helpers/parser-process.ts';

let parser: BuiltParser;
let folder: string;
beforeAll(async () => {
  parser = await buildParser();
  folder = mkdtempSync(join(tmpdir(), 'traps-'));
}, 60_000);
afterAll(() => {
  parser.remove();
  rmSync(folder, { recursive: true, force: true });
});

type Good = Extract<ParserOutcome, { ok: true }>;
async function parsed(bytes: Buffer): Promise<Good> {
  const path = join(folder, `case sheet ${Math.abs(bytes.length)}.bin`);
  writeFileSync(path, bytes);
  const outcome = await parseFile(parser, path);
  if (!outcome.ok) throw new Error(`${outcome.code} ${JSON.stringify(outcome.facts)}`);
  return outcome;
}
const sheet = (header: string[], ...rows: unknown[][]) =>
  writeWorkbook({
    sheets: [
      { name: 'Cases', rows: [header, ...rows].map((cells, at) => ({ number: at + 1, cells: cells as never })) },
    ],
  });
const answer = (row: ParsedRow | undefined, field: HtcdsFieldName) =>
  row === undefined ? undefined : wholeAnswers(row.answers)[field];
const codes = (row: ParsedRow | undefined, field: HtcdsFieldName) => {
  const value = answer(row, field)?.value;
  return value?.kind === 'choices'
    ? value.choices.map((choice) => ('code' in choice ? choice.code : choice.written))
    : [];
};
const problems = (row: ParsedRow | undefined, field: HtcdsFieldName | null) =>
  (row?.problems ?? []).filter((one) => one.field === field).map(({ code }) => code);

/** What a field says, in the terms in which the generator says what it meant. */
function said(row: ParsedRow, field: HtcdsFieldName): unknown {
  const value = answer(row, field)?.value;
  switch (value?.kind) {
    case 'text':
      return value.text;
    case 'yes-no':
      return value.yes;
    case 'date':
      return value.date.precision === 'exact' ? value.date.date : value.date;
    case 'choices':
      return codes(row, field);
    case 'number':
      return value.number;
    case 'written':
      return value.text;
    case undefined:
      return '';
  }
}
function meantCodes(field: HtcdsFieldName, meant: string | boolean | readonly string[]): unknown {
  const { kind } = htcdsField(field);
  if (meant === '' || typeof meant === 'boolean' || !/picklist|countr|language/.test(kind)) return meant;
  return [meant].flat().map((words) => codeFor(htcdsField(field), words));
}

describe.each<WorkbookOptions>([{ shape: 'single' }, { shape: 'multi' }, { shape: 'plain' }, { shape: 'csv' }])(
  'the $shape shape',
  (options) => {
    test('every person without a trap says exactly what was meant, in the right row, in every field', async () => {
      const { rows, done } = await parsed(await makeWorkbook(options));
      const cast = castOf(options);
      expect(rows.map(({ number }) => number)).toEqual(rowNumbersOf(options));
      expect(rows).toHaveLength(cast.length);
      const [first = 0, last = 0] = [rowNumbersOf(options).at(0), rowNumbersOf(options).at(-1)];
      expect(done.blankRows).toBe(last - first + 1 - cast.length);
      expect(done.blankRows).toBeGreaterThan(10);
      const plain = cast.flatMap(({ meant, trap }, at) => (trap === null ? [{ meant, row: rows[at]! }] : []));
      expect(plain.length).toBeGreaterThan(8);
      for (const { meant, row } of plain) {
        for (const [field, value] of Object.entries(meant) as [HtcdsFieldName, string][]) {
          expect(said(row, field), `row ${row.number} ${field}`).toEqual(meantCodes(field, value));
        }
      }
    });
  },
);

describe('one trap each', () => {
  let rows: ReadonlyMap<string, ParsedRow>;
  let done: Good['done'];
  beforeAll(async () => {
    const outcome = await parsed(await makeWorkbook({ shape: 'multi' }));
    const cast = castOf({ shape: 'multi' });
    rows = new Map(cast.flatMap(({ trap }, at) => (trap === null ? [] : [[trap, outcome.rows[at]!] as const])));
    done = outcome.done;
  }, 60_000);
  const row = (trap: string): ParsedRow => {
    const found = rows.get(trap);
    if (found === undefined) throw new Error(`no person has the trap ${trap}`);
    return found;
  };

  test('every trap is on somebody', () => {
    for (const trap of trapNames) expect(row(trap)).toBeDefined();
  });

  const exact = { kind: 'date', date: { precision: 'exact', date: '1993-08-21' } };
  test.each([
    ['date as a number without a date format', exact, ['date-from-number']],
    ['date with a custom format', exact, []],
    ['date as day/month/year text', exact, []],
    ['date as ISO text', exact, []],
    ['date as ISO text with a time', exact, []],
    ['bare year as a number', { kind: 'date', date: { precision: 'year', year: 1993 } }, []],
    ['bare year in a date cell', { kind: 'date', date: { precision: 'year', year: 1993 } }, ['date-year-in-date-cell']],
    ['bare year as text', { kind: 'date', date: { precision: 'year', year: 1993 } }, []],
    ['month and year', { kind: 'date', date: { precision: 'month', year: 2019, month: 3 } }, []],
    ['month and year in Arabic', { kind: 'date', date: { precision: 'month', year: 1993, month: 3 } }, []],
    ['day with a month name', exact, []],
    [
      'date in words',
      { kind: 'date', date: { precision: 'as-written', text: 'about ten years ago, after the rains' } },
      ['date-in-words'],
    ],
    ['about a year', { kind: 'date', date: { precision: 'about', fromYear: 1993, toYear: 1993 } }, []],
    ['day or month first', { kind: 'date', date: { precision: 'exact', date: '1993-04-03' } }, ['date-day-or-month']],
    [
      'month first only',
      { kind: 'date', date: { precision: 'as-written', text: '08/21/1993' } },
      ['date-day-or-month'],
    ],
    [
      'day that does not exist',
      { kind: 'date', date: { precision: 'as-written', text: '31/02/1993' } },
      ['date-impossible'],
    ],
    ['two-digit year', { kind: 'date', date: { precision: 'as-written', text: '21/08/93' } }, ['date-two-digit-year']],
  ])('%s', (trap, value, codesFound) => {
    expect(answer(row(trap), 'prs_Birthdate')?.value).toEqual(value);
    expect(problems(row(trap), 'prs_Birthdate')).toEqual(codesFound);
  });

  test('list values in any dress', () => {
    const dressed = row('other case and stray spaces');
    expect([
      codes(dressed, 'prs_Gender'),
      codes(dressed, 'vic_TypeOfExploitation'),
      codes(dressed, 'prs_Citizenship'),
    ]).toEqual([['Feminine'], ['ForcedLabour', 'SexualExploitation'], ['NG']]);
    expect(answer(dressed, 'prs_Gender')?.asWritten).toBe('feminine');
    for (const trap of ['trailing and doubled semicolons', 'codes instead of labels', 'commas between entries']) {
      expect(codes(row(trap), 'vic_MethodsOfControl'), trap).toEqual(['DebtBondage', 'TakesEarnings']);
      expect(problems(row(trap), 'vic_MethodsOfControl'), trap).toEqual([]);
    }
    expect(codes(row('codes instead of labels'), 'cas_Status')).toEqual(['ClosedReferred']);
    expect(codes(row('codes instead of labels'), 'prs_Citizenship')).toEqual(['NG']);
    expect(codes(row('label that holds a semicolon'), 'vic_ForcedLabourIndustry')).toEqual([
      'E_WaterSupplySewerageWasteManagement',
    ]);
  });

  test('unknown values are kept as written and asked about', () => {
    expect(codes(row('unknown value'), 'prs_Gender')).toEqual(['Femenine']);
    expect(problems(row('unknown value'), 'prs_Gender')).toEqual(['unknown-value']);
    expect(codes(row('unknown value among known ones'), 'vic_MethodsOfControl')).toEqual([
      'DebtBondage',
      'Took her phone',
    ]);
    expect(problems(row('value with two meanings'), 'prs_Citizenship')).toEqual(['ambiguous-value']);
    expect(answer(row('consent with conditions'), 'con_Consent')?.value).toEqual({
      kind: 'written',
      text: 'yes, but not to the police',
    });
    expect(problems(row('consent with conditions'), 'con_Consent')).toEqual(['unknown-value']);
  });

  test.each([
    ['yes in another language', true],
    ['no in another script', false],
    ['yes as a number', true],
    ['yes as a truth value', true],
  ])('%s', (trap, yes) => {
    expect(answer(row(trap), 'con_Consent')?.value).toEqual({ kind: 'yes-no', yes });
  });

  test('formulas are text and are never evaluated', () => {
    expect(answer(row('formula with a saved value'), 'cas_CaseOwner')).toMatchObject({
      value: { kind: 'text', text: 'B. Marlowe' },
      asWritten: '=HYPERLINK("http://example.invalid","B. Marlowe")',
    });
    expect(answer(row('formula without a saved value'), 'cas_CaseOwner')?.value).toEqual({
      kind: 'written',
      text: '=1+1',
    });
    expect(answer(row('text that looks like a formula'), 'cas_IncomingReferralDetails')?.value).toEqual({
      kind: 'text',
      text: '=cmd|"/c calc"!A1',
    });
    expect(done.notes.find(({ code }) => code === 'formulas')?.count).toBe(2);
  });

  test('32,767 characters arrive whole; line ends become one kind; rich text is joined without its reading guide', () => {
    const long = answer(row('cell of 32,767 characters'), 'cas_IncomingReferralDetails')?.value;
    expect(long?.kind === 'text' && long.text.length).toBeGreaterThan(32_700);
    const written = castOf({ shape: 'multi' }).find(({ trap }) => trap === 'cell of 32,767 characters')?.cells;
    expect(`${String(said(row('cell of 32,767 characters'), 'cas_IncomingReferralDetails'))} `).toContain(
      written?.['cas_IncomingReferralDetails'],
    );
    expect(said(row('line ends of three kinds'), 'cas_IncomingReferralDetails')).toBe('first\nsecond\nthird');
    expect(said(row('rich text with a reading guide'), 'prs_FirstName')).toBe('小丽');
    expect(said(row('text inside the cell'), 'prs_FirstName')).toBe('Amara & <Ọlá>');
  });

  test('numbers that are not numbers keep their face', () => {
    expect(said(row('postcode as a number with zeros'), 'prs_MailingPostalCode')).toBe('01319');
    expect(said(row('phone as a number'), 'prs_MobilePhone')).toBe('447700900171');
    expect(answer(row('error instead of a value'), 'prs_Citizenship')?.value).toEqual({
      kind: 'written',
      text: '#REF!',
    });
    expect(problems(row('error instead of a value'), 'prs_Citizenship')).toEqual(['cell-error']);
  });

  test('why there is no answer is an answer state', () => {
    expect(answer(row('unknown in words'), 'prs_Birthdate')).toMatchObject({
      state: 'UNKNOWN',
      asWritten: 'not known',
    });
    expect(answer(row('declined in words'), 'prs_Citizenship')?.state).toBe('DECLINED');
    expect(answer(row('not applicable in signs'), 'vic_ForcedLabourIndustry')?.state).toBe('NOT_APPLICABLE');
    expect(answer(row('dash for nothing'), 'prs_MobilePhone')?.state).toBe('NOT_ASKED');
    expect(problems(row('nobody named'), null)).toEqual(['no-name']);
    expect(problems(row('one name only'), null)).toEqual([]);
    expect(problems(row('hidden row'), null)).toEqual(['hidden-row']);
  });

  test('the file is described: header rules, lookup sheets, row numbers', () => {
    const notes = Object.fromEntries(done.notes.map(({ code, where }) => [code, where]));
    expect(notes).toMatchObject({
      'labels-over-field-names': ['N', 'O', 'Q', 'R'],
      'column-without-field-name': ['AJ'],
      'misspelt-field-name': ['T'],
      'sheets-left-out': ['about', 'validation'],
    });
    expect(done.columns.find(({ column }) => column === 'A')?.rule).toBe('row-counter');
    expect(done.columns).toHaveLength(templateColumns.length + 1);
  });
});

describe('sheets of other makers', () => {
  test('all 84 fields can be imported', async () => {
    const { rows, done } = await parsed(await makeWorkbook({ people: 3, traps: false, fields: 'all' }));
    expect(done.columns.filter(({ field }) => field !== null)).toHaveLength(84);
    for (const row of rows) {
      expect(Object.keys(row.answers)).toHaveLength(84);
      expect(Object.values(wholeAnswers(row.answers)).every(({ state }) => state === 'ANSWERED')).toBe(true);
      expect(row.problems.map(({ code }) => code).filter((code) => code !== 'repeated-value')).toEqual([]);
    }
  });

  test('no cell references, a header far down, unknown and second columns', async () => {
    const bytes = await writeWorkbook({
      noReferences: true,
      sheets: [
        {
          name: 'Cases',
          rows: [
            { number: 1, cells: ['Residents 2025'] },
            { number: 2, cells: [] },
            { number: 3, cells: ['First Name', 'Second Name', 'Shoe size', 'Second Name'] },
            { number: 4, cells: ['Amara', 'Okonjo', '38', 'Okonjo-Eze'] },
          ],
        },
      ],
    });
    const { rows, done } = await parsed(bytes);
    expect(said(rows[0]!, 'prs_SecondName')).toBe('Okonjo');
    expect(rows[0]?.others).toEqual([
      { header: 'Shoe size', text: '38' },
      { header: 'Second Name', text: 'Okonjo-Eze' },
    ]);
    expect(done.notes.map(({ code }) => code)).toEqual(['duplicate-column', 'unknown-column']);
  });

  test('two sheets with people are both read, and told; a hidden one too', async () => {
    const header = { number: 1, cells: ['First Name', 'Second Name'] };
    const bytes = await writeWorkbook({
      sheets: [
        { name: '2024', rows: [header, { number: 2, cells: ['Amara', 'Okonjo'] }] },
        { name: '2023', hidden: true, rows: [header, { number: 2, cells: ['Liên', 'Trần'] }] },
      ],
    });
    const { rows, done } = await parsed(bytes);
    expect(rows.map(({ sheet: at }) => done.sheets[at]?.name)).toEqual(['2024', '2023']);
    expect(done.notes.map(({ code, where }) => [code, where])).toEqual([
      ['several-sheets', ['2024', '2023']],
      ['hidden-sheet', ['2023']],
    ]);
  });

  test('a value merged over several rows stands in the first; the others are named', async () => {
    const bytes = await writeWorkbook({
      sheets: [
        {
          name: 'Cases',
          merged: ['B2:B3'],
          rows: [
            { number: 1, cells: ['First Name', 'Case Owner'] },
            { number: 2, cells: ['Amara', 'B. Marlowe'] },
            { number: 3, cells: ['Liên'] },
          ],
        },
      ],
    });
    const { rows, done } = await parsed(bytes);
    expect(answer(rows[1], 'cas_CaseOwner')).toBeUndefined();
    expect(done.merged).toEqual([[0, 3, 'cas_CaseOwner']]);
  });

  test('the calendar of old Mac workbooks starts in 1904', async () => {
    const bytes = await writeWorkbook({
      startsIn1904: true,
      sheets: [
        {
          name: 'Cases',
          rows: [
            { number: 1, cells: ['First Name', 'Birthdate'] },
            { number: 2, cells: ['Amara', { number: serialOf('1993-08-21') - 1462, format: 'date' }] },
          ],
        },
      ],
    });
    const { rows, done } = await parsed(bytes);
    expect(said(rows[0]!, 'prs_Birthdate')).toBe('1993-08-21');
    expect(done.notes.map(({ code }) => code)).toContain('dates-count-from-1904');
  });

  test('a remark outside every column is no person, and is counted', async () => {
    const { rows, done } = await parsed(
      await sheet(['First Name', 'Birthdate'], ['Amara', '1993'], [undefined, undefined, undefined, 'checked by B.']),
    );
    expect(rows).toHaveLength(1);
    expect(done.notes).toEqual([{ code: 'text-outside-columns', count: 1, where: [] }]);
  });
});

describe('CSV as offices write it', () => {
  const people = {
    rows: [
      { number: 1, cells: ['First Name', 'Second Name', 'Methods of Control'] },
      { number: 2, cells: ['Précieuse', 'N"Diaye', 'Debt bondage;Takes earnings'] },
    ],
  };

  test.each([
    ['commas and a byte-order mark', {}, 'separator-comma'],
    ['semicolons', { separator: ';', bom: false }, 'separator-semicolon'],
    ['tabs', { separator: '\t', bom: false, lineEnd: '\n' }, 'separator-tab'],
  ])('%s', async (_name, how, note) => {
    const { rows, done } = await parsed(writeCsv({ ...people, ...how }));
    expect([
      said(rows[0]!, 'prs_FirstName'),
      said(rows[0]!, 'prs_SecondName'),
      codes(rows[0], 'vic_MethodsOfControl'),
    ]).toEqual(['Précieuse', 'N"Diaye', ['DebtBondage', 'TakesEarnings']]);
    expect(done.notes.map(({ code }) => code)).toEqual([note]);
  });

  test('the old Windows code page is read, and the note asks to look at the names', async () => {
    const { rows, done } = await parsed(writeCsv({ ...people, bom: false, encoding: 'latin1' }));
    expect(said(rows[0]!, 'prs_FirstName')).toBe('Précieuse');
    expect(done.notes.map(({ code }) => code)).toContain('read-as-windows-1252');
  });

  test('UTF-16, field names as header, line breaks in a cell, "sep=" line', async () => {
    const text =
      'sep=;\r\nprs_FirstName;vic_TraffickinStatusDecisionMakingOrg;cco_CaseComment\r\nLiên;police;"two\r\nlines"\r\n';
    const { rows, done } = await parsed(Buffer.from(`\ufeff${text}`, 'utf16le'));
    expect(said(rows[0]!, 'cco_CaseComment')).toBe('two\nlines');
    expect(codes(rows[0], 'vic_TraffickingStatusDecisionMakingOrg')).toEqual(['Police']);
    expect(done.notes.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['read-as-utf-16', 'misspelt-field-name']),
    );
  });
});
