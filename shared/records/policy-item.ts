// Policy item (domain §19): a law or a rule that the house would like to see changed, how far it is, and what is asked for. Its
// evidence is tables that passed disclosure control for everybody; a number of another kind has no field here.
import { z } from 'zod';
import { outreachReaders, outreachWorkers, read, write } from '../contract/operation.ts';
import { RecordId } from '../ids.ts';
import { CalendarDate } from '../time.ts';
import { BasedOn, RevisionMark } from './revision-mark.ts';
import { StoredIssuedTable } from './statistics.ts';

export const PolicyLevel = z.enum(['LOCAL', 'REGIONAL', 'NATIONAL', 'INTERNATIONAL']);
export type PolicyLevel = z.output<typeof PolicyLevel>;

export const PolicyIssue = z.enum([
  'SAFE_HOUSING',
  'NON_PUNISHMENT',
  'LABOUR_PROTECTION',
  'IMMIGRATION_RELIEF',
  'FUNDING',
  'CHILD_PROTECTION',
  'DATA_PRIVACY',
]);
export type PolicyIssue = z.output<typeof PolicyIssue>;

export const PolicyStage = z.enum([
  'IDEA',
  'DRAFT',
  'INTRODUCED',
  'COMMITTEE',
  'PASSED',
  'ENACTED',
  'IMPLEMENTATION',
  'DEFEATED',
]);
export type PolicyStage = z.output<typeof PolicyStage>;

export const PolicyPosition = z.enum(['FOR', 'WITH_CHANGES', 'AGAINST', 'WATCHING']);
export type PolicyPosition = z.output<typeof PolicyPosition>;

export const PolicyWritten = z.strictObject({
  title: z.string().trim().min(1).max(160),
  level: PolicyLevel,
  issues: z.array(PolicyIssue).max(PolicyIssue.options.length),
  stage: PolicyStage,
  position: PolicyPosition,
  /** One a line. */
  asks: z.string().trim().max(2_000),
  /** The day on which something is to be done, and what. */
  nextOn: CalendarDate.nullable(),
  nextWhat: z.string().trim().max(160),
  /** Offices and members, never somebody who lives here. */
  contacts: z.string().trim().max(1_000),
});
export type PolicyWritten = z.output<typeof PolicyWritten>;

export const PolicyItem = z.strictObject({
  ...PolicyWritten.shape,
  stageSince: CalendarDate,
  /** Tables that were given out for everybody. */
  evidenceIds: z.array(RecordId).max(20),
});
export type PolicyItem = z.output<typeof PolicyItem>;

export const StoredPolicyItem = z.strictObject({ ...PolicyItem.shape, ...RevisionMark.shape, id: RecordId });
export type StoredPolicyItem = z.output<typeof StoredPolicyItem>;

export type PolicyRefusal = 'policy-evidence' | 'policy-evidence-full';

/** Whether it still goes on: what is past or defeated asks for nothing. */
export const goesOn = ({ stage }: Pick<PolicyItem, 'stage'>): boolean => stage !== 'DEFEATED';

const Named = z.strictObject({ itemId: RecordId, basedOn: BasedOn, tableId: RecordId });
const touched = ['policyItem', 'yearSummary'];

export const policyItemOperations = {
  /** Those with a next day first, the nearest before the others. */
  list: read(outreachReaders, z.strictObject({}), z.array(StoredPolicyItem).max(2_000)),
  /** Errors: rule-broken {rule: 'awareness-case-number'}, conflict. */
  save: write(
    outreachWorkers,
    touched,
    z.strictObject({ itemId: RecordId.nullable(), basedOn: BasedOn, item: PolicyWritten }),
    StoredPolicyItem,
  ),
  /** Tables that were given out for everybody, newest first: whoever reads them here reads no more than everybody may. */
  cleared: read(outreachReaders, z.strictObject({}), z.array(StoredIssuedTable).max(2_000)),
  /** Errors: rule-broken {rule: PolicyRefusal} for a table that is not for everybody, not-found, conflict. */
  attach: write(outreachWorkers, touched, Named, StoredPolicyItem),
  detach: write(outreachWorkers, touched, Named, StoredPolicyItem),
};
