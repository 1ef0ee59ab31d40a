// Bringing records back, before anyone is signed in: find the backup, open it, see whose it is, and only then say yes.
import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTask } from '../api/use-vault.ts';
import { dayAndTime } from '../dates.ts';
import { useText } from '../text.ts';
import { ErrorSentence } from '../ui/error-sentence.tsx';
import { Phases } from '../ui/phases.tsx';
import { Note } from '../ui/status-words.tsx';
import { type PickedBackup, PickBackup } from './pick-backup.tsx';

const phaseNames = ['checking-space', 'copying', 'verifying', 'preparing', 'finishing'] as const;

export function RestoreForm({ onBack }: { onBack: () => void }) {
  const t = useText();
  const recognise = useTask('backup.recognise');
  const restore = useTask('backup.restore');
  const [picked, setPicked] = useState<PickedBackup | null>(null);
  const [replaceOther, setReplaceOther] = useState(false);
  const known = recognise.value;
  const pick = (next: PickedBackup | null): void => {
    recognise.forget();
    setPicked(next);
  };
  const isOther = known?.belongsTo === 'another-vault';
  const phases = phaseNames.map((id) => ({ id, label: t(`backups.phase.${id}`) }));
  return (
    <div className="stack">
      <p className="dim">{t('backups.restoreLead')}</p>
      <PickBackup onPick={pick} />
      {(recognise.error ?? restore.error) && <ErrorSentence error={(recognise.error ?? restore.error)!} />}
      {known && (
        <p role="status">{t('backups.isThis', { shelter: known.shelterName, date: dayAndTime(known.createdAt) })}</p>
      )}
      {known !== undefined && known.missing > 0 && <Note>{t('backups.notInIt', { count: known.missing })}</Note>}
      {isOther && (
        <>
          <Note>{t('backups.otherVault')}</Note>
          <Checkbox
            label={t('backups.replace')}
            checked={replaceOther}
            onChange={(event) => setReplaceOther(event.currentTarget.checked)}
          />
        </>
      )}
      {restore.isRunning && <Phases phases={phases} progress={restore.progress} onStop={restore.stop} />}
      {restore.value && <p role="status">{t('backups.restarting')}</p>}
      <div className="row">
        <Button variant="subtle" onClick={onBack} disabled={restore.isRunning}>
          {t('shell.back')}
        </Button>
        {known === undefined ? (
          <Button
            disabled={picked === null}
            loading={recognise.isRunning}
            onClick={() => picked && void recognise.start(picked)}
          >
            {t('backups.recognise')}
          </Button>
        ) : (
          <Button
            disabled={isOther && !replaceOther}
            loading={restore.isRunning}
            onClick={() => picked && void restore.start({ ...picked, replaceOther })}
          >
            {t('backups.restoreNow')}
          </Button>
        )}
      </div>
    </div>
  );
}
