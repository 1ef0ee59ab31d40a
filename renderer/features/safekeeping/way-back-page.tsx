// Making a recovery code, or proving that the one on paper is right: the same steps as in the first run.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { WayBack } from '#shared/records/session';
import { useRead } from '../../api/use-vault.ts';
import { dateOf, fullDate } from '../../dates.ts';
import { useWayBack, WayBackSteps } from '../../session/way-back-steps.tsx';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Verdict } from '../../ui/verdict.tsx';
import { BackToSafekeeping, WayOut } from './way-out.tsx';
import './safekeeping.css';

const leads = {
  'not-typed-back': 'safekeeping.codeNotTypedLead',
  'typed-back': 'safekeeping.codeGoodLead',
  used: 'safekeeping.codeUsedLead',
} as const;

export function WayBackPage() {
  const t = useText();
  const wayBack = useRead('session.wayBack', {});
  const [isDone, setDone] = useState(false);
  // What was true when the page was opened: making a code must not change the words around it.
  const [before, setBefore] = useState<WayBack | null>(null);
  if (before === null && wayBack.value) setBefore(wayBack.value);
  return (
    <>
      <div className="no-print">
        <PageHead
          title={t('safekeeping.wayBack')}
          fact={t('safekeeping.wayBackSays')}
          actions={!isDone && <BackToSafekeeping />}
        />
      </div>
      <div className="keep-own">
        {wayBack.error && <ErrorSentence error={wayBack.error} />}
        {isDone ? (
          <Verdict
            good
            outcome={t('safekeeping.codeDone')}
            consequence={t('safekeeping.codeDoneSays')}
            foot={<WayOut />}
          />
        ) : (
          before && <Steps before={before} onDone={() => setDone(true)} />
        )}
      </div>
    </>
  );
}

function Steps({ before, onDone }: { before: WayBack; onDone: () => void }) {
  const t = useText();
  const work = useWayBack();
  const hasEarlier = before.state !== 'none';
  const finish = async (): Promise<void> => {
    if (await work.finish()) onDone();
  };
  return (
    <>
      <WayBackSteps
        work={work}
        lead={
          hasEarlier ? t(leads[before.state], { day: fullDate(dateOf(before.since)) }) : t('safekeeping.codeNoneLead')
        }
        makeLabel={hasEarlier ? t('safekeeping.newCode') : t('safekeeping.makeCode')}
        {...(hasEarlier ? { makeHint: t('setup.newCodeHint') } : {})}
        onTypedBack={() => void finish()}
      />
      <div className="row no-print">
        <Button size="md" disabled={!work.isTypedBack} loading={work.confirm.isRunning} onClick={() => void finish()}>
          {t('safekeeping.finishCode')}
        </Button>
      </div>
    </>
  );
}
