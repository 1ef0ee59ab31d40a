// A PDF as poppler's programs read it: judges from outside of what is on its sheets and what it says of itself.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Sheets {
  /** What stands on each sheet, as a reader would copy it; letters in their plain forms. */
  readonly texts: readonly string[];
  /** What the PDF says of itself, by poppler's names. */
  readonly info: ReadonlyMap<string, string>;
  /** Each font in it, and whether all that is needed of it is in the file. */
  readonly fonts: readonly (readonly [name: string, isEmbedded: boolean])[];
}

const run = (program: string, ...args: readonly string[]): string =>
  execFileSync(program, args, { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8' } });

/** @param folder where the PDF may lie for a moment */
export function readSheets(pdf: Uint8Array, folder: string): Sheets {
  const file = join(folder, 'sheets.pdf');
  writeFileSync(file, pdf);
  const text = run('pdftotext', '-layout', file, '-');
  const info = run('pdfinfo', file)
    .split('\n')
    .flatMap((line) => {
      const [, name, value] = /^([^:]+):\s*(.*)$/.exec(line) ?? [];
      return name === undefined || value === undefined ? [] : [[name, value] as const];
    });
  const [head = '', ...fonts] = run('pdffonts', file).trim().split('\n').toSpliced(1, 1);
  const embedded = head.indexOf('emb');
  return {
    texts: text
      .split('\f')
      .slice(0, -1)
      .map((sheet) => sheet.normalize('NFKC').replace(/\p{Bidi_Control}/gu, '')),
    info: new Map(info),
    fonts: fonts.map((line) => [line.split(' ')[0] ?? '', line.startsWith('yes', embedded)]),
  };
}
