// How the danger stands: her word and the worker's beside each other, never added up, and when to look at it again.
import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { CaseFileId } from '#shared/ids';
import {
  PlanStorage,
  ReviewTrigger,
  RiskFlag,
  RiskLevel,
  SafetyStage,
  type StoredSafetyPlan,
} from '#shared/records/safety-plan';
import { risksDiffer } from '#shared/records/safety-plan-rules';
import { useWrite } from '../../api/use-vault.ts';
import { LookAgain } from '../../case/look-again.tsx';
import { fullDate } from '../../dates.ts';
import type { Pronouns } from '../../pronouns.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Note } from '../../ui/status-words.tsx';
import type { PlanWriting } from './plan-in-making.ts';

interface HowItStandsProps {
  readonly writing: PlanWriting;
  readonly saved: StoredSafetyPlan | null;
  readonly pronouns: Pronouns;
}

export function HowItStands({ writing, saved, pronouns }: HowItStandsProps) {
  const t = useText();
  const { plan, change } = writing;
  return (
    <Sheet
      title={t('safetyPlan.howItStands')}
      end={saved && <LookAgain dueOn={saved.reviewDueOn} />}
      className="how-it-stands"
    >
      <div className="stands-grid">
        <Choice
          id="plan-stage"
          label={t('safetyPlan.stage')}
          value={plan.stage}
          options={SafetyStage.options}
          nameOf={(stage) => t(`safetyPlan.stages.${stage}`)}
          onValue={(stage) => change({ stage }, 'plan-stage')}
        />
        <Choice
          id="plan-risk-hers"
          label={pronouns.they === 'they' ? t('safetyPlan.riskHers', pronouns) : t('safetyPlan.riskHersShe', pronouns)}
          value={plan.riskLevelSurvivor}
          options={RiskLevel.options}
          nameOf={(level) => t(`safetyPlan.risks.${level}`)}
          onValue={(riskLevelSurvivor) => change({ riskLevelSurvivor }, 'plan-risk-hers')}
        />
        <Choice
          id="plan-risk-worker"
          label={t('safetyPlan.riskWorker')}
          value={plan.riskLevelWorker}
          options={RiskLevel.options}
          nameOf={(level) => t(`safetyPlan.risks.${level}`)}
          onValue={(riskLevelWorker) => change({ riskLevelWorker }, 'plan-risk-worker')}
        />
        <Choice
          id="plan-storage"
          label={t('safetyPlan.storage', pronouns)}
          value={plan.storage}
          options={PlanStorage.options}
          nameOf={(storage) => t(`safetyPlan.storages.${storage}`)}
          onValue={(storage) => change({ storage }, 'plan-storage')}
        />
      </div>
      {risksDiffer(plan) && (
        <p className="stands-line">
          <Note>{t('safetyPlan.differ')}</Note>
        </p>
      )}
      <Flags writing={writing} />
      <div className="stands-line">
        <Checkbox
          id="plan-in-use"
          label={pronouns.they === 'they' ? t('safetyPlan.inUseThey', pronouns) : t('safetyPlan.inUse', pronouns)}
          checked={plan.status === 'ACTIVE'}
          onChange={(event) => change({ status: event.currentTarget.checked ? 'ACTIVE' : 'DRAFT' }, 'plan-in-use')}
        />
      </div>
    </Sheet>
  );
}

interface ChoiceProps<T extends string> {
  readonly id: string;
  readonly label: string;
  readonly value: T | null;
  readonly options: readonly T[];
  readonly nameOf: (option: T) => string;
  readonly onValue: (value: T | null) => void;
}
function Choice<T extends string>({ id, label, value, options, nameOf, onValue }: ChoiceProps<T>) {
  const t = useText();
  return (
    <NativeSelect
      id={id}
      label={label}
      value={value ?? ''}
      data={[
        { value: '', label: t('safetyPlan.open') },
        ...options.map((option) => ({ value: option, label: nameOf(option) })),
      ]}
      onChange={(event) => onValue(options.find((option) => option === event.currentTarget.value) ?? null)}
    />
  );
}

function Flags({ writing: { plan, change } }: { writing: PlanWriting }) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const shown = isOpen ? RiskFlag.options : RiskFlag.options.filter((flag) => plan.riskFlags.includes(flag));
  const put = (flag: RiskFlag, isOn: boolean): void => {
    const riskFlags = RiskFlag.options.filter((one) => (one === flag ? isOn : plan.riskFlags.includes(one)));
    change({ riskFlags }, `flag-${flag}`);
  };
  return (
    <fieldset className="flags">
      <legend>{t('safetyPlan.flags')}</legend>
      {isOpen && <p className="small dim">{t('safetyPlan.flagsHint')}</p>}
      <div className="flag-grid">
        {shown.map((flag) => (
          <Checkbox
            key={flag}
            id={`flag-${flag}`}
            label={t(`safetyPlan.flagNames.${flag}`)}
            checked={plan.riskFlags.includes(flag)}
            onChange={(event) => put(flag, event.currentTarget.checked)}
          />
        ))}
      </div>
      <Button size="compact-sm" variant="subtle" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? t('safetyPlan.hideFlags') : t('safetyPlan.showFlags')}
      </Button>
    </fieldset>
  );
}

/** Something that happened since, which calls for a look together today. */
interface HappenedProps {
  readonly caseFileId: CaseFileId;
  readonly plan: StoredSafetyPlan;
  /** Its revision: what is written on this page builds on it. */
  readonly onHappened: (revision: number) => void;
}

export function Happened({ caseFileId, plan, onHappened }: HappenedProps) {
  const t = useText();
  const add = useWrite('safetyPlan.addTrigger');
  const put = async (trigger: ReviewTrigger): Promise<void> => {
    const result = await add.run({ caseFileId, trigger });
    if (result.ok) onHappened(result.value.revision);
  };
  return (
    <Sheet title={t('safetyPlan.happened')}>
      <div className="stack">
        {plan.triggers.length > 0 && (
          <ul>
            {plan.triggers.map(({ trigger, on }) => (
              <li key={`${trigger}${on}`}>
                {t(`safetyPlan.triggers.${trigger}`)} <span className="small dim">{fullDate(on)}</span>
              </li>
            ))}
          </ul>
        )}
        <NativeSelect
          label={t('safetyPlan.happenedHint')}
          value=""
          disabled={add.isRunning}
          data={[
            { value: '', label: t('safetyPlan.chooseWhat') },
            ...ReviewTrigger.options.map((trigger) => ({ value: trigger, label: t(`safetyPlan.triggers.${trigger}`) })),
          ]}
          onChange={(event) => {
            const trigger = ReviewTrigger.safeParse(event.currentTarget.value);
            if (trigger.success) void put(trigger.data);
          }}
        />
        {add.error && <ErrorSentence error={add.error} />}
      </div>
    </Sheet>
  );
}
