// The end of a form that changes how the house does something: its button, which waits for a change, and that it was kept.
import { Button } from '@mantine/core';
import { Ok } from './status-words.tsx';

interface KeepRowProps {
  /** "Keep these rules". */
  readonly keep: string;
  /** Said once there is something kept and nothing was changed since. */
  readonly kept: string;
  readonly isKept: boolean;
  readonly isRunning: boolean;
  readonly isDisabled: boolean;
  readonly onKeep: () => void;
  readonly variant?: 'default' | 'filled';
  readonly className?: string;
}

export function KeepRow({ keep, kept, isKept, isRunning, isDisabled, onKeep, variant, className = '' }: KeepRowProps) {
  return (
    <div className={`row wrap ${className}`.trim()}>
      <Button variant={variant ?? 'default'} loading={isRunning} disabled={isDisabled} onClick={onKeep}>
        {keep}
      </Button>
      <span role="status">{isKept && <Ok>{kept}</Ok>}</span>
    </div>
  );
}
