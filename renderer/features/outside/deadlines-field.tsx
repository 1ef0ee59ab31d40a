// Days that a paper names, typed from it. A row without its day is not one yet.
import { Button, Checkbox, TextInput } from '@mantine/core';
import type { LegalRequest } from '#shared/records/legal-request';
import { DayField } from '../../forms/day-field.tsx';
import { useText } from '../../text.ts';
import { IconPlus } from '../../ui/icons.ts';
import './outside.css';

type Deadlines = LegalRequest['deadlines'];

interface DeadlinesProps {
  readonly deadlines: Deadlines;
  readonly onDeadlines: (deadlines: Deadlines) => void;
}

export function DeadlinesField({ deadlines, onDeadlines }: DeadlinesProps) {
  const t = useText();
  const put = (at: number, part: Partial<Deadlines[number]>): void =>
    onDeadlines(deadlines.map((one, index) => (index === at ? { ...one, ...part } : one)));
  return (
    <fieldset className="outside-group">
      <legend className="field-label">{t('outside.deadlines')}</legend>
      <p className="small dim">{t('outside.deadlineHint')}</p>
      {deadlines.map((one, at) => (
        <div key={at} className="row wrap align-end">
          <TextInput
            className="grow"
            label={t('outside.deadlineWhat')}
            dir="auto"
            maxLength={300}
            value={one.what}
            onChange={({ currentTarget }) => put(at, { what: currentTarget.value })}
          />
          <DayField label={t('outside.deadlineOn')} value={one.on} onValue={(on) => put(at, { on })} />
          <Checkbox
            label={t('outside.deadlineDone')}
            checked={one.isDone}
            onChange={({ currentTarget }) => put(at, { isDone: currentTarget.checked })}
          />
        </div>
      ))}
      <div>
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => onDeadlines([...deadlines, { what: '', on: '', isDone: false }])}
        >
          {t('outside.deadlineAdd')}
        </Button>
      </div>
    </fieldset>
  );
}
