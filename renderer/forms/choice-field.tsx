// One of a few, or several of them. Options stand beside each other and wrap; nothing is chosen in advance.
import { Checkbox, Radio } from '@mantine/core';
import type { Option } from '#shared/forms/form-definition';
import type { FieldProps } from './field.ts';

const optionsOf = ({ question }: FieldProps): readonly Option[] => ('options' in question ? question.options : []);
const many = (options: readonly Option[]): string => (options.length > 6 ? 'choices-column' : 'choices');

export function ChoiceField(props: FieldProps) {
  const { id, labelId, value, onValue } = props;
  const options = optionsOf(props);
  return (
    <Radio.Group value={typeof value === 'string' ? value : ''} onChange={onValue} aria-labelledby={labelId}>
      <div className={many(options)}>
        {options.map((option, index) => (
          <Radio key={option.id} id={index === 0 ? id : `${id}-${option.id}`} value={option.id} label={option.label} />
        ))}
      </div>
    </Radio.Group>
  );
}

export function ChoicesField(props: FieldProps) {
  const { id, labelId, value, onValue } = props;
  const options = optionsOf(props);
  const chosen = Array.isArray(value) ? (value as string[]) : [];
  return (
    <Checkbox.Group
      value={chosen}
      onChange={(next) => onValue(next.length === 0 ? undefined : next)}
      aria-labelledby={labelId}
    >
      <div className={many(options)}>
        {options.map((option, index) => (
          <Checkbox
            key={option.id}
            id={index === 0 ? id : `${id}-${option.id}`}
            value={option.id}
            label={option.label}
          />
        ))}
      </div>
    </Checkbox.Group>
  );
}
