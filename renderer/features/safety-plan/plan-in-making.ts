// The safety plan that is being written: everything on the page in one draft, so that a lock loses no part of it.
import { useState } from 'react';
import { z } from 'zod';
import { AnswerDrafts as AnswerDraftsSchema, withoutStamps } from '#shared/answers';
import { newestForm } from '#shared/forms/published';
import { sealedQuestions } from '#shared/forms/form-definition';
import type { CaseFileId } from '#shared/ids';
import { PlanStorage, RiskFlag, RiskLevel, SafetyStage, type StoredSafetyPlan } from '#shared/records/safety-plan';
import { useDraft } from '../../forms/use-draft.ts';

export const form = newestForm('safety-plan');
const sealed = new Set(sealedQuestions(form));

/** The parts that are written in the open, each with the letter staff know it by. */
export const openForm = {
  ...form,
  sections: form.sections
    .filter(({ questions }) => !questions.every(({ id }) => sealed.has(id)))
    .map((section) => ({ ...section, title: section.letter ? `${section.letter}. ${section.title}` : section.title })),
};
export const sealedSection = form.sections.find(({ questions }) => questions.every(({ id }) => sealed.has(id)));

export const PlanInMaking = z.strictObject({
  answers: AnswerDraftsSchema,
  stage: SafetyStage.nullable(),
  riskLevelSurvivor: RiskLevel.nullable(),
  riskLevelWorker: RiskLevel.nullable(),
  riskFlags: z.array(RiskFlag),
  storage: PlanStorage.nullable(),
  status: z.enum(['DRAFT', 'ACTIVE']),
});
export type PlanInMaking = z.output<typeof PlanInMaking>;

const fromSaved = (plan: StoredSafetyPlan | null): PlanInMaking => ({
  answers: plan === null ? {} : withoutStamps(plan.answers),
  stage: plan?.stage ?? null,
  riskLevelSurvivor: plan?.riskLevelSurvivor ?? null,
  riskLevelWorker: plan?.riskLevelWorker ?? null,
  riskFlags: plan?.riskFlags ?? [],
  storage: plan?.storage ?? null,
  status: plan?.status === 'ACTIVE' ? 'ACTIVE' : 'DRAFT',
});

/** `basedOn`: the revision the page was opened on. */
export function usePlanInMaking(caseFileId: CaseFileId, saved: StoredSafetyPlan | null, basedOn: number) {
  const draft = useDraft({
    target: { kind: 'safety-plan', caseFileId },
    schema: PlanInMaking,
    formVersion: form.version,
    basedOn,
  });
  const [typed, setTyped] = useState<PlanInMaking | null>(null);
  const plan = typed ?? draft.kept?.body ?? fromSaved(saved);
  return {
    plan,
    isReady: draft.kept !== undefined,
    error: draft.error,
    keptField: draft.kept?.at ?? '',
    basedOn: draft.kept?.basedOn ?? basedOn,
    rebase: draft.rebase,
    change: (part: Partial<PlanInMaking>, at: string): void => {
      const next = { ...plan, ...part };
      setTyped(next);
      draft.write(next, at);
    },
    discard: async (): Promise<void> => {
      await draft.discard();
      setTyped(null);
    },
  };
}
export type PlanWriting = ReturnType<typeof usePlanInMaking>;
