// The second person signs at the same desk, with a passphrase of her own: chosen from the colleagues by a director, and named by
// herself where the page may not list them.
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import type { WireError } from '#shared/contract/errors';
import type { StaffListed } from '#shared/records/staff-member';
import { PassphraseField } from '../session/passphrase-field.tsx';
import { useText } from '../text.ts';
import { ErrorSentence } from '../ui/error-sentence.tsx';
import './erase-form.css';

export interface Second {
  readonly signInName: string;
  readonly passphrase: string;
}

interface SecondSignsProps {
  /** Null where the page may not list them. */
  readonly others: readonly StaffListed[] | null;
  readonly isRunning: boolean;
  readonly isReady?: boolean;
  readonly error: WireError | null;
  readonly onLeave: () => void;
  readonly onSign: (second: Second) => Promise<void>;
}

export function SecondSigns({ others, isRunning, isReady = true, error, onLeave, onSign }: SecondSignsProps) {
  const t = useText();
  const [signInName, setSignInName] = useState(others?.[0]?.signInName ?? '');
  const [passphrase, setPassphrase] = useState('');
  const [isShown, setShown] = useState(false);
  const name = others?.find((one) => one.signInName === signInName)?.name ?? null;
  const isWrong = error?.code === 'wrong-passphrase';
  const mayGo = isReady && passphrase !== '' && signInName.trim() !== '';
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (!mayGo || isRunning) return;
    await onSign({ signInName: signInName.trim(), passphrase });
    setPassphrase('');
  };
  return (
    <form className="stack erase-form" onSubmit={(event) => void submit(event)}>
      <WhoSigns others={others} value={signInName} onValue={setSignInName} />
      <PassphraseField
        id="second-passphrase"
        label={name === null ? t('retention.passphraseOfSecond') : t('retention.passphrase', { name })}
        description={t('retention.lookAway')}
        value={passphrase}
        onType={setPassphrase}
        isShown={isShown}
        onShow={setShown}
        error={isWrong ? wrongWords(t, name) : undefined}
      />
      {error && !isWrong && <ErrorSentence error={error} />}
      <div className="row wrap">
        <Button variant="default" disabled={isRunning} onClick={onLeave}>
          {t('retention.leave')}
        </Button>
        <Button type="submit" loading={isRunning} disabled={!mayGo}>
          {t('retention.now')}
        </Button>
        <span className="small dim" role="status">
          {isRunning && t('retention.running')}
        </span>
      </div>
    </form>
  );
}

const wrongWords = (t: ReturnType<typeof useText>, name: string | null): string =>
  name === null ? t('retention.passphraseWrongSecond') : t('retention.passphraseWrong', { name });

interface WhoSignsProps {
  readonly others: readonly StaffListed[] | null;
  readonly value: string;
  readonly onValue: (signInName: string) => void;
}

function WhoSigns({ others, value, onValue }: WhoSignsProps) {
  const t = useText();
  if (others === null)
    return (
      <TextInput
        label={t('retention.secondName')}
        description={t('retention.secondNameSays')}
        value={value}
        autoComplete="off"
        onChange={(event) => onValue(event.currentTarget.value)}
      />
    );
  return (
    <NativeSelect
      label={t('retention.second')}
      value={value}
      data={others.map((one) => ({ value: one.signInName, label: one.name }))}
      onChange={(event) => onValue(event.currentTarget.value)}
    />
  );
}
