// The support plan: her hopes and goals on the left, looking back together on the right. Nothing here is ever crossed out.
import { Button } from '@mantine/core';
import type { CaseFileId } from '#shared/ids';
import type { Goal, StoredSupportPlan } from '#shared/records/support-plan';
import { useRead } from '../../api/use-vault.ts';
import { useWhenAsked } from '../../case/case-acts.ts';
import { CaseFrame } from '../../case/case-frame.tsx';
import type { Pronouns } from '../../pronouns.ts';
import type { PageProps } from '../../route.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { IconPlus } from '../../ui/icons.ts';
import { EmptyState } from '../../ui/sheet.tsx';
import { GoalForm } from './goal-form.tsx';
import { GoalSheet } from './goal-sheet.tsx';
import { Hopes, Strengths } from './hopes.tsx';
import { PlanVersions } from './plan-versions.tsx';
import { emptyGoal, type PageWriting, usePageDraft } from './page-draft.ts';
import { type PlanActs, usePlanActs } from './plan-acts.ts';
import { PastReviews, ReviewSheet } from './review-sheet.tsx';
import { WholePlan } from './whole-plan.tsx';
import './support-plan.css';

export function SupportPlanPage({ params }: PageProps) {
  const caseFileId = (params['caseFileId'] ?? '') as CaseFileId;
  const found = useRead('supportPlan.get', { caseFileId });
  if (found.error) return <ErrorSentence error={found.error} />;
  if (found.value === undefined) return null;
  return <Plan key={caseFileId} caseFileId={caseFileId} plan={found.value} onStale={found.refresh} />;
}

interface PlanProps {
  readonly caseFileId: CaseFileId;
  readonly plan: StoredSupportPlan | null;
  readonly onStale: () => void;
}

function Plan({ caseFileId, plan, onStale }: PlanProps) {
  const t = useText();
  const writing = usePageDraft(caseFileId);
  const acts = usePlanActs(caseFileId, plan, onStale);
  const add = (): void => {
    if (writing.isReady && writing.goal === null) writing.write({ goal: emptyGoal }, 'goal-words');
  };
  useWhenAsked('addGoal', writing.isReady, add);
  return (
    <CaseFrame
      caseFileId={caseFileId}
      part="/plan"
      actions={() => (
        <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={add}>
          {t('supportPlan.addGoal')}
        </Button>
      )}
    >
      {(_caseFile, pronouns) => (
        <>
          {writing.error && <ErrorSentence error={writing.error} />}
          {acts.error && <ErrorSentence error={acts.error} />}
          {writing.isReady && !writing.error && (
            <div className="plan-columns">
              <div className="stack">
                <Hopes plan={plan} acts={acts} writing={writing} pronouns={pronouns} />
                <Goals goals={plan?.goals ?? []} acts={acts} writing={writing} pronouns={pronouns} />
              </div>
              <div className="stack">
                {plan && <ReviewSheet plan={plan} acts={acts} writing={writing} pronouns={pronouns} />}
                <Strengths plan={plan} acts={acts} pronouns={pronouns} />
                {plan && <WholePlan plan={plan} acts={acts} pronouns={pronouns} />}
                {plan && <PastReviews plan={plan} />}
                {plan && <PlanVersions caseFileId={caseFileId} />}
              </div>
            </div>
          )}
        </>
      )}
    </CaseFrame>
  );
}

interface GoalsProps {
  readonly goals: readonly Goal[];
  readonly acts: PlanActs;
  readonly writing: PageWriting;
  readonly pronouns: Pronouns;
}

/** What is lived with now. What was changed or is done stands beside it, in the look back; what was let go can come back. */
const isCurrent = ({ status }: Goal): boolean => !['CHANGED', 'DROPPED_BY_SURVIVOR', 'ACHIEVED'].includes(status);

function Goals({ goals, acts, writing, pronouns }: GoalsProps) {
  const t = useText();
  const current = goals.filter(isCurrent).toSorted((one, other) => other.weight - one.weight);
  const making = writing.goal;
  const form = (goal?: Goal) =>
    making && (
      <GoalForm key={making.goalId} making={making} goal={goal} writing={writing} acts={acts} pronouns={pronouns} />
    );
  return (
    <>
      {making?.goalId === '' && form()}
      {current.length === 0 && making === null && <EmptyState>{t('supportPlan.noGoals')}</EmptyState>}
      {current.map((goal) =>
        making?.goalId === goal.id ? (
          form(goal)
        ) : (
          <GoalSheet key={goal.id} goal={goal} acts={acts} writing={writing} pronouns={pronouns} />
        ),
      )}
    </>
  );
}
