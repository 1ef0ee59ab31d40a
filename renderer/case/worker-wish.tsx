// What somebody wishes about who works with her: asked in time, read when a case is handed on.
import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { CaseFileId } from '#shared/ids';
import type { StoredWorkerWish } from '#shared/records/worker-wish';
import { useRead, useWrite } from '../api/use-vault.ts';
import type { Pronouns } from '../pronouns.ts';
import { useText } from '../text.ts';
import { ErrorSentence } from '../ui/error-sentence.tsx';
import { Hers } from '../ui/hers.tsx';
import { Sheet } from '../ui/sheet.tsx';

export function WorkerWishSheet({ caseFileId, pronouns }: { caseFileId: CaseFileId; pronouns: Pronouns }) {
  const t = useText();
  const found = useRead('workerWish.get', { caseFileId });
  const [isWriting, setWriting] = useState(false);
  if (found.error) return <ErrorSentence error={found.error} />;
  if (found.value === undefined) return null;
  const wish = found.value;
  return (
    <Sheet
      title={t('team.wish', pronouns)}
      end={
        !isWriting && (
          <Button size="compact-md" variant="default" onClick={() => setWriting(true)}>
            {wish === null ? t('team.wishAsk') : t('team.wishChange')}
          </Button>
        )
      }
    >
      {isWriting ? (
        <WishForm caseFileId={caseFileId} wish={wish} onDone={() => setWriting(false)} />
      ) : wish?.answer === 'SAID' ? (
        <p>
          <Hers quote>{wish.words}</Hers>
        </p>
      ) : (
        <p className="dim">{t(wish === null ? 'team.wishNone' : 'team.wishDeclined')}</p>
      )}
    </Sheet>
  );
}

interface WishFormProps {
  readonly caseFileId: CaseFileId;
  readonly wish: StoredWorkerWish | null;
  readonly onDone: () => void;
}

function WishForm({ caseFileId, wish, onDone }: WishFormProps) {
  const t = useText();
  const save = useWrite('workerWish.save');
  const [words, setWords] = useState(wish?.words ?? '');
  const keep = async (answer: 'SAID' | 'DECLINED'): Promise<void> => {
    const said = answer === 'SAID' ? words : '';
    const basedOn = wish?.revision ?? 0;
    if (!save.isRunning && (await save.run({ caseFileId, basedOn, answer, words: said })).ok) onDone();
  };
  return (
    <div className="stack">
      <Textarea
        label={t('team.wishWords')}
        placeholder={t('team.wishHint')}
        value={words}
        maxLength={400}
        autosize
        minRows={2}
        autoFocus
        dir="auto"
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      {save.error && <ErrorSentence error={save.error} />}
      <div className="row wrap">
        <Button variant="default" onClick={() => void keep('DECLINED')}>
          {t('team.wishDeclinedNow')}
        </Button>
        <Button loading={save.isRunning} disabled={words.trim() === ''} onClick={() => void keep('SAID')}>
          {t('team.wishKeep')}
        </Button>
        <Button variant="subtle" onClick={onDone}>
          {t('team.cancel')}
        </Button>
      </div>
    </div>
  );
}
