// Two trustees at the locked screen: their sheets open the records for a director and give her a new passphrase in the same act.
import { Button, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useTask } from '../api/use-vault.ts';
import { useText } from '../text.ts';
import { ErrorSentence } from '../ui/error-sentence.tsx';
import { IconNext } from '../ui/icons.ts';
import { NewPassphrase } from './new-passphrase.tsx';
import { isWhole, noLines, SheetFields } from './sheet-fields.tsx';

export function TrusteesForm({ onBack }: { onBack: () => void }) {
  const t = useText();
  const open = useTask('session.openWithTrustees');
  const [one, setOne] = useState(noLines);
  const [other, setOther] = useState(noLines);
  const [signInName, setSignInName] = useState('');
  const [passphrase, setPassphrase] = useState<string | null>(null);
  const areWhole = isWhole(one) && isWhole(other);
  const isReady = areWhole && signInName.trim() !== '' && passphrase !== null;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (passphrase === null || !isReady) return;
    void open.start({ sheets: [[...one], [...other]], signInName, newPassphrase: passphrase });
  };
  return (
    <form className="night-form" onSubmit={submit}>
      <p className="dim">{t('trustees.openLead')}</p>
      <SheetFields id="sheet-one" label={t('trustees.sheetOne')} lines={one} onLines={setOne} />
      <SheetFields id="sheet-two" label={t('trustees.sheetTwo')} lines={other} onLines={setOther} />
      {areWhole && (
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
      {open.error && <ErrorSentence error={open.error} />}
      <div className="row between">
        <Button variant="default" onClick={onBack}>
          {t('session.backToPassphrase')}
        </Button>
        <Button
          type="submit"
          loading={open.isRunning}
          disabled={!isReady}
          rightSection={<IconNext size={18} className="flip" aria-hidden />}
        >
          {t('trustees.open')}
        </Button>
      </div>
    </form>
  );
}
