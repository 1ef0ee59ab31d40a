// One thing to look at: yes, in part, or no; and what is to be done about it, by whom and until when.
import { NativeSelect, Radio, TextInput } from '@mantine/core';
import { StaffMemberId } from '#shared/ids';
import { CheckAnswer, type CheckItem, type Finding } from '#shared/records/environment-check';
import { useRead } from '../../api/use-vault.ts';
import { DayField } from '../../forms/day-field.tsx';
import { useText } from '../../text.ts';

interface LineProps {
  readonly item: CheckItem;
  /** Null while nobody looked. */
  readonly finding: Finding | null;
  readonly onFinding: (finding: Finding) => void;
}

const notYet = { action: '', owner: null, due: null, doneOn: null };

export function CheckLine({ item, finding, onFinding }: LineProps) {
  const t = useText();
  const answer = (value: string): void =>
    onFinding({ ...(finding ?? notYet), ...(value === 'YES' ? notYet : {}), answer: CheckAnswer.parse(value) });
  return (
    <li>
      <Radio.Group label={t(`checks.items.${item}`)} value={finding?.answer ?? ''} onChange={answer}>
        <div className="choices">
          {CheckAnswer.options.map((one) => (
            <Radio key={one} value={one} label={t(`checks.answers.${one}`)} />
          ))}
        </div>
      </Radio.Group>
      {finding !== null && finding.answer !== 'YES' && (
        <ToDo item={item} finding={finding} onFinding={(part) => onFinding({ ...finding, ...part })} />
      )}
    </li>
  );
}

interface ToDoProps {
  readonly item: CheckItem;
  readonly finding: Finding;
  readonly onFinding: (part: Partial<Finding>) => void;
}

function ToDo({ item, finding: { action, owner, due }, onFinding }: ToDoProps) {
  const t = useText();
  const names = useRead('staffMember.names', {});
  const what = t(`checks.items.${item}`);
  return (
    <fieldset className="house-todo" aria-label={what}>
      <TextInput
        label={t('checks.action')}
        value={action}
        maxLength={300}
        dir="auto"
        autoComplete="off"
        onChange={({ currentTarget }) => onFinding({ action: currentTarget.value })}
      />
      <NativeSelect
        label={t('checks.owner')}
        value={owner ?? ''}
        data={[
          { value: '', label: t('checks.ownerPick') },
          ...(names.value ?? []).map(({ id, name }) => ({ value: id as string, label: name })),
        ]}
        onChange={({ currentTarget }) =>
          onFinding({ owner: currentTarget.value === '' ? null : StaffMemberId.parse(currentTarget.value) })
        }
      />
      <DayField
        label={t('checks.due')}
        value={due ?? ''}
        onValue={(day) => onFinding({ due: day === '' ? null : day })}
      />
    </fieldset>
  );
}
