// Taking a permission back: one press when the person is here. On the telephone the word by which we know them is asked first, if they
// have one; whoever calls without it may be somebody else, and a referral would end.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { StoredRelease } from '#shared/records/release';
import { useWrite } from '../../api/use-vault.ts';
import { SafeWord } from '../../case/safe-word.tsx';
import type { Pronouns } from '../../pronouns.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Note } from '../../ui/status-words.tsx';

interface TakeBackProps {
  readonly release: StoredRelease;
  readonly pronouns: Pronouns;
}

export function TakeBack({ release, pronouns }: TakeBackProps) {
  const t = useText();
  const revoke = useWrite('release.revoke');
  const [isCalling, setCalling] = useState(false);
  const isThey = pronouns.they === 'they';
  return (
    <>
      {revoke.error && <ErrorSentence error={revoke.error} />}
      <Button
        variant="default"
        fullWidth
        loading={revoke.isRunning}
        onClick={() => void revoke.run({ releaseId: release.id, how: 'ORAL' })}
      >
        {isThey ? t('sharing.takesBackThey', pronouns) : t('sharing.takesBack', pronouns)}
      </Button>
      {!isCalling && (
        <Button variant="subtle" fullWidth onClick={() => setCalling(true)}>
          {t('sharing.takesBackCall')}
        </Button>
      )}
      {isCalling && (
        <OnThePhone
          release={release}
          isRunning={revoke.isRunning}
          onTaken={(checked) => void revoke.run({ releaseId: release.id, how: 'PHONE', checked })}
          onLeave={() => setCalling(false)}
        />
      )}
    </>
  );
}

interface OnThePhoneProps extends Pick<TakeBackProps, 'release'> {
  readonly isRunning: boolean;
  readonly onTaken: (checked: 'SAFE_WORD' | 'CALLED_BACK') => void;
  readonly onLeave: () => void;
}

/** Nothing is said to a caller who does not know the word: not even that there is a permission. */
function OnThePhone({ release, isRunning, onTaken, onLeave }: OnThePhoneProps) {
  const t = useText();
  return (
    <section className="stack" aria-label={t('sharing.takesBackCall')}>
      <SafeWord caseFileId={release.caseFileId} />
      <Note>{t('sharing.callLead')}</Note>
      <Button variant="default" fullWidth loading={isRunning} onClick={() => onTaken('SAFE_WORD')}>
        {t('sharing.wordRight')}
      </Button>
      <Button variant="default" fullWidth loading={isRunning} onClick={() => onTaken('CALLED_BACK')}>
        {t('sharing.calledBack')}
      </Button>
      <Button variant="subtle" fullWidth onClick={onLeave}>
        {t('sharing.callLeave')}
      </Button>
    </section>
  );
}
