// Step 4: the first backup, to a stick or another disk. It counts only after it was read back.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Choice } from '#shared/contract/bridge';
import { ChoiceHandle } from '#shared/ids';
import type { BackupPhase, StickAfterBackup } from '#shared/records/backup';
import type { TextKey } from '#shared/text/language';
import { useTask } from '../api/use-vault.ts';
import { useBridge } from '../bridge.tsx';
import { useText } from '../text.ts';
import { ErrorSentence } from '../ui/error-sentence.tsx';
import { IconFolder, IconStick } from '../ui/icons.ts';
import { Phases } from '../ui/phases.tsx';
import { Ok } from '../ui/status-words.tsx';
import { Verdict } from '../ui/verdict.tsx';
import { Next, SetupFrame } from './setup-frame.tsx';

const phases = {
  'checking-space': 'setup.phaseSpace',
  copying: 'setup.phaseCopy',
  flushing: 'setup.phaseFlush',
  verifying: 'setup.phaseVerify',
  finishing: 'setup.phaseFinish',
} as const satisfies Record<Exclude<BackupPhase, 'checking-files'>, TextKey>;
/** A stick that went away is never a success, whatever was read from it before. */
const endings = {
  'safe-to-remove': 'setup.stickSafe',
  'saved-still-in-use': 'setup.stickInUse',
  'gone-before-safe': 'setup.stickGone',
  'not-a-stick': 'setup.notAStick',
} as const satisfies Record<StickAfterBackup, TextKey>;

export function SetupBackup({ onDone }: { onDone: () => void }) {
  const t = useText();
  const bridge = useBridge();
  const backup = useTask('backup.create');
  const [place, setPlace] = useState<Choice | null>(null);
  const choose = async (): Promise<void> => setPlace((await bridge.choose('backup-folder')) ?? place);
  const make = (): void => {
    if (place) void backup.start({ folder: ChoiceHandle.parse(place.handle) });
  };
  const made = backup.value;
  const isWhole = made !== undefined && made.stick !== 'gone-before-safe';
  return (
    <SetupFrame
      step="backup"
      title={t('setup.backupTitle')}
      lead={t('setup.backupLead')}
      foot={
        <>
          <span className="grow" />
          {!isWhole && (
            <Button size="md" variant="default" disabled={backup.isRunning} onClick={onDone}>
              {t('setup.later')}
            </Button>
          )}
          {isWhole ? (
            <Next label={t('setup.toToday')} onClick={onDone} />
          ) : (
            <Next label={t('setup.makeBackup')} isReady={place !== null} isRunning={backup.isRunning} onClick={make} />
          )}
        </>
      }
    >
      {made ? (
        <Verdict
          good={isWhole}
          outcome={isWhole ? t('setup.backupGood') : t('setup.stickGone')}
          consequence={isWhole ? t(endings[made.stick]) : ''}
        />
      ) : (
        <div className="stack">
          <div className="row wrap">
            <IconStick size={22} aria-hidden />
            <span className="grow">
              <b>{t('setup.backupPlace')}</b>
              <br />
              {place ? (
                <Ok>{t('setup.chosen', { name: place.name })}</Ok>
              ) : (
                <span className="dim">{t('setup.backupPlaceHint')}</span>
              )}
            </span>
            <Button
              variant="default"
              disabled={backup.isRunning}
              leftSection={<IconFolder size={18} aria-hidden />}
              onClick={() => void choose()}
            >
              {t('setup.chooseFolder')}
            </Button>
          </div>
          {backup.isRunning && (
            <Phases
              phases={Object.entries(phases).map(([id, key]) => ({ id, label: t(key) }))}
              progress={backup.progress}
              onStop={backup.stop}
              stopLabel={t('setup.stopBackup')}
            />
          )}
          {backup.error && <ErrorSentence error={backup.error} />}
        </div>
      )}
    </SetupFrame>
  );
}
