// Identification indicators: what was marked for one survivor on one profile, and what it added up to on that day.
// Never printed in her plans, and never sent without a release that names them.
import { z } from 'zod';
import { caseWorkers, noteWriters, read, write } from '../contract/operation.ts';
import { CaseFileId, RecordId } from '../ids.ts';
import { CalendarDate } from '../time.ts';
import { Assessment, IndicatorMarks, IndicatorProfile } from './identification-rules.ts';
import { BasedOn, OfCase, RevisionMark } from './revision-mark.ts';

export const IdentificationIndicators = z.strictObject({
  caseFileId: CaseFileId,
  profile: IndicatorProfile,
  /** Of the list it was marked on: a later list never changes what was worked out on this one. */
  weightsVersion: z.string().max(20),
  marks: IndicatorMarks,
  /** The day it was worked out; by whom stands with the saved state. */
  assessedOn: CalendarDate,
  /** Null where the weights of the profile are not verified. */
  result: Assessment.nullable(),
});
export type IdentificationIndicators = z.output<typeof IdentificationIndicators>;

export const StoredIndicators = z.strictObject({
  ...IdentificationIndicators.shape,
  ...RevisionMark.shape,
  id: RecordId,
});
export type StoredIndicators = z.output<typeof StoredIndicators>;

export const identificationIndicatorsOperations = {
  /** At most one per profile. */
  list: read(noteWriters, OfCase, z.array(StoredIndicators)),
  /** Errors: rule-broken {rule: 'answers'}, conflict. */
  save: write(
    caseWorkers,
    ['identificationIndicators', 'caseFile'],
    z.strictObject({ ...OfCase.shape, profile: IndicatorProfile, basedOn: BasedOn, marks: IndicatorMarks }),
    StoredIndicators,
  ),
  /** Earlier states with what they added up to, newest first. */
  history: read(noteWriters, z.strictObject({ ...OfCase.shape, profile: IndicatorProfile }), z.array(StoredIndicators)),
};
