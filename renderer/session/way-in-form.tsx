// A way in without a passphrase: something on paper opens the vault for a director and gives her a new passphrase in the same act.
import { Button, TextInput } from '@mantine/core';
import { type ReactNode, type SubmitEvent, useState } from 'react';
import type { WireError } from '#shared/contract/errors';
import { useText } from '../text.ts';
import { ErrorSentence } from '../ui/error-sentence.tsx';
import { IconNext } from '../ui/icons.ts';
import { NewPassphrase } from './new-passphrase.tsx';

interface WayInFormProps {
  readonly lead: string;
  /** What is typed from the paper. */
  readonly children: ReactNode;
  /** It is all there, and checks itself: who comes in is asked then. */
  readonly isWhole: boolean;
  readonly label: string;
  readonly isRunning: boolean;
  readonly error: WireError | null;
  readonly onBack: () => void;
  readonly onOpen: (who: { readonly signInName: string; readonly newPassphrase: string }) => void;
}

export function WayInForm({ lead, children, isWhole, label, isRunning, error, onBack, onOpen }: WayInFormProps) {
  const t = useText();
  const [signInName, setSignInName] = useState('');
  const [newPassphrase, setNewPassphrase] = useState<string | null>(null);
  const isReady = isWhole && signInName.trim() !== '' && newPassphrase !== null;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (isReady) onOpen({ signInName, newPassphrase });
  };
  return (
    <form className="night-form" onSubmit={submit}>
      <p className="dim">{lead}</p>
      {children}
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
          <NewPassphrase knownWords={[signInName]} onReady={setNewPassphrase} />
        </>
      )}
      {error && <ErrorSentence error={error} />}
      <div className="row between">
        <Button variant="default" onClick={onBack}>
          {t('session.backToPassphrase')}
        </Button>
        <Button
          type="submit"
          loading={isRunning}
          disabled={!isReady}
          rightSection={<IconNext size={18} className="flip" aria-hidden />}
        >
          {label}
        </Button>
      </div>
    </form>
  );
}
