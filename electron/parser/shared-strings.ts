// The table of texts that cells refer to by number. Rich text is joined; phonetic guides above the text are left out.
import { damaged, limits, tooBig } from './limits.ts';
import { XmlReader } from './xml.ts';
import { type Part, unpack, type UnpackBudget, XmlDecoder } from './zip-parts.ts';

/** Joins the runs of one text: `<t>` outside `<rPh>`. Used for shared and inline strings alike. */
export class TextRuns {
  #text = '';
  #inText = false;
  #inPhonetic = false;

  open(name: string): void {
    if (this.#inText) throw damaged('sheet-text'); // text has no elements in it
    if (name === 't') this.#inText = !this.#inPhonetic;
    else if (name === 'rPh') this.#inPhonetic = true;
  }

  close(name: string): void {
    if (name === 't') this.#inText = false;
    else if (name === 'rPh') this.#inPhonetic = false;
  }

  add(text: string): void {
    if (!this.#inText) return;
    this.#text += text;
    if (this.#text.length > limits.cellCharacters) tooBig('cell', limits.cellCharacters);
  }

  take(): string {
    const text = this.#text;
    this.#text = '';
    return plainText(text);
  }
}

/** Excel writes characters that XML cannot hold as _x000D_ (ECMA-376 part 1, 22.9.2.19); line ends become "\n". */
export function plainText(text: string): string {
  const unescaped = text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/gu, (_whole, hex: string) => {
        const code = Number.parseInt(hex, 16);
        return code === 0 || (code >= 0xd800 && code <= 0xdfff) ? '\ufffd' : String.fromCharCode(code);
      })
    : text;
  return unescaped.includes('\r') ? unescaped.replace(/\r\n?/gu, '\n') : unescaped;
}

/** All texts in their order; none when the workbook has no such part. Errors: file-damaged, file-too-big. */
export async function readSharedStrings(part: Part | undefined, budget: UnpackBudget): Promise<readonly string[]> {
  const strings: string[] = [];
  if (part === undefined) return strings;
  const runs = new TextRuns();
  let characters = 0;
  let isInside = false;
  const reader = new XmlReader({
    open(name) {
      if (name === 'si' && isInside) throw damaged('sheet-text');
      isInside ||= name === 'si';
      if (isInside) runs.open(name);
    },
    text: (text) => runs.add(text),
    close(name) {
      if (isInside) runs.close(name);
      if (name !== 'si') return;
      isInside = false;
      const text = runs.take();
      characters += text.length;
      if (characters > limits.sharedStringCharacters || strings.length >= limits.sharedStrings)
        tooBig('unpacked', limits.inflatedBytes);
      strings.push(text);
    },
  });
  const decoder = new XmlDecoder();
  for await (const bytes of unpack(part, budget)) reader.write(decoder.write(bytes));
  reader.write(decoder.end());
  reader.end();
  return strings;
}
