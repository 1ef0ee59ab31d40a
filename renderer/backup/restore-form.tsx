// Bringing records back, before anyone is signed in: find the backup, open it, see whose it is, and only then say yes.
import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { ChoiceHandle } from '#shared/ids';
import type { RecognisedBackup } from '#shared/records/backup';
import { useTask } from '../api/use-vault.ts';
import { dayAndTime } from '../dates.ts';
import { useText } from '../text.ts';
import { ErrorSentence } from '../ui/error-sentence.tsx';
import { Phases } from '../ui/phases.tsx';
import { Note } from '../ui/status-words.tsx';
import { ErasedListNote, useSaysWithout } from './erased-list.tsx';
import { type PickedBackup, PickBackup } from './pick-backup.tsx';

const phaseNames = ['checking-space', 'copying', 'verifying', 'preparing', 'finishing'] as const;

export function RestoreForm({ onBack }: { onBack: () => void }) {
  const t = useText();
  const recognise = useTask('backup.recognise');
  const restore = useTask('backup.restore');
  const [picked, setPicked] = useState<PickedBackup | null>(null);
  const [replaceOther, setReplaceOther] = useState(false);
  const [lists, setLists] = useState<readonly ChoiceHandle[]>([]);
  const [typed, setTyped] = useState('');
  const saysWithout = useSaysWithout();
  const known = recognise.value;
  const withoutList = known !== undefined && known.erasedListAt === null && saysWithout(typed);
  const mayGoOn = known !== undefined && (known.erasedListAt !== null || withoutList);
  const open = (more: readonly ChoiceHandle[]): void => {
    setLists(more);
    if (picked) void recognise.start({ ...picked, lists: [...more] });
  };
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
      {known && <WhatItIs known={known} />}
      {known && (
        <ErasedListNote
          listAt={known.erasedListAt}
          isLooking={recognise.isRunning}
          onLook={(folder) => open([...lists, folder].slice(-10))}
          typed={typed}
          onType={setTyped}
        />
      )}
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
          <Button disabled={picked === null} loading={recognise.isRunning} onClick={() => open(lists)}>
            {t('backups.recognise')}
          </Button>
        ) : (
          <Button
            disabled={!mayGoOn || (isOther && !replaceOther)}
            loading={restore.isRunning}
            onClick={() => picked && void restore.start({ ...picked, replaceOther, lists: [...lists], withoutList })}
          >
            {t('backups.restoreNow')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Whose backup it is, of when, what is not in it, and who would come back with it. */
function WhatItIs({ known }: { known: RecognisedBackup }) {
  const t = useText();
  const { shelterName, createdAt, missing, returned } = known;
  return (
    <>
      <p role="status">{t('backups.isThis', { shelter: shelterName, date: dayAndTime(createdAt) })}</p>
      {missing > 0 && <Note>{t('backups.notInIt', { count: missing })}</Note>}
      {returned.length > 0 && (
        <Note>{t('backups.returned', { count: returned.length, names: returned.join(', ') })}</Note>
      )}
    </>
  );
}
