// The way back in: the printed code opens the vault for a director and gives her a new passphrase in the same act.
import { useState } from 'react';
import { useTask } from '../api/use-vault.ts';
import { useText } from '../text.ts';
import { judgeCode, RecoveryCodeField } from './recovery-code-field.tsx';
import { WayInForm } from './way-in-form.tsx';

export function RecoverForm({ onBack }: { onBack: () => void }) {
  const t = useText();
  const { start, isRunning, error } = useTask('session.recover');
  const [code, setCode] = useState('');
  return (
    <WayInForm
      lead={t('session.recoverLead')}
      isWhole={judgeCode(code, null).state === 'whole'}
      label={t('session.recoverOpen')}
      isRunning={isRunning}
      error={error}
      onBack={onBack}
      onOpen={(who) => void start({ recoveryCode: code, ...who })}
    >
      <RecoveryCodeField id="recovery-code" label={t('session.recoveryCodeFromPaper')} value={code} onType={setCode} />
    </WayInForm>
  );
}
