// Writing down who asked: one screen, worked with the keyboard alone while somebody is still on the line. What is typed is kept as a
// draft meanwhile; nothing is chosen for whoever writes.
import { Button } from '@mantine/core';
import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import { WORDS_DAYS } from '#shared/records/caller-log';
import { useWrite } from '../../api/use-vault.ts';
import { now } from '../../clock.ts';
import { timeOfDay } from '../../dates.ts';
import { useDraft } from '../../forms/use-draft.ts';
import { useShortcut } from '../../shortcuts.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Ok } from '../../ui/status-words.tsx';
import { AnswerFields, WhoFields } from './call-fields.tsx';
import { CallInMaking, nothingYet, wholeCall } from './call-in-making.ts';

export function CallForm({ describedBy }: { describedBy: string }) {
  const t = useText();
  const draft = useDraft({ target: { kind: 'caller-log' }, schema: CallInMaking });
  const add = useWrite('callerLog.add');
  const [fresh, setFresh] = useState(nothingYet);
  const [typed, setTyped] = useState<CallInMaking | null>(null);
  const [isAsked, setAsked] = useState(false);
  const [keptAt, setKeptAt] = useState<number | null>(null);
  const place = useRef<HTMLFormElement>(null);
  const making = typed ?? draft.kept?.body ?? fresh;
  const isReady = draft.kept !== undefined;
  const begin = (): void => place.current?.querySelector('input')?.focus();
  useEffect(() => {
    if (isReady) begin();
  }, [isReady]);
  const write = (part: Partial<CallInMaking>, at: string): void => {
    const next = { ...making, ...part };
    setTyped(next);
    setKeptAt(null);
    draft.write(next, at);
  };
  const keep = async (): Promise<void> => {
    const call = wholeCall(making);
    setAsked(call === null);
    if (call === null || add.isRunning) return;
    // What still waits goes first: the vault takes the draft away with the line, and none comes after it.
    await draft.flush();
    const result = await add.run(call);
    if (!result.ok) return;
    const next = nothingYet();
    setFresh(next);
    setTyped(next);
    setKeptAt(now());
    begin();
  };
  useShortcut('finish', () => void keep());
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void keep();
  };
  if (draft.error) return <ErrorSentence error={draft.error} />;
  if (!isReady) return null;
  const fields = { making, write, isAsked };
  return (
    <Sheet title={t('callers.write')}>
      <form ref={place} className="stack" aria-describedby={describedBy} onSubmit={submit} noValidate>
        <WhoFields {...fields} />
        <AnswerFields {...fields} />
        {add.error && <ErrorSentence error={add.error} />}
        <div className="row wrap">
          <Button type="submit" loading={add.isRunning}>
            {t('callers.keep')}
          </Button>
          <span role="status">{keptAt !== null && <Ok>{t('callers.kept', { time: timeOfDay(keptAt) })}</Ok>}</span>
          <span className="small dim">{t('callers.wordsHint', { days: WORDS_DAYS })}</span>
        </div>
      </form>
    </Sheet>
  );
}
