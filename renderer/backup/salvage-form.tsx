// Saving what can be read of damaged records, before anyone is signed in: look first, say what is missing, and go on only after that.
import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { BackupCredential } from '#shared/records/backup';
import { SalvagePhase } from '#shared/records/salvage';
import { useTask } from '../api/use-vault.ts';
import { useText } from '../text.ts';
import { ErrorSentence } from '../ui/error-sentence.tsx';
import { Phases } from '../ui/phases.tsx';
import { CredentialFields } from './credential-fields.tsx';
import { type PickedBackup, PickBackup } from './pick-backup.tsx';
import { SalvageFound } from './salvage-found.tsx';

export function SalvageForm({ onBack }: { onBack: () => void }) {
  const t = useText();
  const look = useTask('salvage.look');
  const carryOut = useTask('salvage.carryOut');
  const [credential, setCredential] = useState<BackupCredential | null>(null);
  const [hasBackup, setHasBackup] = useState(false);
  const [backup, setBackup] = useState<PickedBackup | null>(null);
  const error = look.error ?? carryOut.error;
  const running = carryOut.isRunning ? carryOut : look.isRunning ? look : null;
  const isReady = credential !== null && (!hasBackup || backup !== null);
  const wanted = (): Parameters<typeof look.start>[0] => ({
    credential: credential!,
    backup: hasBackup ? backup : null,
  });
  /** What was found counts only for what was asked. */
  const anew =
    <T,>(set: (value: T) => void) =>
    (value: T): void => {
      look.forget();
      carryOut.forget();
      set(value);
    };
  return (
    <div className="stack">
      <p className="dim">{t('salvage.lead')}</p>
      <CredentialFields
        id="damaged"
        labels={{
          openWith: t('salvage.who'),
          signInName: t('session.signInName'),
          passphrase: t('session.passphrase'),
          code: t('session.recoveryCodeFromPaper'),
        }}
        onCredential={anew(setCredential)}
      />
      <Checkbox
        label={t('salvage.withBackup')}
        description={t('salvage.withBackupHint')}
        checked={hasBackup}
        onChange={(event) => anew(setHasBackup)(event.currentTarget.checked)}
      />
      {hasBackup && <PickBackup onPick={anew(setBackup)} />}
      {error && <ErrorSentence error={error} />}
      {running && (
        <>
          <p className="dim">{t('salvage.looking')}</p>
          <Phases phases={phasesOf(t)} progress={running.progress} onStop={running.stop} />
        </>
      )}
      {look.value && !running && !carryOut.value && <SalvageFound found={look.value} hadBackup={hasBackup} />}
      {carryOut.value && <p role="status">{t('salvage.restarting')}</p>}
      <div className="row wrap">
        <Button variant="subtle" onClick={onBack} disabled={running !== null}>
          {t('shell.back')}
        </Button>
        <Button
          variant={look.value ? 'default' : 'filled'}
          disabled={!isReady || running !== null}
          onClick={() => void look.start(wanted())}
        >
          {look.value ? t('salvage.lookAgain') : t('salvage.look')}
        </Button>
        {look.value && (
          <Button
            disabled={!isReady || running !== null || carryOut.value !== undefined}
            onClick={() => void carryOut.start(wanted())}
          >
            {t('salvage.goOn')}
          </Button>
        )}
      </div>
    </div>
  );
}

const phasesOf = (t: ReturnType<typeof useText>) =>
  SalvagePhase.options.map((id) => ({ id, label: t(`salvage.phase.${id}`) }));
