// One goal: her sentence large, where it stands as a word, the steps with who and by when, and what can be done with it.
import { Button, Menu } from '@mantine/core';
import type { Goal } from '#shared/records/support-plan';
import { hasHerYes } from '#shared/records/support-plan-rules';
import { shortDate } from '../../dates.ts';
import type { Pronouns } from '../../pronouns.ts';
import { useText } from '../../text.ts';
import { IconMore } from '../../ui/icons.ts';
import { Ok, Waits, Word } from '../../ui/status-words.tsx';
import { GoalWording } from './goal-wording.tsx';
import { emptyGoal, type GoalInMaking, type PageWriting } from './page-draft.ts';
import type { PlanActs } from './plan-acts.ts';
import { Steps } from './steps.tsx';

interface GoalSheetProps {
  readonly goal: Goal;
  readonly acts: PlanActs;
  readonly writing: PageWriting;
  readonly pronouns: Pronouns;
}

const sentence = (words: string): string => (/[.!?…。]$/u.test(words) ? words : `${words}.`);

export function GoalSheet({ goal, acts, writing, pronouns }: GoalSheetProps) {
  const t = useText();
  const about = [
    t(`supportPlan.domains.${goal.domain}`),
    hasHerYes(goal) ? '' : t('supportPlan.proposed'),
    goal.why,
    goal.measure,
    goal.targetDate === null ? '' : t('supportPlan.aim', { date: shortDate(goal.targetDate) }),
  ].filter((words) => words !== '');
  return (
    <section className="sheet goal" aria-label={goal.survivorWording}>
      <div className="goal-head">
        <h3>
          <GoalWording goal={goal} size="lg" />
        </h3>
        <Standing goal={goal} pronouns={pronouns} />
      </div>
      <p className="small dim" dir="auto">
        {about.map(sentence).join(' ')}
      </p>
      <Steps goal={goal} acts={acts} pronouns={pronouns} />
      <Acts goal={goal} acts={acts} writing={writing} pronouns={pronouns} />
    </section>
  );
}

function Standing({ goal, pronouns }: Pick<GoalSheetProps, 'goal' | 'pronouns'>) {
  const t = useText();
  if (goal.status === 'PROPOSED') return <Waits>{t('supportPlan.waits', pronouns)}</Waits>;
  if (goal.status === 'AGREED') return <Ok>{t('supportPlan.agreedHers', pronouns)}</Ok>;
  return <Word>{t(`supportPlan.status.${goal.status}`)}</Word>;
}

/** The form, opened on this goal. */
const formFor = (act: GoalInMaking['act'], goal: Goal): GoalInMaking => ({
  ...emptyGoal,
  act,
  goalId: goal.id,
  domain: goal.domain,
  ...(act === 'DROPPED_BY_SURVIVOR' ? {} : { why: goal.why, measure: goal.measure, targetDate: goal.targetDate ?? '' }),
  weight: goal.weight,
});

function Acts({ goal, acts, writing, pronouns }: GoalSheetProps) {
  const t = useText();
  const open = (act: GoalInMaking['act']): void => writing.write({ goal: formFor(act, goal) }, 'goal-words');
  const small = { size: 'compact-md', variant: 'default', disabled: acts.isRunning } as const;
  const isHers = hasHerYes(goal);
  const isOpen = goal.status === 'AGREED' || goal.status === 'IN_PROGRESS';
  return (
    <div className="row wrap goal-acts">
      {!isHers && (
        <Button {...small} onClick={() => void acts.setStatus(goal, 'AGREED', true)}>
          {pronouns.they === 'they' ? t('supportPlan.agreesThey', pronouns) : t('supportPlan.agrees', pronouns)}
        </Button>
      )}
      {isHers && isOpen && (
        <Button {...small} onClick={() => void acts.setStatus(goal, 'ACHIEVED')}>
          {t('supportPlan.done')}
        </Button>
      )}
      {isHers && !isOpen && (
        <Button {...small} onClick={() => void acts.setStatus(goal, 'IN_PROGRESS')}>
          {t('supportPlan.pickUp')}
        </Button>
      )}
      <Button {...small} onClick={() => open('CHANGED')}>
        {t('supportPlan.herWay', pronouns)}
      </Button>
      <Button {...small} onClick={() => open('DROPPED_BY_SURVIVOR')}>
        {t('supportPlan.letGo')}
      </Button>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button {...small} aria-label={t('supportPlan.more')}>
            <IconMore size={16} aria-hidden />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => open('edit')}>{t('supportPlan.editGoal')}</Menu.Item>
          {goal.status === 'AGREED' && (
            <Menu.Item onClick={() => void acts.setStatus(goal, 'IN_PROGRESS')}>{t('supportPlan.begin')}</Menu.Item>
          )}
          {isOpen && (
            <Menu.Item onClick={() => void acts.setStatus(goal, 'PARTLY')}>{t('supportPlan.partly')}</Menu.Item>
          )}
          {(isOpen || goal.status === 'PROPOSED') && (
            <Menu.Item onClick={() => void acts.setStatus(goal, 'PAUSED')}>{t('supportPlan.pause')}</Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
