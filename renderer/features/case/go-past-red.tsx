// Going past red: never by a click. The words are typed by hand, with a reason that stays in the log.
import { Button, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { fold } from '#shared/fold';
import { OverrideReason } from '#shared/records/contact-attempt';
import type { Pronouns } from '../../pronouns.ts';
import { useText } from '../../text.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { Stop } from '../../ui/status-words.tsx';

interface GoPastRedProps {
  readonly pronouns: Pronouns;
  readonly isRunning: boolean;
  readonly onGoOn: (reason: string) => void;
  readonly onLeave: () => void;
}

export function GoPastRed({ pronouns, isRunning, onGoOn, onLeave }: GoPastRedProps) {
  const t = useText();
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState('');
  const word = t('reach.overrideWord');
  const mayGoOn = fold(typed).trim() === fold(word) && OverrideReason.safeParse(reason).success;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (mayGoOn && !isRunning) onGoOn(reason);
  };
  return (
    <Sheet title={<Stop>{t('reach.stopTitle')}</Stop>}>
      <form className="stack" onSubmit={submit}>
        <p>{t('reach.stopSays', pronouns)}</p>
        <TextInput
          label={t('reach.typeWord', { word })}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          autoFocus
          autoComplete="off"
          spellCheck={false}
        />
        <TextInput
          label={t('reach.reason')}
          description={t('reach.reasonHint')}
          value={reason}
          maxLength={300}
          onChange={(event) => setReason(event.currentTarget.value)}
          autoComplete="off"
          dir="auto"
        />
        <div className="row wrap">
          <Button onClick={onLeave}>{t('reach.leave', pronouns)}</Button>
          <Button type="submit" variant="default" disabled={!mayGoOn} loading={isRunning}>
            {t('reach.goOn')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
