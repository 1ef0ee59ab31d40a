// The first run, which can be left and taken up again: before the vault exists at step 1, afterwards at what is still open.
import { useState } from 'react';
import { type Office, SetupOffice } from './setup-office.tsx';
import { SetupPassphrase } from './setup-passphrase.tsx';

const nobody: Office = { shelterName: '', directorName: '', signInName: '' };

/** Steps 1 and 2. Nothing is written anywhere before the end of step 2, where the vault is made. */
export function FirstRun() {
  const [office, setOffice] = useState(nobody);
  const [step, setStep] = useState<'office' | 'passphrase'>('office');
  return step === 'office' ? (
    <SetupOffice
      office={office}
      onDone={(done) => {
        setOffice(done);
        setStep('passphrase');
      }}
    />
  ) : (
    <SetupPassphrase office={office} onBack={() => setStep('office')} />
  );
}
