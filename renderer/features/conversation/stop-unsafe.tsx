// Unsafe: one press ends the conversation and leaves this interpreter out of the case. What to say and do comes next, and
// only then, if somebody wants to, why. That is sealed.
import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { RecordId } from '#shared/ids';
import { noDetails, type StoredConversation } from '#shared/records/conversation';
import { useWrite } from '../../api/use-vault.ts';
import type { Pronouns } from '../../pronouns.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { IconStop } from '../../ui/icons.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { Ok } from '../../ui/status-words.tsx';
import type { TalkDraft } from './talk-draft.ts';

export interface Stopped {
  /** Null when nobody of the list interpreted. */
  readonly exclusionId: RecordId | null;
}

interface StopUnsafeProps {
  readonly conversation: StoredConversation;
  readonly talk: TalkDraft;
  readonly onStopped: (stopped: Stopped) => void;
}

export function StopUnsafe({ conversation, talk, onStopped }: StopUnsafeProps) {
  const t = useText();
  const stop = useWrite('conversation.stopUnsafe');
  const { id: conversationId, revision: basedOn, notesConsent } = conversation;
  const press = async (): Promise<void> => {
    if (stop.isRunning) return;
    const details = notesConsent === 'NO' ? noDetails : talk.details;
    const result = await stop.run({ conversationId, basedOn, details });
    if (result.ok) onStopped({ exclusionId: result.value.exclusionId });
  };
  return (
    <>
      {stop.error && <ErrorSentence error={stop.error} />}
      <div>
        <Button
          variant="default"
          className="stop-unsafe"
          leftSection={<IconStop size={18} aria-hidden />}
          loading={stop.isRunning}
          onClick={() => void press()}
        >
          {t('interpreters.unsafe')}
        </Button>
      </div>
    </>
  );
}

interface StopScriptProps {
  readonly stopped: Stopped;
  readonly pronouns: Pronouns;
}

export function StopScript({ stopped, pronouns }: StopScriptProps) {
  const t = useText();
  return (
    <Sheet lit title={t('interpreters.script')}>
      <div className="stack">
        <ol className="grounding script">
          {(['one', 'two', 'three', 'four'] as const).map((step) => (
            <li key={step}>{t(`interpreters.scriptSays.${step}`, pronouns)}</li>
          ))}
        </ol>
        {stopped.exclusionId !== null && (
          <>
            <p>{t('interpreters.scriptDone')}</p>
            <SayWhy exclusionId={stopped.exclusionId} />
          </>
        )}
      </div>
    </Sheet>
  );
}

function SayWhy({ exclusionId }: { exclusionId: RecordId }) {
  const t = useText();
  const say = useWrite('interpreter.sayWhy');
  const [reason, setReason] = useState('');
  const [isSealed, setSealed] = useState(false);
  const seal = async (): Promise<void> => {
    if (!(await say.run({ exclusionId, reason })).ok) return;
    setReason('');
    setSealed(true);
  };
  if (isSealed) return <Ok>{t('interpreters.whyKept')}</Ok>;
  return (
    <>
      <Textarea
        label={t('interpreters.why')}
        description={t('interpreters.whyHint')}
        value={reason}
        maxLength={2_000}
        autosize
        minRows={2}
        dir="auto"
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {say.error && <ErrorSentence error={say.error} />}
      <div>
        <Button variant="default" disabled={reason.trim() === ''} loading={say.isRunning} onClick={() => void seal()}>
          {t('interpreters.whyKeep')}
        </Button>
      </div>
    </>
  );
}
