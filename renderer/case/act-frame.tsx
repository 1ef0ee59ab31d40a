// One small act under a line of a list: its fields, leaving it, and doing it.
import { Button } from '@mantine/core';
import type { ReactNode, SubmitEvent } from 'react';
import type { WireError } from '#shared/contract/errors';
import { useText } from '../text.ts';
import { ErrorSentence } from '../ui/error-sentence.tsx';
import './act-frame.css';

interface ActFrameProps {
  readonly name: string;
  readonly error: WireError | null;
  readonly isRunning: boolean;
  readonly isReady?: boolean;
  readonly children: ReactNode;
  readonly onKeep: () => Promise<unknown>;
  readonly onCancel: () => void;
}

export function ActFrame({ name, error, isRunning, isReady = true, children, onKeep, onCancel }: ActFrameProps) {
  const t = useText();
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (isReady && !isRunning) void onKeep();
  };
  return (
    <form className="stack act-frame" aria-label={name} onSubmit={submit}>
      {children}
      {error && <ErrorSentence error={error} />}
      <div className="row wrap">
        <Button variant="default" onClick={onCancel}>
          {t('things.cancel')}
        </Button>
        <Button type="submit" loading={isRunning} disabled={!isReady}>
          {name}
        </Button>
      </div>
    </form>
  );
}
