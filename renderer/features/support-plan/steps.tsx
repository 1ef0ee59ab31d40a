// The steps of a goal: a tick, what, who, by when. A step that does not fit any more is let go, never removed.
import { ActionIcon, Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { type Goal, Step } from '#shared/records/support-plan';
import { shortDate } from '../../dates.ts';
import { DayField } from '../../forms/day-field.tsx';
import type { Pronouns } from '../../pronouns.ts';
import { useText } from '../../text.ts';
import { IconClose, IconPlus } from '../../ui/icons.ts';
import { dayIn, type PlanActs } from './plan-acts.ts';

interface StepsProps {
  readonly goal: Goal;
  readonly acts: PlanActs;
  readonly pronouns: Pronouns;
}

export function Steps({ goal, acts, pronouns }: StepsProps) {
  const t = useText();
  const [isAdding, setAdding] = useState(false);
  const steps = goal.steps.filter(({ status }) => status !== 'LET_GO');
  return (
    <>
      {steps.length > 0 && (
        <ul className="steps" aria-label={t('supportPlan.steps')}>
          {steps.map((step) => (
            <OneStep key={step.id} step={step} goal={goal} acts={acts} pronouns={pronouns} />
          ))}
        </ul>
      )}
      {isAdding ? (
        <NewStep goal={goal} acts={acts} pronouns={pronouns} onDone={() => setAdding(false)} />
      ) : (
        <Button
          className="add-step"
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPlus size={15} aria-hidden />}
          onClick={() => setAdding(true)}
        >
          {t('supportPlan.addStep')}
        </Button>
      )}
    </>
  );
}

function OneStep({ step, goal, acts, pronouns }: StepsProps & { readonly step: Step }) {
  const t = useText();
  return (
    <li>
      <Checkbox
        label={<span dir="auto">{step.what}</span>}
        checked={step.status === 'DONE'}
        disabled={acts.isRunning}
        onChange={(event) => void acts.setStep(goal, step, event.currentTarget.checked ? 'DONE' : 'OPEN')}
      />
      <b>{nameOf(t, step.who, pronouns)}</b>
      <span className="dim num">{step.byWhen === null ? '' : shortDate(step.byWhen)}</span>
      <ActionIcon
        variant="subtle"
        size={28}
        aria-label={t('supportPlan.letStepGo', { what: step.what })}
        disabled={acts.isRunning}
        onClick={() => void acts.setStep(goal, step, 'LET_GO')}
      >
        <IconClose size={15} aria-hidden />
      </ActionIcon>
    </li>
  );
}

const nameOf = (t: ReturnType<typeof useText>, who: Step['who'], pronouns: Pronouns): string =>
  who === 'SURVIVOR' ? t('supportPlan.who.SURVIVOR', pronouns) : t(`supportPlan.who.${who}`);

function NewStep({ goal, acts, pronouns, onDone }: StepsProps & { readonly onDone: () => void }) {
  const t = useText();
  const [what, setWhat] = useState('');
  const [who, setWho] = useState<Step['who']>('TOGETHER');
  const [by, setBy] = useState('');
  const keep = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (what.trim() === '') {
      onDone();
      return;
    }
    const step = { what: what.trim(), who, byWhen: dayIn(by), status: 'OPEN' as const, barrier: '' };
    if (await acts.addStep(goal, step)) onDone();
  };
  return (
    <form className="new-step" onSubmit={(event) => void keep(event)}>
      <TextInput
        label={t('supportPlan.stepWhat')}
        value={what}
        maxLength={500}
        onChange={(event) => setWhat(event.currentTarget.value)}
        autoFocus
        dir="auto"
        autoComplete="off"
        spellCheck={false}
      />
      <NativeSelect
        label={t('supportPlan.stepWho')}
        value={who}
        data={Step.shape.who.options.map((value) => ({ value, label: nameOf(t, value, pronouns) }))}
        onChange={(event) => setWho(Step.shape.who.parse(event.currentTarget.value))}
      />
      <DayField label={t('supportPlan.stepBy')} value={by} onValue={setBy} />
      <Button type="submit" variant="default" loading={acts.isRunning}>
        {t('supportPlan.keepStep')}
      </Button>
    </form>
  );
}
