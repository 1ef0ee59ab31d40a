// The kind of place that comes next; never the place itself.
import { NativeSelect } from '@mantine/core';
import { Destination } from '#shared/records/exit-destinations';
import { useText } from '../../text.ts';
import { Sheet } from '../../ui/sheet.tsx';
import type { StepProps } from './step.ts';
import { StepFoot } from './step-foot.tsx';

/** By the series of the codes, the nearest to a home first. */
const groups = [
  ['home', ['410', '435', '411', '421', '422', '423']],
  ['between', ['302', '312', '313', '314', '329', '332']],
  ['house', ['204', '205', '206', '207', '215', '225']],
  ['street', ['101', '116', '118']],
  ['open', ['17', '30', '8', '9', '99', '24']],
] as const;

export function WhereStep({ exit, onWrite, onStep, isRunning }: StepProps) {
  const t = useText();
  return (
    <Sheet title={t('exit.stepWhere')}>
      <div className="stack one-column">
        <NativeSelect
          id="exit-destination"
          label={t('exit.destination')}
          description={t('exit.destinationHint')}
          value={exit.destination ?? ''}
          data={[
            { value: '', label: t('exit.destinationNone') },
            ...groups.map(([group, codes]) => ({
              group: t(`exit.destinationGroup.${group}`),
              items: codes.map((value) => ({ value, label: t(`exit.place.${value}`) })),
            })),
          ]}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            onWrite({ destination: Destination.options.find((one) => one === chosen) ?? null }, 'exit-destination');
          }}
        />
        <StepFoot onStep={onStep} isRunning={isRunning} />
      </div>
    </Sheet>
  );
}
