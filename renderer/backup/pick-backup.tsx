// Finding a backup and saying what opens it. Nothing is opened here; the same steps lead to a test and to a restore.
import { Button, Radio, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Choice } from '#shared/contract/bridge';
import { ChoiceHandle } from '#shared/ids';
import type { BackupCredential, BackupName, FoundBackup } from '#shared/records/backup';
import { useTask } from '../api/use-vault.ts';
import { useBridge } from '../bridge.tsx';
import { dayAndTime } from '../dates.ts';
import { PassphraseField } from '../session/passphrase-field.tsx';
import { RecoveryCodeField } from '../session/recovery-code-field.tsx';
import { useText } from '../text.ts';
import { ErrorSentence } from '../ui/error-sentence.tsx';
import { Note } from '../ui/status-words.tsx';

export interface PickedBackup {
  readonly folder: ChoiceHandle;
  readonly name: BackupName;
  readonly credential: BackupCredential;
}

/** `onPick` gets null until the choice is whole. */
export function PickBackup({ onPick }: { onPick: (picked: PickedBackup | null) => void }) {
  const t = useText();
  const bridge = useBridge();
  const inspect = useTask('backup.inspect');
  const [place, setPlace] = useState<Choice | null>(null);
  const [name, setName] = useState<BackupName | null>(null);
  const [credential, setCredential] = useState<BackupCredential | null>(null);
  const tell = (nextName: BackupName | null, nextCredential: BackupCredential | null): void => {
    setName(nextName);
    setCredential(nextCredential);
    const whole = place !== null && nextName !== null && nextCredential !== null;
    onPick(whole ? { folder: ChoiceHandle.parse(place.handle), name: nextName, credential: nextCredential } : null);
  };
  const look = async (): Promise<void> => {
    const choice = await bridge.choose('restore-folder');
    if (choice === null) return;
    setPlace(choice);
    tell(null, credential);
    void inspect.start({ folder: ChoiceHandle.parse(choice.handle) });
  };
  return (
    <div className="stack">
      <div className="row wrap">
        <Button variant="default" loading={inspect.isRunning} onClick={() => void look()}>
          {t('backups.lookIn')}
        </Button>
        {place && <span className="dim">{t('backups.lookingIn', { name: place.name })}</span>}
      </div>
      {inspect.error && <ErrorSentence error={inspect.error} />}
      {inspect.value?.length === 0 && <Note>{t('backups.noneThere')}</Note>}
      {inspect.value && inspect.value.length > 0 && (
        <Radio.Group label={t('backups.which')} value={name ?? ''} onChange={(value) => tell(value, credential)}>
          <div className="stack share-ways">
            {inspect.value.map((backup) => (
              <FoundRow key={backup.name} backup={backup} />
            ))}
          </div>
        </Radio.Group>
      )}
      {name !== null && <Credential onCredential={(next) => tell(name, next)} />}
    </div>
  );
}

function FoundRow({ backup }: { backup: FoundBackup }) {
  const t = useText();
  if (backup.state !== 'complete') {
    return (
      <Radio
        value={backup.name}
        disabled
        label={backup.name}
        description={t('backups.broken', { state: t(`backups.state.${backup.state}`) })}
      />
    );
  }
  const size = (backup.bytes / 1_000_000).toFixed(1);
  const of =
    backup.belongsTo === 'another-vault'
      ? t('backups.ofOther')
      : backup.belongsTo === 'this-vault'
        ? t('backups.ofThis')
        : '';
  return (
    <Radio
      value={backup.name}
      label={t('backups.found', { date: dayAndTime(backup.createdAt), size })}
      description={backup.missing > 0 ? <Note>{t('backups.notInIt', { count: backup.missing })}</Note> : of}
    />
  );
}

function Credential({ onCredential }: { onCredential: (credential: BackupCredential | null) => void }) {
  const t = useText();
  const [by, setBy] = useState<BackupCredential['by']>('passphrase');
  const [signInName, setSignInName] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [recoveryCode, setRecoveryCode] = useState('');
  const [isShown, setShown] = useState(false);
  const tell = (nextBy: BackupCredential['by'], name: string, words: string, code: string): void => {
    setBy(nextBy);
    setSignInName(name);
    setPassphrase(words);
    setRecoveryCode(code);
    if (nextBy === 'recovery-code') onCredential(code.trim() === '' ? null : { by: nextBy, recoveryCode: code });
    else onCredential(name.trim() === '' || words === '' ? null : { by: nextBy, signInName: name, passphrase: words });
  };
  return (
    <>
      <Radio.Group
        label={t('backups.openWith')}
        value={by}
        onChange={(value) => tell(value, signInName, passphrase, recoveryCode)}
      >
        <div className="stack share-ways">
          <Radio value="passphrase" label={t('backups.byPassphrase')} />
          <Radio value="recovery-code" label={t('backups.byCode')} />
        </div>
      </Radio.Group>
      {by === 'passphrase' ? (
        <>
          <TextInput
            id="backup-sign-in"
            label={t('backups.signInName')}
            autoComplete="off"
            spellCheck={false}
            value={signInName}
            onChange={(event) => tell(by, event.currentTarget.value, passphrase, recoveryCode)}
          />
          <PassphraseField
            id="backup-passphrase"
            label={t('backups.passphrase')}
            value={passphrase}
            onType={(words) => tell(by, signInName, words, recoveryCode)}
            isShown={isShown}
            onShow={setShown}
          />
        </>
      ) : (
        <RecoveryCodeField
          id="backup-code"
          label={t('backups.code')}
          value={recoveryCode}
          onType={(code) => tell(by, signInName, passphrase, code)}
        />
      )}
    </>
  );
}
