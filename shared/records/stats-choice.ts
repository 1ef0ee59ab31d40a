// Whether somebody wants to be counted in figures at all (domain §13, STATS_OPT_OUT). Nothing depends on it; who says no stands in no
// table, only in the one number of people that a funder must be told.
import { z } from 'zod';
import { caseWorkers, read, write } from '../contract/operation.ts';
import { CaseFileId } from '../ids.ts';
import { BasedOn, OfCase, RevisionMark } from './revision-mark.ts';

/** Until she was asked she is counted: counts name nobody, and small ones are not shown. */
export const StatsChoice = z.strictObject({ caseFileId: CaseFileId, isRefused: z.boolean() });
export type StatsChoice = z.output<typeof StatsChoice>;

export const StoredStatsChoice = z.strictObject({ ...StatsChoice.shape, ...RevisionMark.shape });
export type StoredStatsChoice = z.output<typeof StoredStatsChoice>;

export const statsChoiceOperations = {
  /** Null when she was not asked. */
  get: read(caseWorkers, OfCase, StoredStatsChoice.nullable()),
  save: write(
    caseWorkers,
    ['statsChoice', 'statistics'],
    z.strictObject({ ...StatsChoice.shape, basedOn: BasedOn }),
    StoredStatsChoice,
  ),
};
