// Step 2: the colleague herself sits at the keyboard. At its end she has a key.
import { Button } from '@mantine/core';
import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import type { StaffListed } from '#shared/records/staff-member';
import { useTask } from '../../api/use-vault.ts';
import { NewPassphrase } from '../../session/new-passphrase.tsx';
import { useSession } from '../../session/session-gate.tsx';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import type { Who } from './colleague-who.tsx';

interface ColleaguePassphraseProps {
  readonly who: Who;
  readonly onBack: () => void;
  readonly onTaken: () => void;
  readonly onAdded: (added: StaffListed) => void;
}

export function ColleaguePassphrase({ who, onBack, onTaken, onAdded }: ColleaguePassphraseProps) {
  const t = useText();
  const { shelterName } = useSession();
  const add = useTask('staffMember.add');
  const [passphrase, setPassphrase] = useState<string | null>(null);
  const lead = useRef<HTMLParagraphElement>(null);
  useEffect(() => lead.current?.focus(), []);
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (passphrase === null || add.isRunning) return;
    const result = await add.start({ ...who, passphrase });
    if (result.ok) onAdded(result.value);
    else if (result.error.code === 'name-taken') onTaken();
  };
  return (
    <form className="stack keep-form" onSubmit={(event) => void submit(event)}>
      <Sheet title={t('safekeeping.handOver')}>
        <p className="keep-lead" ref={lead} tabIndex={-1}>
          {t('safekeeping.handOverSays', { name: who.name })}
        </p>
        <NewPassphrase knownWords={[who.name, who.signInName, shelterName]} onReady={setPassphrase} />
      </Sheet>
      {add.error && add.error.code !== 'name-taken' && <ErrorSentence error={add.error} />}
      <div className="row wrap">
        <Button size="md" variant="default" onClick={onBack}>
          {t('shell.back')}
        </Button>
        <Button type="submit" size="md" disabled={passphrase === null} loading={add.isRunning}>
          {t('safekeeping.giveAccess')}
        </Button>
        <span className="small dim" role="status">
          {add.isRunning && t('safekeeping.givingAccess')}
        </span>
      </div>
    </form>
  );
}
