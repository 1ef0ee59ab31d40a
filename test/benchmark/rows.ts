// What a row of the benchmark is given, and what it gives back.
import type { Figure } from './figures.ts';
import type { MeasuredOffice } from './office.ts';

export interface Bench {
  /** A folder on the disk that is measured, removed at the end. */
  readonly folder: string;
  readonly cases: number;
  /** The filled office; made when the first row asks for it. */
  office(): Promise<MeasuredOffice>;
}

export type MeasureRow = (bench: Bench) => Promise<readonly Figure[]>;
