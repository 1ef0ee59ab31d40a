// Somebody was removed and the key could not be renewed at once: what that means, and a button for now.
import { Button } from '@mantine/core';
import { useRead, useTask } from '../../api/use-vault.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';

export function KeyDue() {
  const t = useText();
  const key = useRead('staffMember.key', {});
  const renew = useTask('staffMember.renewKey');
  if (key.value?.due !== true) return null;
  return (
    <div className="keep-due" role="status">
      <p>{t('safekeeping.keyDue')}</p>
      <p className="small dim">{t('safekeeping.keyDueWhen')}</p>
      <Button variant="default" loading={renew.isRunning} onClick={() => void renew.start({})}>
        {t('safekeeping.keyRenew')}
      </Button>
      {renew.error && <ErrorSentence error={renew.error} />}
    </div>
  );
}
