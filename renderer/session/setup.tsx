// The first run, which can be left and taken up again: before the vault exists at step 1, afterwards at what is still open.
import { useState } from 'react';
import { RestoreForm } from '../backup/restore-form.tsx';
import { useText } from '../text.ts';
import { Night } from './night.tsx';
import { type Office, SetupOffice } from './setup-office.tsx';
import { SetupPassphrase } from './setup-passphrase.tsx';

const nobody: Office = { shelterName: '', directorName: '', signInName: '' };

/** Steps 1 and 2. Nothing is written anywhere before the end of step 2, where the vault is made. */
export function FirstRun() {
  const [office, setOffice] = useState(nobody);
  const [step, setStep] = useState<'office' | 'passphrase' | 'restore'>('office');
  if (step === 'restore') return <RestoreFirst onBack={() => setStep('office')} />;
  return step === 'office' ? (
    <SetupOffice
      office={office}
      onRestore={() => setStep('restore')}
      onDone={(done) => {
        setOffice(done);
        setStep('passphrase');
      }}
    />
  ) : (
    <SetupPassphrase office={office} onBack={() => setStep('office')} />
  );
}

/** A new computer with an old backup: no office to describe, the backup knows it. */
function RestoreFirst({ onBack }: { onBack: () => void }) {
  const t = useText();
  return (
    <Night>
      <main className="night-card">
        <h1>{t('backups.restore')}</h1>
        <RestoreForm onBack={onBack} />
      </main>
    </Night>
  );
}
