// Case list: which cases a person looks at, in which order, and the lists of that kind she keeps for herself under a name.
import { z } from 'zod';
import { careTeam, read, write } from '../contract/operation.ts';
import { StaffMemberId } from '../ids.ts';
import { StaffRef } from './revision-mark.ts';

/** What of a case waits: something past its time, something within a week, or nothing at all. */
export const Waiting = z.enum(['any', 'overdue', 'week', 'nothing']);
export type Waiting = z.output<typeof Waiting>;

export const CaseListWish = z.strictObject({
  show: z.enum(['open', 'closed', 'all']).default('open'),
  order: z.enum(['name', 'recent', 'opened']).default('recent'),
  /** Who works on the case; null for anybody. */
  workerId: StaffMemberId.nullable().default(null),
  waiting: Waiting.default('any'),
});
export type CaseListWish = z.output<typeof CaseListWish>;

export const firstWish: CaseListWish = { show: 'open', order: 'recent', workerId: null, waiting: 'any' };

export const sameWish = (one: CaseListWish, other: CaseListWish): boolean =>
  one.show === other.show &&
  one.order === other.order &&
  one.workerId === other.workerId &&
  one.waiting === other.waiting;

const KeptList = z.strictObject({ name: z.string().trim().min(1).max(40), wish: CaseListWish });
export type KeptList = z.output<typeof KeptList>;
const KeptListsOf = z
  .array(KeptList)
  .max(12)
  .refine((lists) => new Set(lists.map(({ name }) => name)).size === lists.length);

export const KeptLists = z.strictObject({ staffId: StaffMemberId, lists: KeptListsOf });
export type KeptLists = z.output<typeof KeptLists>;

const Choices = z.strictObject({
  /** Those of the person signed in. */
  kept: KeptListsOf,
  /** Who works on the cases in her list. */
  workers: z.array(StaffRef),
});

export const caseListOperations = {
  choices: read(careTeam, z.strictObject({}), Choices),
  /** All of them at once: a list that is not among them any more is let go. */
  keep: write(careTeam, ['caseList'], z.strictObject({ lists: KeptListsOf }), Choices),
};
