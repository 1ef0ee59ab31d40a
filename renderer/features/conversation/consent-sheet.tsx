// Whether notes are all right with her. NO takes the place to write away and throws out what was still being written.
import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { NotesConsent, type StoredConversation } from '#shared/records/conversation';
import { useWrite } from '../../api/use-vault.ts';
import type { NoteDraft } from '../../case/use-note-draft.ts';
import type { Pronouns } from '../../pronouns.ts';
import { useText } from '../../text.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import type { TalkDraft } from './talk-draft.ts';

interface ConsentSheetProps {
  readonly conversation: StoredConversation;
  readonly talk: TalkDraft;
  readonly note: NoteDraft;
  readonly pronouns: Pronouns;
}

export function ConsentSheet({ conversation, talk, note, pronouns }: ConsentSheetProps) {
  const t = useText();
  const answer = useWrite('conversation.answerNotes');
  const [isAsking, setAsking] = useState(false);
  const { id: conversationId, revision: basedOn, notesConsent: said } = conversation;
  const say = async (notesConsent: NotesConsent): Promise<void> => {
    if (answer.isRunning) return;
    const result = await answer.run({ conversationId, basedOn, notesConsent });
    setAsking(false);
    if (result.ok && notesConsent === 'NO') {
      await note.forget();
      await talk.forget();
    }
  };
  return (
    <Sheet>
      <div className="stack">
        <p className="field-label" id="talk-consent">
          {t('talk.consent', pronouns)}
        </p>
        <SegmentedControl
          aria-labelledby="talk-consent"
          value={said}
          onChange={(value) => (value === 'NO' ? setAsking(true) : void say(value))}
          data={NotesConsent.options.map((value) => ({ value, label: t(`talk.consents.${value}`) }))}
        />
        {said === 'NOT_ASKED' && <p className="dim">{t('talk.askFirst')}</p>}
        {said === 'NO' && <p>{t('talk.noNotes')}</p>}
        {answer.error && <ErrorSentence error={answer.error} />}
      </div>
      <ConfirmDialog
        isOpen={isAsking}
        question={t('talk.noAsk')}
        cancel={t('talk.noCancel')}
        confirm={t('talk.noConfirm')}
        isRunning={answer.isRunning}
        onCancel={() => setAsking(false)}
        onConfirm={() => void say('NO')}
      >
        <p>{t('talk.noSays')}</p>
      </ConfirmDialog>
    </Sheet>
  );
}
