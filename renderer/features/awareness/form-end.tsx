// The end of a form: what stood in the way, and the two ways on.
import { Button } from '@mantine/core';
import type { ComponentProps } from 'react';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';

interface FormEndProps {
  readonly keep: string;
  readonly isRunning: boolean;
  readonly isReady: boolean;
  readonly error: ComponentProps<typeof ErrorSentence>['error'] | null | undefined;
  readonly onCancel: () => void;
}

export function FormEnd({ keep, isRunning, isReady, error, onCancel }: FormEndProps) {
  const t = useText();
  return (
    <>
      {error && <ErrorSentence error={error} />}
      <div className="row wrap">
        <Button variant="default" onClick={onCancel}>
          {t('awareness.cancel')}
        </Button>
        <Button type="submit" loading={isRunning} disabled={!isReady}>
          {keep}
        </Button>
      </div>
    </>
  );
}
