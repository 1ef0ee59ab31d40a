// The two buttons under every step.
import { Button } from '@mantine/core';
import { useText } from '../../text.ts';

interface FootProps {
  readonly onStep: (by: 1 | -1) => void;
  readonly isRunning: boolean;
  readonly isFirst?: boolean;
}

export function StepFoot({ onStep, isRunning, isFirst = false }: FootProps) {
  const t = useText();
  return (
    <div className="row exit-foot">
      {!isFirst && (
        <Button variant="subtle" disabled={isRunning} onClick={() => onStep(-1)}>
          {t('shell.back')}
        </Button>
      )}
      <Button loading={isRunning} onClick={() => onStep(1)}>
        {t('exit.next')}
      </Button>
    </div>
  );
}
