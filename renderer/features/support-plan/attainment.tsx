// How far each goal came, in words from "much less than hoped" to "much more". The figure over all of them is shown only
// when somebody asks for it.
import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { ATTAINMENT, attainmentT } from '#shared/records/goal-attainment';
import type { Attainment, Goal } from '#shared/records/support-plan';
import { hasHerYes } from '#shared/records/support-plan-rules';
import { useText } from '../../text.ts';
import { Hers } from '../../ui/hers.tsx';

const scoreWords = { [-2]: 'muchLess', [-1]: 'less', 0: 'asHoped', 1: 'more', 2: 'muchMore' } as const;

interface AttainmentFieldsProps {
  readonly goals: readonly Goal[];
  readonly attainment: readonly Attainment[];
  readonly onChange: (attainment: Attainment[]) => void;
}

export function AttainmentFields({ goals, attainment, onChange }: AttainmentFieldsProps) {
  const t = useText();
  const [isOpen, setOpen] = useState(attainment.length > 0);
  const looked = goals.filter((goal) => hasHerYes(goal) && goal.status !== 'CHANGED');
  if (looked.length === 0) return null;
  const fold = (): void => {
    if (isOpen) onChange([]);
    setOpen(!isOpen);
  };
  const put = (goal: Goal, chosen: string): void => {
    const others = attainment.filter(({ goalId }) => goalId !== goal.id);
    const score = ATTAINMENT.find((value) => String(value) === chosen);
    onChange(score === undefined ? others : [...others, { goalId: goal.id, score, weight: goal.weight }]);
  };
  return (
    <div className="stack">
      <Button id="review-attainment" variant="subtle" size="compact-sm" aria-expanded={isOpen} onClick={fold}>
        {isOpen ? t('supportPlan.howFarHide') : t('supportPlan.howFarShow')}
      </Button>
      {isOpen &&
        looked.map((goal) => (
          <NativeSelect
            key={goal.id}
            label={<Hers>{goal.survivorWording}</Hers>}
            value={String(attainment.find(({ goalId }) => goalId === goal.id)?.score ?? '')}
            data={[
              { value: '', label: t('supportPlan.notLooked') },
              ...ATTAINMENT.map((score) => ({
                value: String(score),
                label: t(`supportPlan.attained.${scoreWords[score]}`),
              })),
            ]}
            onChange={(event) => put(goal, event.currentTarget.value)}
          />
        ))}
    </div>
  );
}

/** What a review found, in words. */
export function HowFar({ goals, attainment }: Pick<AttainmentFieldsProps, 'goals' | 'attainment'>) {
  const t = useText();
  const [isShown, setShown] = useState(false);
  const together = attainmentT(attainment);
  if (together === null) return null;
  return (
    <div className="small">
      <ul aria-label={t('supportPlan.howFar')}>
        {attainment.map(({ goalId, score }) => (
          <li key={goalId}>
            <Hers>{goals.find(({ id }) => id === goalId)?.survivorWording ?? ''}</Hers>
            <span className="dim">{` ${t(`supportPlan.attained.${scoreWords[score]}`)}`}</span>
          </li>
        ))}
      </ul>
      {isShown ? (
        <p className="dim num">{t('supportPlan.number', { number: together.toFixed(1) })}</p>
      ) : (
        <Button variant="subtle" size="compact-sm" onClick={() => setShown(true)}>
          {t('supportPlan.showNumber')}
        </Button>
      )}
    </div>
  );
}
