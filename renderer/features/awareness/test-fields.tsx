// Questions before and after a training: means only, and only of five people or more.
import { Checkbox, NumberInput } from '@mantine/core';
import { FEWEST_ANSWERS, type TrainingTest } from '#shared/records/training-effect';
import { useText } from '../../text.ts';
import { Note } from '../../ui/status-words.tsx';
import type { ActivityFields } from './activity-fields.ts';

const names = { most: 'testMost', before: 'testBefore', after: 'testAfter', people: 'testPeople' } as const;
const none: TrainingTest = { most: 10, before: 0, after: 0, people: FEWEST_ANSWERS };

export function TestFields({ activity: { test }, onPut }: ActivityFields) {
  const t = useText();
  return (
    <>
      <Checkbox
        label={t('awareness.test')}
        checked={test !== null}
        onChange={(event) => onPut({ test: event.currentTarget.checked ? none : null })}
      />
      {test !== null && (
        <div className="awareness-fields">
          {(Object.keys(names) as (keyof typeof names)[]).map((name) => (
            <NumberInput
              key={name}
              label={t(`awareness.${names[name]}`)}
              value={test[name]}
              min={name === 'people' ? 1 : 0}
              max={name === 'people' ? 100_000 : 1_000}
              allowDecimal={name !== 'people'}
              onChange={(next) => onPut({ test: { ...test, [name]: Number(next) || none[name] } })}
            />
          ))}
        </div>
      )}
      {test !== null && test.people < FEWEST_ANSWERS && (
        <div role="status">
          <Note>{t('awareness.testFew')}</Note>
        </div>
      )}
    </>
  );
}
