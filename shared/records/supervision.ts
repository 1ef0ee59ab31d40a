// Supervision (domain §11): that somebody had time for a colleague, when and how long. What was said has no place here: no words of a
// case, and none of hers.
import { z } from 'zod';
import { directorOnly, everyRole, read, write } from '../contract/operation.ts';
import { RecordId, StaffMemberId } from '../ids.ts';
import { CalendarDate } from '../time.ts';
import { BasedOn, Revision } from './revision-mark.ts';

export const SupervisionKind = z.enum(['CASE', 'CLINICAL', 'WELLBEING']);
export type SupervisionKind = z.output<typeof SupervisionKind>;

const written = {
  staffMemberId: StaffMemberId,
  on: CalendarDate,
  kind: SupervisionKind,
  minutes: z.int().min(5).max(600),
};
export const Supervision = z.strictObject({ ...written, isStruck: z.boolean() });
export type Supervision = z.output<typeof Supervision>;

export const StoredSupervision = z.strictObject({
  ...Supervision.omit({ isStruck: true }).shape,
  id: RecordId,
  revision: Revision,
});
export type StoredSupervision = z.output<typeof StoredSupervision>;

export type SupervisionRefusal = 'supervision-later';

const list = z.array(StoredSupervision);

export const supervisionOperations = {
  /** Newest first. */
  ofColleague: read(directorOnly, z.strictObject({ staffMemberId: StaffMemberId }), list),
  own: read(everyRole, z.strictObject({}), list),
  /** Error: rule-broken {rule: 'supervision-later'}. */
  add: write(directorOnly, ['supervision'], z.strictObject(written), StoredSupervision),
  /** Written down by mistake. */
  strike: write(
    directorOnly,
    ['supervision'],
    z.strictObject({ supervisionId: RecordId, basedOn: BasedOn }),
    z.strictObject({}),
  ),
};
