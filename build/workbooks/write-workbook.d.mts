// What tests written in TypeScript see of the writer.
import type { MadeCell } from './generate.d.mts';
export interface MadeRow {
  readonly number: number;
  readonly cells: readonly MadeCell[];
  readonly hidden?: boolean;
}
export interface MadeSheet {
  readonly name: string;
  readonly rows: readonly MadeRow[];
  readonly merged?: readonly string[];
  readonly hidden?: boolean;
}
export function serialOf(date: string): number;
export function columnName(column: number): string;
export function zip(
  parts: readonly (readonly [string, string | Uint8Array])[],
  options?: { readonly compress?: boolean },
): Promise<Buffer>;
export function writeWorkbook(book: {
  readonly sheets: readonly MadeSheet[];
  readonly macroEnabled?: boolean;
  readonly startsIn1904?: boolean;
  readonly noReferences?: boolean;
}): Promise<Buffer>;
export function writeCsv(file: {
  readonly rows: readonly MadeRow[];
  readonly separator?: string;
  readonly bom?: boolean;
  readonly lineEnd?: string;
  readonly encoding?: BufferEncoding;
}): Buffer;
