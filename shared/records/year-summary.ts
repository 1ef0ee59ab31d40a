// The year in awareness work (domain §19), on paper: what was done, what was asked for, and of people who were helped only tables
// that were given out for everybody. Stories are not on it: how many there are would tell of few people. Its papers are in the log of papers of the house.
import { z } from 'zod';
import { outreachWorkers, read, reportMakers } from '../contract/operation.ts';
import { ActivityCounts, Year } from './activity.ts';
import { PolicyItem } from './policy-item.ts';
import { StoredIssuedTable } from './statistics.ts';

export const YearSummary = z.strictObject({
  counts: ActivityCounts,
  policy: z.array(PolicyItem.pick({ title: true, level: true, stage: true, position: true })),
  /** That went out in this year. */
  campaigns: z.array(z.string().max(160)),
  /** Materials that count today. */
  materials: z.int().min(0),
  tables: z.array(StoredIssuedTable),
});
export type YearSummary = z.output<typeof YearSummary>;

/** Whoever does this work, and whoever makes the reports. */
const makers = [...new Set([...outreachWorkers, ...reportMakers])];

export const yearSummaryOperations = {
  get: read(makers, z.strictObject({ year: Year }), YearSummary),
};
