// Our key as it changes: a new one in its place, and the earlier ones, which open what is under way until they are ended.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { EarlierKey, OurKeys } from '#shared/records/receiving-key';
import { useTask, useWrite } from '../../api/use-vault.ts';
import { dateOf, fullDate } from '../../dates.ts';
import { useText } from '../../text.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Note } from '../../ui/status-words.tsx';

/** Asks first: everybody who sends needs to compare words again. */
export function ChangeKey({ recipient }: Pick<OurKeys, 'recipient'>) {
  const t = useText();
  const change = useTask('receivingKey.change');
  const [isAsking, setAsking] = useState(false);
  const run = async (): Promise<void> => {
    if ((await change.start({ replaces: recipient })).ok) setAsking(false);
  };
  return (
    <>
      <div className="row">
        <Button variant="default" onClick={() => setAsking(true)}>
          {t('received.key.change')}
        </Button>
      </div>
      <ConfirmDialog
        isOpen={isAsking}
        question={t('received.key.changeAsk')}
        cancel={t('received.key.changeKeep')}
        confirm={t('received.key.changeDo')}
        isRunning={change.isRunning}
        onCancel={() => setAsking(false)}
        onConfirm={() => void run()}
      >
        <p>{t('received.key.changeWhat')}</p>
        {change.error && <ErrorSentence error={change.error} />}
      </ConfirmDialog>
    </>
  );
}

export function EarlierKeys({ keys, mayEnd }: { keys: readonly EarlierKey[]; mayEnd: boolean }) {
  const t = useText();
  if (keys.length === 0) return null;
  return (
    <section className="stack" aria-label={t('received.key.earlier')}>
      <h3>{t('received.key.earlier')}</h3>
      <p className="dim">{t('received.key.earlierLead')}</p>
      <ul className="agency-keys">
        {keys.map((one) => (
          <Earlier key={one.recipient} one={one} mayEnd={mayEnd} />
        ))}
      </ul>
    </section>
  );
}

function Earlier({ one, mayEnd }: { one: EarlierKey; mayEnd: boolean }) {
  const t = useText();
  const day = (at: number): string => fullDate(dateOf(at));
  return (
    <li className="stack">
      <div role="group" aria-label={t('received.key.earlierWords')}>
        <p dir="ltr">{one.fingerprintWords.join(' ')}</p>
      </div>
      {one.madeAt !== null && <span className="small dim">{t('received.key.madeOn', { date: day(one.madeAt) })}</span>}
      {one.endedAt === null ? (
        mayEnd && <EndKey recipient={one.recipient} words={one.fingerprintWords} />
      ) : (
        <Note>{t('received.key.ended', { date: day(one.endedAt) })}</Note>
      )}
    </li>
  );
}

function EndKey({ recipient, words }: { recipient: string; words: readonly string[] }) {
  const t = useText();
  const end = useWrite('receivingKey.end');
  const [isAsking, setAsking] = useState(false);
  const run = async (): Promise<void> => {
    if ((await end.run({ recipient })).ok) setAsking(false);
  };
  return (
    <>
      <div className="row">
        <Button size="compact-md" variant="default" onClick={() => setAsking(true)}>
          {t('received.key.end')}
        </Button>
      </div>
      <ConfirmDialog
        isOpen={isAsking}
        question={t('received.key.endAsk')}
        cancel={t('received.key.endKeep')}
        confirm={t('received.key.endDo')}
        isRunning={end.isRunning}
        onCancel={() => setAsking(false)}
        onConfirm={() => void run()}
      >
        <p dir="ltr">{words.join(' ')}</p>
        <p>{t('received.key.endWhat')}</p>
        {end.error && <ErrorSentence error={end.error} />}
      </ConfirmDialog>
    </>
  );
}
