// What tests written in TypeScript see of the generator.
export type MadeCell = string | Readonly<Record<string, unknown>> | undefined;
export interface MadePerson {
  readonly meant: Readonly<Record<string, string | boolean | readonly string[]>>;
  readonly cells: Readonly<Record<string, MadeCell>>;
  readonly trap: string | null;
  readonly hidden: boolean;
}
export interface WorkbookOptions {
  readonly seed?: number;
  readonly people?: number;
  readonly shape?: 'single' | 'multi' | 'plain' | 'csv';
  readonly traps?: boolean;
  readonly fields?: 'template' | 'all';
}
export const sameTwice: {
  readonly first: readonly [string, string];
  readonly second: readonly [string, string];
  readonly born: string;
  readonly citizenship: readonly string[];
};
export function castOf(options?: WorkbookOptions): readonly MadePerson[];
export function rowNumbersOf(options?: WorkbookOptions): readonly number[];
export function makeWorkbook(options?: WorkbookOptions): Promise<Buffer>;
