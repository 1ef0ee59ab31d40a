// What became of each goal: kept, in other words now, let go, done. Her words are never crossed out.
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Goal } from '#shared/records/support-plan';
import { useText } from '../../text.ts';
import { IconCheck, IconKept, IconPause, IconPencil } from '../../ui/icons.ts';
import { Word } from '../../ui/status-words.tsx';
import { GoalWording } from './goal-wording.tsx';

const keptStates = ['AGREED', 'IN_PROGRESS', 'PARTLY', 'PAUSED'];

interface ThenAndNowProps {
  readonly goals: readonly Goal[];
  readonly isRunning: boolean;
  /** She wants a goal back that was let go. */
  readonly onPickUp: (goal: Goal) => void;
}

export function ThenAndNow({ goals, isRunning, onPickUp }: ThenAndNowProps) {
  const t = useText();
  // A goal that took another's place is shown there, as "now".
  const successors = new Set(goals.map(({ successorId }) => successorId));
  const marks: Partial<Record<Goal['status'], ReactNode>> = {
    CHANGED: (
      <Word tone="note" icon={<IconPencil size={15} aria-hidden />}>
        {t('supportPlan.sheChanged')}
      </Word>
    ),
    DROPPED_BY_SURVIVOR: <Word icon={<IconPause size={15} aria-hidden />}>{t('supportPlan.putDown')}</Word>,
    ACHIEVED: (
      <Word tone="ok" icon={<IconCheck size={15} aria-hidden />}>
        {t('supportPlan.doneTitle')}
      </Word>
    ),
  };
  const kept = goals.filter(({ id, status }) => keptStates.includes(status) && !successors.has(id));
  const moved = (['CHANGED', 'DROPPED_BY_SURVIVOR', 'ACHIEVED'] as const).flatMap((status) =>
    goals.filter((goal) => goal.status === status),
  );
  if (kept.length + moved.length === 0) return null;
  return (
    <ul className="changes">
      {kept.map((goal) => (
        <li key={goal.id}>
          <Word icon={<IconKept size={15} aria-hidden />}>{t('supportPlan.kept')}</Word>
          <GoalWording goal={goal} size="md" quote={false} />
        </li>
      ))}
      {moved.map((goal) => (
        <li key={goal.id}>
          {marks[goal.status]}
          <Pair then={goal} now={goals.find(({ id }) => id === goal.successorId)} />
          {goal.status === 'DROPPED_BY_SURVIVOR' && (
            <>
              <span className="small dim">{t('supportPlan.putDownNote')}</span>
              <Button size="compact-sm" variant="subtle" disabled={isRunning} onClick={() => onPickUp(goal)}>
                {t('supportPlan.pickUp')}
              </Button>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function Pair({ then, now }: { then: Goal; now: Goal | undefined }) {
  const t = useText();
  if (now === undefined) return <GoalWording goal={then} size="md" quote={false} />;
  return (
    <dl className="pair">
      <dt>{t('supportPlan.then')}</dt>
      <dd>
        <GoalWording goal={then} size="md" quote={false} />
      </dd>
      <dt>{t('supportPlan.nowShort')}</dt>
      <dd>
        <GoalWording goal={now} size="md" quote={false} />
      </dd>
    </dl>
  );
}
