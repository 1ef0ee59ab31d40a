// The way back in: the printed code opens the vault for a director and gives her a new passphrase in the same act.
import { Button, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useTask } from '../api/use-vault.ts';
import { useText } from '../text.ts';
import { ErrorSentence } from '../ui/error-sentence.tsx';
import { IconNext } from '../ui/icons.ts';
import { NewPassphrase } from './new-passphrase.tsx';
import { judgeCode, RecoveryCodeField } from './recovery-code-field.tsx';

export function RecoverForm({ onBack }: { onBack: () => void }) {
  const t = useText();
  const recover = useTask('session.recover');
  const [code, setCode] = useState('');
  const [signInName, setSignInName] = useState('');
  const [passphrase, setPassphrase] = useState<string | null>(null);
  const isWhole = judgeCode(code, null).state === 'whole';
  const isReady = isWhole && signInName.trim() !== '' && passphrase !== null;

  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (passphrase === null || !isReady) return;
    void recover.start({ recoveryCode: code, signInName, newPassphrase: passphrase });
  };
  return (
    <form className="night-form" onSubmit={submit}>
      <p className="dim">{t('session.recoverLead')}</p>
      <RecoveryCodeField id="recovery-code" label={t('session.recoveryCodeFromPaper')} value={code} onType={setCode} />
      {isWhole && (
        <>
          <TextInput
            id="director-sign-in"
            size="md"
            label={t('session.directorSignIn')}
            value={signInName}
            onChange={(event) => setSignInName(event.currentTarget.value)}
            autoComplete="off"
            spellCheck={false}
          />
          <NewPassphrase knownWords={[signInName]} onReady={setPassphrase} />
        </>
      )}
      {recover.error && <ErrorSentence error={recover.error} />}
      <div className="row between">
        <Button variant="default" onClick={onBack}>
          {t('session.backToPassphrase')}
        </Button>
        <Button
          type="submit"
          loading={recover.isRunning}
          disabled={!isReady}
          rightSection={<IconNext size={18} className="flip" aria-hidden />}
        >
          {t('session.recoverOpen')}
        </Button>
      </div>
    </form>
  );
}
