// Long work as a list of named phases: done, running, to come. Said in words; a cancel leaves everything as it was.
import { Button } from '@mantine/core';
import type { Progress } from '#shared/contract/operation';
import { useText } from '../text.ts';
import { IconCheck, IconClock, IconNotAsked } from './icons.ts';

export interface Phase {
  /** The phase name that the task reports. */
  readonly id: string;
  readonly label: string;
}

interface PhasesProps {
  readonly phases: readonly Phase[];
  /** Null before the first report; `finished` when the task has answered. */
  readonly progress: Progress | null;
  readonly isFinished?: boolean;
  readonly onStop?: () => void;
  readonly stopLabel?: string;
}

const marks = {
  done: <IconCheck size={18} stroke={2.2} aria-hidden />,
  on: <IconClock size={18} aria-hidden />,
  wait: <IconNotAsked size={16} aria-hidden />,
};
const percent = (done: number): string => `${Math.floor(done * 100)} %`;

export function Phases({ phases, progress, isFinished = false, onStop, stopLabel }: PhasesProps) {
  const t = useText();
  const at = isFinished
    ? phases.length
    : Math.max(
        0,
        phases.findIndex(({ id }) => id === progress?.phase),
      );
  const running = phases[at];
  return (
    <div className="stack">
      <ol className="phases">
        {phases.map((phase, index) => {
          const state = index < at ? 'done' : index === at ? 'on' : 'wait';
          return (
            <li key={phase.id} className={state} {...(state === 'on' ? { 'aria-current': 'step' as const } : {})}>
              {marks[state]}
              <b>{phase.label}</b>
              <span className="num">
                {state === 'on' && progress?.done !== undefined ? percent(progress.done) : ''}
              </span>
            </li>
          );
        })}
      </ol>
      <span className="vh" role="status">
        {running?.label ?? ''}
      </span>
      {onStop && !isFinished && (
        <div>
          <Button variant="default" onClick={onStop}>
            {stopLabel ?? t('words.stop')}
          </Button>
        </div>
      )}
    </div>
  );
}
