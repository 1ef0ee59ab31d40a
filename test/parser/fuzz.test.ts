// G31, workbooks and CSV: bent by the thousand, and read by the parser as it ships. It refuses, or it reads what a strict reader of the
// format reads from the same bytes: the same rows, in each the same words. It never ends and never thinks for long.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { VaultError } from '#shared/contract/errors';
import { matchKey } from '#shared/htcds/cell';
import type { ParsedRow } from '#shared/htcds/parser-protocol';
import {
  bentContainer,
  bentCsv,
  bentSheet,
  bentSheetBytes,
  bookOf,
  plainCsv,
  plainSheet,
  TABLE,
} from '../helpers/bent-workbooks.ts';
import { fuzz, NOTHING_WRONG, type Verdict } from '../helpers/fuzz.ts';
import { ParserLine } from '../helpers/parser-line.ts';
import { buildParser, type BuiltParser } from '../helpers/parser-process.ts';
import { proofSize, tellControl } from '../helpers/proof.ts';
import { comparable, type Grid, strictCsv, strictSheet } from '../helpers/strict-readers.ts';

const COUNTED = 'workbooks and CSVs';
const MINUTES = 8 * 60_000;
let built: BuiltParser;
let line: ParserLine;
let folder: string;
beforeAll(async () => {
  built = await buildParser();
  line = new ParserLine(built);
  folder = mkdtempSync(join(tmpdir(), 'fuzz-'));
}, 120_000);
afterAll(() => {
  line.close();
  built.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** What is compared: of each person the number of the row, and the words of the two names. */
type Names = readonly (readonly [number, string, string])[];

async function read(bytes: Uint8Array): Promise<Names | 'refused'> {
  const path = join(folder, 'bent');
  writeFileSync(path, bytes);
  try {
    return (await line.read(path)).map(namesOf);
  } catch (error) {
    if (error instanceof VaultError) return 'refused';
    throw error;
  }
}

const namesOf = ({ number, answers }: ParsedRow): Names[number] => [
  number,
  wordsOf(answers.prs_FirstName),
  wordsOf(answers.prs_SecondName),
];
function wordsOf(answer: ParsedRow['answers']['prs_FirstName']): string {
  const value = answer?.value;
  if (value === undefined) return comparable(answer?.asWritten ?? '');
  return comparable(value.kind === 'text' || value.kind === 'written' ? value.text : JSON.stringify(value));
}

/** The same from a grid; null when it has no header. Of two columns with one name the first counts. */
function namesIn(grid: NonNullable<Grid>): Names | null {
  const rows = [...grid];
  const column = (cells: ReadonlyMap<number, string>, label: string): number[] =>
    [...cells].filter(([, text]) => matchKey(text) === label).map(([at]) => at);
  const at = rows.findIndex(([, cells]) =>
    ['firstname', 'secondname'].some((label) => column(cells, label).length > 0),
  );
  const header = rows[at]?.[1];
  if (header === undefined) return null;
  const [first, second] = [column(header, 'firstname'), column(header, 'secondname')];
  const text = (cells: ReadonlyMap<number, string>, [place]: readonly number[]): string =>
    place === undefined ? '' : comparable((cells.get(place) ?? '').trim());
  return rows.slice(at + 1).map(([number, cells]) => [number, text(cells, first), text(cells, second)] as const);
}

/** Whoever has a name is there, in that row, with those words; rows with a remark alone may be there without. */
function sameNames(found: Names, strict: Names): boolean {
  const named = (names: Names): string => JSON.stringify(names.filter(([, first, second]) => first + second !== ''));
  const numbers = new Set(strict.map(([number]) => number));
  return named(found) === named(strict) && found.every(([number]) => numbers.has(number));
}

const judged = (found: Names | 'refused', strict: Names | null): Verdict => {
  if (found === 'refused') return 'refused';
  if (strict === null) return { wrong: `read although it contradicts itself: ${JSON.stringify(found)}` };
  return sameNames(found, strict)
    ? 'as it was'
    : { wrong: `${JSON.stringify(found)} instead of ${JSON.stringify(strict)}` };
};
const gridOf = (rows: readonly (readonly string[])[]): NonNullable<Grid> =>
  new Map(rows.map((cells, row) => [row + 1, new Map(cells.map((text, column) => [column, text] as const))]));

const plain = (): Names => namesIn(gridOf(TABLE))!;

describe('workbooks', () => {
  test('the control: unbent, workbook and CSV are read, and the strict readers agree', async () => {
    expect(await read(await bookOf(plainSheet()))).toEqual(plain());
    const { sheet, strings } = plainSheet();
    expect(namesIn(strictSheet(sheet, strings)!)).toEqual(plain());
    expect(await read(Buffer.from(plainCsv()))).toEqual(plain());
    expect(namesIn(gridOf(strictCsv(plainCsv(), ',')!))).toEqual(plain());
    const other = (await read(Buffer.from(plainCsv().replace('Okonjo', 'Okonjp')))) as Names;
    expect(judged(other, plain())).not.toBe('as it was');
    tellControl('G31', { accepted: 2, noticed: 1 });
  });

  test('a bent container is refused, or its people are what they were', { timeout: MINUTES }, async () => {
    const good = await bookOf(plainSheet());
    const count = proofSize({ test: 150, full: 1_500 });
    const one = async (below: (n: number) => number) => judged(await read(bentContainer(good, below)), plain());
    expect(await fuzz(COUNTED, count, one, () => line.seconds())).toMatchObject(NOTHING_WRONG);
  });

  test('XML that says something else is refused, or read as a strict reader reads it', {
    timeout: MINUTES,
  }, async () => {
    const one = async (below: (n: number) => number): Promise<Verdict> => {
      const book = bentSheet(below);
      const grid = strictSheet(book.sheet, book.strings);
      return judged(await read(await bookOf(book)), grid === null ? null : namesIn(grid));
    };
    const count = proofSize({ test: 150, full: 1_500 });
    expect(await fuzz(COUNTED, count, one, () => line.seconds())).toMatchObject(NOTHING_WRONG);
  });

  test('XML whose bytes are bent likewise', { timeout: MINUTES }, async () => {
    const one = async (below: (n: number) => number): Promise<Verdict> => {
      const book = bentSheetBytes(below);
      const grid = strictSheet(book.sheet.toString('utf8'), book.strings.toString('utf8'));
      return judged(await read(await bookOf(book)), grid === null ? null : namesIn(grid));
    };
    const count = proofSize({ test: 100, full: 500 });
    expect(await fuzz(COUNTED, count, one, () => line.seconds())).toMatchObject(NOTHING_WRONG);
  });
});

describe('CSV', () => {
  /** As it is decoded: by its byte-order mark, else as UTF-8, else as the code page of older Windows. */
  function textOf(bytes: Buffer): string {
    if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
    if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      return new TextDecoder('windows-1252').decode(bytes);
    }
  }

  /** What a strict reader reads with one of the separators; none where quotes stand wrong, for which no format says what is meant. */
  const strictReadings = (bytes: Buffer): (Names | null)[] => {
    const text = textOf(bytes).replace(/^sep=[,;\t]\r?\n/u, '');
    return [',', ';', '\t'].map((separator) => {
      const rows = strictCsv(text, separator);
      return rows === null ? null : namesIn(gridOf(rows.map((cells) => cells.map(unguarded))));
    });
  };
  const unguarded = (text: string): string => text.replace(/^'(?='*[=+\-@\t\r＝＋－＠])/u, '').replace(/\r\n?/g, '\n');

  test('bent, it is refused, or read as a strict reader reads it', { timeout: MINUTES }, async () => {
    const one = async (below: (n: number) => number): Promise<Verdict> => {
      const bytes = bentCsv(below);
      const found = await read(bytes);
      if (found === 'refused') return 'refused';
      const strict = strictReadings(bytes);
      if (strict.some((names) => names !== null && sameNames(found, names))) return 'as it was';
      const lines = textOf(bytes).split(/\r\n?|\n/).length;
      const isUnclear = strict.every((names) => names === null) && found.every(([number]) => number <= lines);
      return isUnclear ? 'as it was' : { wrong: JSON.stringify(found) };
    };
    const count = proofSize({ test: 150, full: 1_000 });
    expect(await fuzz(COUNTED, count, one, () => line.seconds())).toMatchObject(NOTHING_WRONG);
  });

  test('whatever words a table holds, they come back', { timeout: MINUTES }, async () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).map((text) => `n${text.trim()}`);
    const table = fc.array(fc.tuple(words, words), { minLength: 1, maxLength: 8 });
    const ways = fc.record({
      separator: fc.constantFrom(',', ';', '\t'),
      lineEnd: fc.constantFrom('\r\n', '\n'),
      bom: fc.boolean(),
    });
    const written = fc.sample(fc.tuple(table, ways), {
      seed: 20_261_128,
      numRuns: proofSize({ test: 100, full: 500 }),
    });
    const left = written.values();
    const one = async (): Promise<Verdict> => {
      const [rows, { separator, lineEnd, bom }] = left.next().value!;
      const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
      const lines = [['First Name', 'Second Name'], ...rows].map((cells) => cells.map(cell).join(separator));
      const found = await read(Buffer.from((bom ? '\ufeff' : '') + lines.join(lineEnd)));
      const expected = rows.map(([first, second], at) => [at + 2, first.trim(), second.trim()] as const);
      return found === 'refused' ? { wrong: `refused: ${JSON.stringify(rows)}` } : judged(found, expected);
    };
    const { wrong, crashed, slow } = await fuzz(COUNTED, written.length, one, () => line.seconds());
    expect({ wrong, crashed, slow }).toEqual(NOTHING_WRONG);
  });
});
