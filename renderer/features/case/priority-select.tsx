// How much a need matters to her, when somebody asked: first of all to hardly, or not now.
import { NativeSelect } from '@mantine/core';
import { SurvivorPriority } from '#shared/records/need';
import type { Pronouns } from '../../pronouns.ts';
import { useText } from '../../text.ts';

const choices = ['1', '2', '3', '4', '5', 'NOT_NOW'] as const;

interface PrioritySelectProps {
  readonly value: SurvivorPriority;
  readonly onValue: (value: SurvivorPriority) => void;
  readonly pronouns: Pronouns;
}

export function PrioritySelect({ value, onValue, pronouns }: PrioritySelectProps) {
  const t = useText();
  return (
    <NativeSelect
      label={t('needs.priority', pronouns)}
      value={value === null ? '' : String(value)}
      data={[
        { value: '', label: t('needs.priorities.none') },
        ...choices.map((choice) => ({ value: choice, label: t(`needs.priorities.matters${choice}`) })),
      ]}
      onChange={({ currentTarget: { value: chosen } }) =>
        onValue(SurvivorPriority.catch(null).parse(chosen === 'NOT_NOW' ? chosen : Number(chosen)))
      }
    />
  );
}
