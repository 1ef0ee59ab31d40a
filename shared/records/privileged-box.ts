// Privileged box: what a lawyer said or wrote and she wants kept (domain §17). T4, a record of its own: never in a search, a
// package or a print, and in the history only that somebody opened it. Legal advocates open it, and whoever she names.
import { z } from 'zod';
import { careTeam, legalWorkers, ofWeight, read, write } from '../contract/operation.ts';
import { CaseFileId, StaffMemberId } from '../ids.ts';
import { BasedOn, OfCase, Revision, StaffRef } from './revision-mark.ts';

const Named = z.array(StaffMemberId).max(20);

export const PrivilegedBox = z.strictObject({
  caseFileId: CaseFileId,
  words: z.string().max(20_000),
});
export type PrivilegedBox = z.output<typeof PrivilegedBox>;

/** Whom she named, apart from the box: it is asked before the box is opened. */
export const PrivilegedNames = z.strictObject({ caseFileId: CaseFileId, named: Named });
export type PrivilegedNames = z.output<typeof PrivilegedNames>;

export const privilegedBoxOperations = {
  /** Whether there is one, whether this person may open it, and whom she named. Nothing of it. */
  get: read(
    careTeam,
    OfCase,
    z.strictObject({ exists: z.boolean(), mayOpen: z.boolean(), named: z.array(StaffRef), revision: BasedOn }),
  ),
  /** A write, because the reason and the look are kept before anything is shown. not-allowed for whoever was not named. */
  open: ofWeight(
    write(
      careTeam,
      ['caseFile'],
      z.strictObject({ caseFileId: CaseFileId, reason: z.string().trim().min(3).max(200) }),
      z.strictObject({ words: z.string(), revision: BasedOn }),
    ),
  ),
  save: write(
    careTeam,
    ['privilegedBox'],
    z.strictObject({ caseFileId: CaseFileId, basedOn: BasedOn, words: PrivilegedBox.shape.words }),
    z.strictObject({ revision: Revision }),
  ),
  /** She names who else may open it. */
  name: write(
    legalWorkers,
    ['privilegedBox'],
    z.strictObject({ caseFileId: CaseFileId, basedOn: BasedOn, named: Named }),
    z.strictObject({ revision: Revision }),
  ),
};
