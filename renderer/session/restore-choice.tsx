// A restore that was claimed and waits: nothing else can be done before one of the two is chosen. Both are still there.
import { Button } from '@mantine/core';
import { useRead, useTask } from '../api/use-vault.ts';
import { dayAndTime } from '../dates.ts';
import { useText } from '../text.ts';
import { ErrorSentence } from '../ui/error-sentence.tsx';
import { Lamp } from '../ui/lamp.tsx';
import { Night } from './night.tsx';

export function RestoreChoice() {
  const t = useText();
  const state = useRead('backup.restoreState', {});
  const goOn = useTask('backup.continueRestore');
  const keepOld = useTask('backup.keepOld');
  const waiting = state.value?.waiting ?? null;
  const isSalvage = waiting?.of === 'salvage';
  const error = state.error ?? goOn.error ?? keepOld.error;
  const isRunning = goOn.isRunning || keepOld.isRunning;
  return (
    <Night>
      <main className="night-card">
        <div className="night-brand">
          <Lamp size={36} />
          <h1>{isSalvage ? t('salvage.waitingTitle') : t('setup.restoreTitle')}</h1>
        </div>
        {waiting && (
          <>
            <p>{t(isSalvage ? 'salvage.waitingLead' : 'setup.restoreLead', { date: dayAndTime(waiting.createdAt) })}</p>
            {waiting.hasOldVault && <p className="dim">{t('setup.restoreKept')}</p>}
            <div className="row wrap between">
              <Button
                variant="default"
                disabled={isRunning}
                loading={keepOld.isRunning}
                onClick={() => void keepOld.start({})}
              >
                {isSalvage
                  ? t('salvage.keepDamaged')
                  : waiting.hasOldVault
                    ? t('setup.restoreKeepOld')
                    : t('setup.restoreGiveUp')}
              </Button>
              <Button disabled={isRunning} loading={goOn.isRunning} onClick={() => void goOn.start({})}>
                {isSalvage ? t('salvage.useSaved') : t('setup.restoreGoOn')}
              </Button>
            </div>
          </>
        )}
        {error && <ErrorSentence error={error} />}
      </main>
    </Night>
  );
}
