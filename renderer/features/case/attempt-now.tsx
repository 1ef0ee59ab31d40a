// An attempt that has begun: the number or address to use by hand, what to mind, and then how it went.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ContactOutcome, StoredContactAttempt } from '#shared/records/contact-attempt';
import { type ContactMethod, mayUse } from '#shared/records/safe-contact';
import type { Pronouns } from '../../pronouns.ts';
import { useText } from '../../text.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { Note, Stop } from '../../ui/status-words.tsx';
import { OutcomeButtons } from './outcome-buttons.tsx';

interface AttemptNowProps {
  readonly attempt: StoredContactAttempt;
  readonly method: ContactMethod;
  readonly pronouns: Pronouns;
  readonly onDone: () => void;
}

export function AttemptNow({ attempt, method, pronouns, onDone }: AttemptNowProps) {
  const t = useText();
  const [said, setSaid] = useState<ContactOutcome | null>(null);
  if (said === 'UNSAFE_STOPPED') {
    return (
      <Sheet title={t('reach.outcome.UNSAFE_STOPPED')}>
        <div className="stack">
          <p>{t('reach.unsafe')}</p>
          <div>
            <Button variant="default" onClick={onDone}>
              {t('words.back')}
            </Button>
          </div>
        </div>
      </Sheet>
    );
  }
  const heard = (outcome: ContactOutcome): void => (outcome === 'UNSAFE_STOPPED' ? setSaid(outcome) : onDone());
  return (
    <Sheet lit title={t('reach.now', pronouns)} end={t(`cases.way.${method.way}`)}>
      <div className="stack">
        <p className="reach-value">
          <bdi>{method.value || t('cases.way.IN_PERSON_ONLY')}</bdi>
        </p>
        {method.way === 'CALL' &&
          (mayUse(method.voicemail) ? <Note>{t('reach.voicemailYes')}</Note> : <Stop>{t('reach.voicemailNo')}</Stop>)}
        {method.caution !== '' && <p dir="auto">{method.caution}</p>}
        <p className="small">{t('reach.dial')}</p>
        <OutcomeButtons attempt={attempt} label={t('reach.howWent')} onSaid={heard} />
      </div>
    </Sheet>
  );
}
