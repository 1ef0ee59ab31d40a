// What is being written on the plan's page and is not kept yet: a goal, the hopes, a review. One draft holds all of it, so
// that a lock in the middle of a sentence loses nothing.
import { useState } from 'react';
import { z } from 'zod';
import type { CaseFileId } from '#shared/ids';
import { Goal, GoalDomain, PlanReview } from '#shared/records/support-plan';
import { useDraft } from '../../forms/use-draft.ts';

export const GoalInMaking = z.strictObject({
  /** edit: more about a kept goal. CHANGED: other words for it. DROPPED_BY_SURVIVOR: let it go, with or without another. */
  act: z.enum(['add', 'edit', 'CHANGED', 'DROPPED_BY_SURVIVOR']),
  /** The goal it is about; empty for a new one. */
  goalId: z.string(),
  words: z.string().max(1_000),
  proposedBy: z.enum(['SURVIVOR', 'STAFF']),
  domain: GoalDomain,
  why: z.string().max(2_000),
  measure: z.string().max(2_000),
  targetDate: z.string(),
  weight: Goal.shape.weight,
});
export type GoalInMaking = z.output<typeof GoalInMaking>;

export const ReviewInMaking = z.strictObject({
  wentWell: z.string().max(2_000),
  changed: z.string().max(2_000),
  supportWanted: PlanReview.shape.supportWanted,
  differentWorker: PlanReview.shape.differentWorker,
  attainment: PlanReview.shape.attainment,
  /** Empty: by the usual rhythm. */
  nextOn: z.string(),
});
export type ReviewInMaking = z.output<typeof ReviewInMaking>;

const PageDraft = z.strictObject({
  goal: GoalInMaking.nullable(),
  vision: z.string().max(2_000).nullable(),
  review: ReviewInMaking.nullable(),
});
export type PageDraft = z.output<typeof PageDraft>;

const nothing: PageDraft = { goal: null, vision: null, review: null };

export const emptyGoal: GoalInMaking = {
  act: 'add',
  goalId: '',
  words: '',
  proposedBy: 'SURVIVOR',
  domain: 'SAFETY',
  why: '',
  measure: '',
  targetDate: '',
  weight: 1,
};
export const emptyReview: ReviewInMaking = {
  wentWell: '',
  changed: '',
  supportWanted: 'NOT_ASKED',
  differentWorker: 'NOT_ASKED',
  attainment: [],
  nextOn: '',
};

export function usePageDraft(caseFileId: CaseFileId) {
  const draft = useDraft({ target: { kind: 'support-plan', caseFileId }, schema: PageDraft });
  const [typed, setTyped] = useState<PageDraft | null>(null);
  const page = typed ?? draft.kept?.body ?? nothing;
  return {
    ...page,
    isReady: draft.kept !== undefined,
    error: draft.error,
    write: (part: Partial<PageDraft>, at = ''): void => {
      const next = { ...page, ...part };
      setTyped(next);
      draft.write(next, at);
    },
    /** After a part was kept or given up. A save of the plan settles its draft; what is still open is written again. */
    close: async (part: keyof PageDraft): Promise<void> => {
      const next = { ...page, [part]: null };
      setTyped(next);
      if (next.goal === null && next.vision === null && next.review === null) await draft.discard();
      else draft.write(next, '');
    },
  };
}
export type PageWriting = ReturnType<typeof usePageDraft>;
