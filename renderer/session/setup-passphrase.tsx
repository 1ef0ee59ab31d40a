// Step 2: the director's passphrase. At its end the vault is made.
import { Button } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useTask } from '../api/use-vault.ts';
import { useText } from '../text.ts';
import { ErrorSentence } from '../ui/error-sentence.tsx';
import { NewPassphrase } from './new-passphrase.tsx';
import { Next, SetupFrame } from './setup-frame.tsx';
import type { Office } from './setup-office.tsx';

export function SetupPassphrase({ office, onBack }: { office: Office; onBack: () => void }) {
  const t = useText();
  const create = useTask('session.createVault');
  const [passphrase, setPassphrase] = useState<string | null>(null);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (passphrase !== null && !create.isRunning) void create.start({ ...office, passphrase });
  };
  return (
    <form onSubmit={submit}>
      <SetupFrame
        step="passphrase"
        title={t('setup.passphrase')}
        lead={t('setup.passphraseLead')}
        foot={
          <>
            <Button size="md" variant="subtle" onClick={onBack}>
              {t('shell.back')}
            </Button>
            <span className="grow" />
            <Next label={t('setup.makeRecords')} isReady={passphrase !== null} isRunning={create.isRunning} />
          </>
        }
      >
        <NewPassphrase knownWords={Object.values(office)} onReady={setPassphrase} />
        <p className="small dim" role="status">
          {create.isRunning && t('setup.making')}
        </p>
        {create.error && <ErrorSentence error={create.error} />}
      </SetupFrame>
    </form>
  );
}
