// Step 3: the recovery code is shown once, printed or written, and typed back whole. Only then does it count.
// A sheet from an earlier evening can be typed back as well; making a new code ends the earlier one, so that is asked for.
import { Button } from '@mantine/core';
import { useEffect, useEffectEvent } from 'react';
import { useText } from '../text.ts';
import { Next, SetupFrame } from './setup-frame.tsx';
import { useWayBack, WayBackSteps } from './way-back-steps.tsx';

interface SetupWayBackProps {
  /** The vault was made a moment ago: there can be no earlier sheet, so a code is made at once. */
  readonly isFresh: boolean;
  readonly onLater: () => void;
  readonly onDone: () => void;
}

export function SetupWayBack({ isFresh, onLater, onDone }: SetupWayBackProps) {
  const t = useText();
  const work = useWayBack();
  const begin = useEffectEvent(() => void work.make.start({}));
  useEffect(() => {
    if (isFresh) begin();
  }, [isFresh]);
  const finish = async (): Promise<void> => {
    if (await work.finish()) onDone();
  };
  return (
    <SetupFrame
      step="wayBack"
      title={t('setup.wayBackTitle')}
      lead={t('setup.wayBackLead')}
      foot={
        <>
          <span className="grow" />
          <Button size="md" variant="default" onClick={onLater}>
            {t('setup.later')}
          </Button>
          <Next
            label={t('setup.toBackup')}
            isReady={work.isTypedBack}
            isRunning={work.confirm.isRunning}
            onClick={() => void finish()}
          />
        </>
      }
    >
      <WayBackSteps
        work={work}
        lead={t('setup.codeOnPaper')}
        makeLabel={t('setup.newCode')}
        makeHint={t('setup.newCodeHint')}
        onTypedBack={() => void finish()}
      />
    </SetupFrame>
  );
}
