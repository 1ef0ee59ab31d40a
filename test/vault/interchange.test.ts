// Interchange out: 60 people brought in with a workbook, each written as workbook and CSV of all 84 fields, brought in again by
// another house, and compared cell by cell. What is sealed (T4) is in no export.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { htcdsField, type HtcdsFieldName, htcdsFieldNames, htcdsFields } from '#shared/htcds/fields';
import { readCell } from '#shared/htcds/read-value';
import { htcdsRow, writeCell } from '#shared/htcds/write-cell';
import { ChoiceHandle } from '#shared/ids';
import type { HtcdsAnswer, HtcdsAnswers } from '#shared/records/htcds-record';
import { makeWorkbook } from '../../build/workbooks/generate.mjs';
import { htcdsCsv, htcdsWorkbook } from '../../electron/vault/interchange/htcds-files.ts';
import { buildParser, type BuiltParser, forkedParsers } from '../helpers/parser-process.ts';
import { newVault, type TestVault } from '../helpers/vault.ts';

const TODAY = '2026-11-23';
let parser: BuiltParser;
let folder: string;
let files = 0;
beforeAll(async () => {
  parser = await buildParser();
  folder = mkdtempSync(join(tmpdir(), 'interchange-'));
}, 60_000);
afterAll(() => {
  parser.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** The records of a house that brings this file in, each by its cells' owner: in the order of the file. */
async function broughtIn(bytes: Uint8Array): Promise<HtcdsAnswers[]> {
  const vault: TestVault = await newVault('2026-11-23T10:00', { startParser: forkedParsers(parser) });
  try {
    const path = join(folder, `file-${(files += 1)}`);
    writeFileSync(path, bytes);
    const { importId } = await vault.ask('htcdsImport.open', { file: ChoiceHandle.parse(vault.grant(path)) });
    await vault.ask('htcdsImport.commit', { importId });
    const { rows } = await vault.ask('caseFile.list', { show: 'all', limit: 200 });
    const records = await Promise.all(rows.map(({ id }) => vault.ask('htcdsRecord.list', { caseFileId: id })));
    return records
      .flat()
      .sort((one, other) => one.origin.row - other.origin.row)
      .map(({ answers }) => answers);
  } finally {
    await vault.remove();
  }
}

/** What a cell says: its state and its value. A formula and an error of a spreadsheet are never written again; their words are. */
const meaning = ({ state, value }: HtcdsAnswer) => ({ state, value: asWords(value) });
function asWords(value: HtcdsAnswer['value']) {
  if (value?.kind === 'written') return { kind: 'text', text: value.text };
  const [only, ...others] = value?.kind === 'choices' ? value.choices : [];
  return only !== undefined && others.length === 0 && 'written' in only ? { kind: 'text', text: only.written } : value;
}
const meanings = (answers: HtcdsAnswers) =>
  Object.fromEntries(Object.entries(answers).map(([field, answer]) => [field, meaning(answer)]));

describe('HTCDS 2.0 out and in again', () => {
  let first: HtcdsAnswers[];
  beforeAll(async () => {
    first = await broughtIn(await makeWorkbook({ seed: 11, people: 60, shape: 'multi', traps: true }));
  }, 60_000);

  it('begins with 60 people or more and cells of every kind', () => {
    expect(first.length).toBeGreaterThanOrEqual(55);
    const kinds = new Set(first.flatMap((answers) => Object.values(answers).map(({ value }) => value?.kind)));
    expect([...kinds].sort()).toEqual(expect.arrayContaining(['choices', 'date', 'text', 'yes-no']));
  });

  it.each(['workbook', 'csv'] as const)(
    'by %s: the same records, cell by cell',
    async (shape) => {
      const rows = first.map((answers) => htcdsRow(answers, TODAY));
      const again = await broughtIn(shape === 'workbook' ? htcdsWorkbook(rows) : htcdsCsv(rows));
      expect(again).toHaveLength(first.length);
      let cells = 0;
      first.forEach((answers, at) => {
        expect([at, meanings(again[at]!)]).toEqual([at, meanings(answers)]);
        cells += Object.keys(answers).length;
      });
      expect(cells).toBeGreaterThan(500);
    },
    60_000,
  );

  it('a second time gives the same bytes: nothing creeps in', async () => {
    const rows = first.map((answers) => htcdsRow(answers, TODAY));
    const again = await broughtIn(htcdsWorkbook(rows));
    const second = again.map((answers) => htcdsRow(answers, TODAY));
    expect(Buffer.compare(htcdsWorkbook(second), htcdsWorkbook(rows))).toBe(0);
  }, 60_000);

  it('has a column for all 84 fields, and nothing under what is sealed', () => {
    expect(htcdsFieldNames).toHaveLength(84);
    const everything: HtcdsAnswers = Object.fromEntries(
      htcdsFieldNames.map((name) => [
        name,
        { state: 'ANSWERED', source: 'DOCUMENT', value: { kind: 'text', text: 'zebrafinch' } },
      ]),
    );
    const row = htcdsRow(everything, TODAY);
    expect(row).toHaveLength(84);
    for (const [at, { tier }] of htcdsFields.entries()) expect(row[at] === '').toBe(tier === 'T4');
    const [head] = Buffer.from(htcdsCsv([row]))
      .toString('utf8')
      .replace('\uFEFF', '')
      .split('\r\n');
    expect(head?.split(',').map((name) => name.replaceAll('"', ''))).toEqual(htcdsFieldNames);
  });
});

describe('one cell', () => {
  const back = (name: HtcdsFieldName, answer: HtcdsAnswer) => {
    const field = htcdsField(name);
    const text = writeCell(field, answer, TODAY);
    return readCell(field, { column: 0, kind: 'text', text }, { today: TODAY, startsIn1904: false }).answer;
  };
  const answered = (value: HtcdsAnswer['value'], asWritten?: string): HtcdsAnswer => ({
    state: 'ANSWERED',
    source: 'DOCUMENT',
    ...(value === undefined ? {} : { value }),
    ...(asWritten === undefined ? {} : { asWritten }),
  });

  it.each<[string, HtcdsFieldName, HtcdsAnswer]>([
    ['a day', 'prs_Birthdate', answered({ kind: 'date', date: { precision: 'exact', date: '1994-03-04' } })],
    ['a month', 'prs_Birthdate', answered({ kind: 'date', date: { precision: 'month', year: 1994, month: 3 } })],
    ['a year', 'prs_Birthdate', answered({ kind: 'date', date: { precision: 'year', year: 1994 } })],
    ['about', 'prs_Birthdate', answered({ kind: 'date', date: { precision: 'about', fromYear: 1994, toYear: 1994 } })],
    [
      'between',
      'prs_Birthdate',
      answered({ kind: 'date', date: { precision: 'about', fromYear: 1990, toYear: 1994 } }),
    ],
    ['no', 'con_Consent', answered({ kind: 'yes-no', yes: false })],
    ['a number', 'prs_NumberOfChildren', answered({ kind: 'number', number: 3 })],
    ['countries', 'prs_Citizenship', answered({ kind: 'choices', choices: [{ code: 'PE' }, { code: 'ES' }] })],
    ['declined', 'prs_Gender', { state: 'DECLINED', source: 'DOCUMENT' }],
    ['not known', 'prs_Birthdate', { state: 'UNKNOWN', source: 'DOCUMENT' }],
    ['does not apply', 'prs_NumberOfChildren', { state: 'NOT_APPLICABLE', source: 'DOCUMENT' }],
  ])('reads back as it was: %s', (_what, name, answer) => {
    expect(meaning(back(name, answer)!)).toEqual(meaning(answer));
  });

  it('what somebody decided goes before what the cell said when it came', () => {
    const decided = answered({ kind: 'date', date: { precision: 'exact', date: '1994-04-03' } }, '03/04/1994');
    expect(writeCell(htcdsField('prs_Birthdate'), decided, TODAY)).toBe('1994-04-03');
  });

  it('a spreadsheet calculates nothing of it, and the text comes back as it was', async () => {
    const texts = ['+44 155 0100', '=1+1', "'=1+1", '@home', '-5', "O'Neil", 'a_x000D_b <&> "q"'];
    const rows = texts.map((text) => {
      const answers: HtcdsAnswers = {
        prs_FirstName: answered({ kind: 'text', text: 'Maya' }),
        prs_Title: answered({ kind: 'text', text }),
      };
      return htcdsRow(answers, TODAY);
    });
    const csv = Buffer.from(htcdsCsv(rows)).toString('utf8');
    expect(csv).toContain(`"'=1+1"`);
    for (const bytes of [htcdsCsv(rows), htcdsWorkbook(rows)]) {
      const came = (await broughtIn(bytes)).map(({ prs_Title: title }) =>
        title?.value?.kind === 'text' ? title.value.text : null,
      );
      expect(came).toEqual(texts);
    }
  }, 60_000);
});
