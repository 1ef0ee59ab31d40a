// Several of a short list, ticked.
import { Checkbox } from '@mantine/core';

interface TicksProps<Value extends string> {
  readonly label: string;
  readonly options: readonly Value[];
  readonly words: (value: Value) => string;
  readonly value: readonly Value[];
  readonly onValue: (value: Value[]) => void;
}

/** In the order of the list, whichever was ticked first. */
export function Ticks<Value extends string>({ label, options, words, value, onValue }: TicksProps<Value>) {
  return (
    <Checkbox.Group
      label={label}
      value={[...value]}
      onChange={(ticked) => onValue(options.filter((one) => ticked.includes(one)))}
    >
      <div className="awareness-ticks">
        {options.map((one) => (
          <Checkbox key={one} value={one} label={words(one)} />
        ))}
      </div>
    </Checkbox.Group>
  );
}
