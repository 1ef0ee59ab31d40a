// The signature stands on paper; here stands that it does, and where the paper is.
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { StoredRelease } from '#shared/records/release';
import { useWrite } from '../../api/use-vault.ts';
import { now } from '../../clock.ts';
import { dateOf } from '../../dates.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';

export function SignRelease({ release }: { release: StoredRelease }) {
  const t = useText();
  const sign = useWrite('release.sign');
  const [kept, setKept] = useState('');
  const run = (): void => {
    const signature = { how: 'PAPER' as const, signedOn: dateOf(now()), kept, witness: '' };
    void sign.run({ releaseId: release.id, basedOn: release.revision, signature });
  };
  return (
    <div className="stack">
      <TextInput
        label={t('sharing.signKept')}
        dir="auto"
        maxLength={200}
        value={kept}
        onChange={(event) => setKept(event.currentTarget.value)}
      />
      {sign.error && <ErrorSentence error={sign.error} />}
      <Button variant="default" onClick={run} loading={sign.isRunning}>
        {t('sharing.sign')}
      </Button>
    </div>
  );
}
