// Finding a backup and saying what opens it. Nothing is opened here; the same steps lead to a test and to a restore.
import { Button, Radio } from '@mantine/core';
import { useState } from 'react';
import type { Choice } from '#shared/contract/bridge';
import { ChoiceHandle } from '#shared/ids';
import type { BackupCredential, BackupName, FoundBackup } from '#shared/records/backup';
import { useTask } from '../api/use-vault.ts';
import { useBridge } from '../bridge.tsx';
import { dayAndTime } from '../dates.ts';
import { useText } from '../text.ts';
import { ErrorSentence } from '../ui/error-sentence.tsx';
import { Note } from '../ui/status-words.tsx';
import { CredentialFields, type CredentialLabels } from './credential-fields.tsx';

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
      {name !== null && (
        <CredentialFields id="backup" labels={ofThatTime(t)} onCredential={(next) => tell(name, next)} />
      )}
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
      description={<About backup={backup} of={of} />}
    />
  );
}

type Complete = Extract<FoundBackup, { state: 'complete' }>;

/** What must be known of it before it is chosen; else only whose it is. */
function About({ backup, of }: { backup: Complete; of: string }) {
  const t = useText();
  const date = dayAndTime(backup.createdAt);
  const { history, missing } = backup;
  const said = [
    missing > 0 ? t('backups.notInIt', { count: missing }) : null,
    history === 'other' ? t('backups.historyOther', { date }) : null,
    history === 'newer' ? t('backups.historyNewer', { date }) : null,
    history === 'left-behind' ? t('backups.historyLeftBehind') : null,
  ].filter((line) => line !== null);
  return said.length === 0 ? of : said.map((line) => <Note key={line}>{line}</Note>);
}

const ofThatTime = (t: ReturnType<typeof useText>): CredentialLabels => ({
  openWith: t('backups.openWith'),
  signInName: t('backups.signInName'),
  passphrase: t('backups.passphrase'),
  code: t('backups.code'),
});
