// The indicators of one dimension, each with four small choices. Tab goes from row to row, arrows choose.
import { Button, Radio } from '@mantine/core';
import { useId } from 'react';
import { type Indicator, ilo2009 } from '#shared/indicators/ilo-2009';
import {
  type Dimension,
  type IndicatorMarks,
  type IndicatorProfile,
  IndicatorState,
  indicatorsOf,
} from '#shared/records/identification-rules';
import { useText } from '../../text.ts';
import { IconNext } from '../../ui/icons.ts';
import { Sheet } from '../../ui/sheet.tsx';

const states = IndicatorState.options;
/** Of the first choice of an indicator, to which unlocking returns. */
export const fieldOf = (indicatorId: string): string => `mark-${indicatorId}`;

interface MarkRowsProps {
  readonly profile: IndicatorProfile;
  readonly dimension: Dimension;
  readonly marks: IndicatorMarks;
  readonly onMark: (id: string, state: IndicatorState) => void;
  readonly onDimension: (dimension: Dimension) => void;
}

export function MarkRows({ profile, dimension, marks, onMark, onDimension }: MarkRowsProps) {
  const at = ilo2009.dimensions.findIndex(({ id }) => id === dimension);
  const next = ilo2009.dimensions[at + 1];
  return (
    <Sheet className="asking" title={ilo2009.dimensions[at]?.title}>
      <div className="mark-rows">
        {indicatorsOf(profile)
          .filter((one) => one.dimension === dimension)
          .map((indicator) => (
            <MarkRow
              key={indicator.id}
              indicator={indicator}
              state={marks[indicator.id] ?? 'NOT_ASKED'}
              onState={(state) => onMark(indicator.id, state)}
            />
          ))}
      </div>
      {next && (
        <div className="asking-foot mark-foot">
          <Button
            variant="default"
            onClick={() => onDimension(next.id)}
            rightSection={<IconNext size={17} className="flip" aria-hidden />}
          >
            {next.title}
          </Button>
        </div>
      )}
    </Sheet>
  );
}

interface MarkRowProps {
  readonly indicator: Indicator;
  readonly state: IndicatorState;
  readonly onState: (state: IndicatorState) => void;
}

function MarkRow({ indicator, state, onState }: MarkRowProps) {
  const t = useText();
  const label = useId();
  return (
    <div className="mark-row" role="radiogroup" aria-labelledby={label}>
      <p id={label}>{indicator.label}</p>
      <div className="choices">
        {states.map((one) => (
          <Radio
            key={one}
            id={one === 'PRESENT' ? fieldOf(indicator.id) : `${fieldOf(indicator.id)}-${one.toLowerCase()}`}
            name={fieldOf(indicator.id)}
            value={one}
            checked={state === one}
            onChange={() => onState(one)}
            label={t(`happened.state.${one}`)}
          />
        ))}
      </div>
    </div>
  );
}
