// Which cell styles show a number as a date, and which pad it with zeros. Nothing else of a style matters to us.
import { attribute, XmlReader } from './xml.ts';

export interface CellStyle {
  readonly isDate: boolean;
  /** 5 for the format "00000": a postcode 1319 that was shown as 01319. */
  readonly zeros: number;
}

// Numbers of the formats that every spreadsheet knows without a definition and that show a day (ECMA-376 part 1, 18.8.30);
// 27–36 and 50–58 are the East Asian ones. 18–21 and 45–47 are times of day and durations.
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 17) ||
  id === 22 ||
  (id >= 27 && id <= 31) ||
  id === 36 ||
  (id >= 50 && id <= 54) ||
  id === 57 ||
  id === 58;

/** A custom format shows a date when a day or a year is left once quoted text, colours, conditions and escapes are gone. */
export function isDateFormat(code: string): boolean {
  const [positive = ''] = code.split(';');
  const symbols = positive
    .replace(/"[^"]*"/gu, '')
    .replace(/\[[^\]]*\]/gu, '')
    .replace(/[\\_*]./gu, '')
    .toLowerCase();
  return !symbols.includes('general') && /[dy]|mmm/u.test(symbols);
}

const zerosOf = (code: string): number => (/^0+$/u.test(code) ? code.length : 0);

/** Styles in the order that cells refer to them. */
export function dateStyles(xml: string): readonly CellStyle[] {
  const custom = new Map<number, string>();
  const styles: CellStyle[] = [];
  let inCellFormats = false;
  const reader = new XmlReader({
    open(name, attributes) {
      if (name === 'numFmt')
        custom.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode') ?? '');
      if (name === 'cellXfs') inCellFormats = true;
      if (name !== 'xf' || !inCellFormats) return;
      const id = Number(attribute(attributes, 'numFmtId') ?? 0);
      const code = custom.get(id);
      styles.push({ isDate: code === undefined ? isBuiltInDate(id) : isDateFormat(code), zeros: zerosOf(code ?? '') });
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false;
    },
    text: () => undefined,
  });
  reader.write(xml);
  reader.end();
  return styles;
}
