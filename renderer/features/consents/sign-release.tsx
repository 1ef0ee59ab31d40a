// The signature stands on paper; here stands that it does, and where the paper is. What was left open about whoever signs is asked
// before: without it nobody signs.
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import { ReleaseDraft, type StoredRelease } from '#shared/records/release';
import { useWrite } from '../../api/use-vault.ts';
import { now } from '../../clock.ts';
import { dateOf } from '../../dates.ts';
import type { Pronouns } from '../../pronouns.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { isOpen, SignerQuestions } from './signer-fields.tsx';

/** Of a stored release what may be drafted again. */
const Terms = z.object(ReleaseDraft.shape);

interface SignReleaseProps {
  readonly release: StoredRelease;
  readonly pronouns: Pronouns;
}

export function SignRelease({ release, pronouns }: SignReleaseProps) {
  const t = useText();
  const draft = useWrite('release.draft');
  const sign = useWrite('release.sign');
  const [kept, setKept] = useState('');
  const [signer, setSigner] = useState(release.signer);
  const isRunning = draft.isRunning || sign.isRunning;
  /** The newest revision, with what was answered now; null when it was refused. */
  const asked = async (): Promise<number | null> => {
    if (signer === release.signer) return release.revision;
    const again = { ...Terms.parse(release), signer };
    const result = await draft.run({ releaseId: release.id, basedOn: release.revision, release: again });
    return result.ok ? result.value.revision : null;
  };
  const run = async (): Promise<void> => {
    if (isRunning) return;
    const basedOn = await asked();
    if (basedOn === null) return;
    const signature = { how: 'PAPER' as const, signedOn: dateOf(now()), kept, witness: '' };
    void sign.run({ releaseId: release.id, basedOn, signature });
  };
  const error = draft.error ?? sign.error;
  return (
    <div className="stack">
      {isOpen(release.signer) && <SignerQuestions signer={signer} pronouns={pronouns} onSigner={setSigner} />}
      <TextInput
        label={t('sharing.signKept')}
        dir="auto"
        maxLength={200}
        value={kept}
        onChange={(event) => setKept(event.currentTarget.value)}
      />
      {error && <ErrorSentence error={error} />}
      <Button variant="default" onClick={() => void run()} loading={isRunning}>
        {t('sharing.sign')}
      </Button>
    </div>
  );
}
