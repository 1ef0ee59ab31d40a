// How she said yes: nothing comes in and nothing goes without it, and it is never chosen beforehand.
import { Radio } from '@mantine/core';
import { HerYes } from '#shared/records/kept-thing';
import { useText } from '../text.ts';

interface YesFieldProps {
  readonly value: HerYes | null;
  readonly onValue: (yes: HerYes) => void;
}

export function YesField({ value, onValue }: YesFieldProps) {
  const t = useText();
  return (
    <Radio.Group label={t('things.yes')} value={value ?? ''} onChange={(yes) => onValue(HerYes.parse(yes))}>
      <div className="choices">
        {HerYes.options.map((yes) => (
          <Radio key={yes} value={yes} label={t(`things.yeses.${yes}`)} />
        ))}
      </div>
    </Radio.Group>
  );
}
