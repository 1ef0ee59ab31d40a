// The locked screen: the lamp is on and nobody is named. No counts, no dates, no last-here.
import { Anchor, Button, TextInput } from '@mantine/core';
import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import type { WireError } from '#shared/contract/errors';
import { languages } from '#shared/text/language';
import { useTask } from '../api/use-vault.ts';
import { RestoreForm } from '../backup/restore-form.tsx';
import { SalvageForm } from '../backup/salvage-form.tsx';
import { now } from '../clock.ts';
import { chooseLanguage, useText } from '../text.ts';
import { ErrorSentence } from '../ui/error-sentence.tsx';
import { IconNext } from '../ui/icons.ts';
import { Lamp } from '../ui/lamp.tsx';
import { KeyFileAtHand } from './key-file-at-hand.tsx';
import { Night } from './night.tsx';
import { PassphraseField } from './passphrase-field.tsx';
import { RecoverForm } from './recover-form.tsx';
import { TrusteesForm } from './trustees-form.tsx';
import { UnlockHelp } from './unlock-help.tsx';
import { useCountdown } from './use-countdown.ts';

/** After this many misses the screen offers help by itself. */
const HELP_AFTER = 3;

interface UnlockScreenProps {
  readonly misses: number;
  readonly waitSeconds: number;
  readonly onMiss: () => void;
}

export function UnlockScreen(props: UnlockScreenProps) {
  const t = useText();
  const [way, setWay] = useState<Way>('unlock');
  const [isHelping, setHelping] = useState(false);
  return (
    <Night foot={<Foot onHelp={() => setHelping(true)} />}>
      <main className="night-card">
        <div className="night-brand">
          <Lamp size={36} />
          <h1>{titleOf(t, way)}</h1>
        </div>
        {way === 'recover' && <RecoverForm onBack={() => setWay('unlock')} />}
        {way === 'trustees' && <TrusteesForm onBack={() => setWay('unlock')} />}
        {way === 'restore' && <RestoreForm onBack={() => setWay('unlock')} />}
        {way === 'salvage' && <SalvageForm onBack={() => setWay('unlock')} />}
        {way === 'unlock' && (
          <UnlockForm
            {...props}
            isHelping={isHelping || props.misses >= HELP_AFTER}
            onRecover={() => setWay('recover')}
            onTrustees={() => setWay('trustees')}
            onRestore={() => setWay('restore')}
            onSalvage={() => setWay('salvage')}
          />
        )}
      </main>
    </Night>
  );
}

type Way = 'unlock' | 'recover' | 'trustees' | 'restore' | 'salvage';

function titleOf(t: ReturnType<typeof useText>, way: Way): string {
  if (way === 'restore') return t('backups.restore');
  if (way === 'trustees') return t('trustees.openTitle');
  if (way === 'salvage') return t('salvage.title');
  return way === 'recover' ? t('session.recoverTitle') : t('shell.name');
}

function Foot({ onHelp }: { onHelp: () => void }) {
  const t = useText();
  return (
    <>
      <Anchor component="button" type="button" onClick={onHelp}>
        {t('session.cannotGetIn')}
      </Anchor>
      {languages.length > 1 && (
        <span className="row">
          {languages.map((language) => (
            <Anchor
              key={language.code}
              component="button"
              type="button"
              lang={language.code}
              onClick={() => void chooseLanguage(language)}
            >
              {language.name}
            </Anchor>
          ))}
        </span>
      )}
    </>
  );
}

type UnlockFormProps = UnlockScreenProps & {
  readonly isHelping: boolean;
  readonly onRecover: () => void;
  readonly onTrustees: () => void;
  readonly onRestore: () => void;
  readonly onSalvage: () => void;
};

function UnlockForm({ misses, waitSeconds, onMiss, isHelping, ...ways }: UnlockFormProps) {
  const t = useText();
  const unlock = useTask('session.unlock');
  const [signInName, setSignInName] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [isShown, setShown] = useState(false);
  const [waitUntil, setWaitUntil] = useState(() => untilOf(waitSeconds));
  const [known, setKnown] = useState({ misses, waitSeconds });
  if (known.misses !== misses || known.waitSeconds !== waitSeconds) {
    setKnown({ misses, waitSeconds });
    setWaitUntil(untilOf(waitSeconds));
  }
  const waiting = useCountdown(waitUntil);
  const nameField = useRef<HTMLInputElement>(null);
  const passphraseField = useRef<HTMLInputElement>(null);
  useEffect(() => nameField.current?.focus(), []);

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (signInName.trim() === '') return nameField.current?.focus();
    if (waiting > 0 || unlock.isRunning) return;
    const result = await unlock.start({ signInName, passphrase });
    if (result.ok) return;
    onMiss();
    passphraseField.current?.focus();
    passphraseField.current?.select();
  };

  return (
    <form className="night-form" onSubmit={(event) => void submit(event)}>
      <TextInput
        ref={nameField}
        id="sign-in-name"
        size="md"
        label={t('session.signInName')}
        value={signInName}
        onChange={(event) => setSignInName(event.currentTarget.value)}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      <div className="night-pass">
        <PassphraseField
          fieldRef={passphraseField}
          id="passphrase"
          size="md"
          label={t('session.passphrase')}
          value={passphrase}
          onType={setPassphrase}
          isShown={isShown}
          onShow={setShown}
        />
        <Button
          type="submit"
          size="md"
          loading={unlock.isRunning}
          disabled={waiting > 0}
          rightSection={<IconNext size={18} className="flip" aria-hidden />}
        >
          {t('session.open')}
        </Button>
      </div>
      <p className="dim small" role="status">
        {unlock.isRunning
          ? t('session.opening')
          : waiting > 0
            ? t('session.wait', { seconds: waiting })
            : t('session.openingHint')}
      </p>
      <KeyFileAtHand />
      {unlock.error && !isWaitOnly(unlock.error) && (
        <ErrorSentence error={unlock.error}>
          {isDamage(unlock.error) && (
            <Button variant="default" onClick={ways.onSalvage}>
              {t('salvage.offer')}
            </Button>
          )}
        </ErrorSentence>
      )}
      {isHelping && <UnlockHelp onShow={() => setShown(true)} {...ways} />}
    </form>
  );
}

const untilOf = (waitSeconds: number): number | null => (waitSeconds > 0 ? now() + waitSeconds * 1000 : null);
/** What lies here does not open as it is, and can still be read. */
const isDamage = ({ code }: WireError): boolean =>
  code === 'vault-damaged' ||
  code === 'vault-commits-missing' ||
  code === 'vault-rolled-back' ||
  code === 'history-changed';
/** The countdown says it already. */
const isWaitOnly = ({ code }: WireError): boolean => code === 'unlock-wait';
