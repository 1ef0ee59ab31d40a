// Ending: a note that is still being written is kept first, then the conversation. Why it stopped is hers to leave open.
import { TextInput } from '@mantine/core';
import type { StoredConversation } from '#shared/records/conversation';
import { mayWriteNotes } from '#shared/records/conversation-rules';
import { useWrite } from '../../api/use-vault.ts';
import { noteToAdd } from '../../case/note-form.tsx';
import { isEmptyNote, type NoteDraft } from '../../case/use-note-draft.ts';
import { useText } from '../../text.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import type { TalkDraft } from './talk-draft.ts';

interface EndDialogProps {
  readonly conversation: StoredConversation;
  readonly talk: TalkDraft;
  readonly note: NoteDraft;
  readonly onLeave: () => void;
}

export function EndDialog({ conversation, talk, note, onLeave }: EndDialogProps) {
  const t = useText();
  const add = useWrite('caseNote.add');
  const end = useWrite('conversation.end');
  const { id: conversationId, caseFileId, notesConsent } = conversation;
  const keepNote = async (): Promise<boolean> => {
    if (!mayWriteNotes(conversation) || isEmptyNote(note.note)) return true;
    const kept = await add.run(noteToAdd(caseFileId, note.note, conversation));
    return kept.ok && note.forget();
  };
  const finish = async (): Promise<void> => {
    if (add.isRunning || end.isRunning || !(await keepNote())) return;
    // When it is over the page shows what was held; until then the refusal stands in this dialog.
    const over = await end.run({ conversationId, basedOn: conversation.revision, details: talk.details });
    if (over.ok) onLeave();
  };
  return (
    <ConfirmDialog
      isOpen
      question={t('talk.endAsk')}
      cancel={t('talk.endCancel')}
      confirm={t('talk.end')}
      isRunning={add.isRunning || end.isRunning}
      onCancel={onLeave}
      onConfirm={() => void finish()}
    >
      <p>{t('talk.endSays')}</p>
      {notesConsent !== 'NO' && (
        <TextInput
          id="talk-stop"
          label={t('talk.stopReason')}
          value={talk.details.stopReason}
          maxLength={200}
          dir="auto"
          onChange={(event) => talk.change({ stopReason: event.currentTarget.value }, 'talk-stop')}
        />
      )}
      {add.error && <ErrorSentence error={add.error} />}
      {end.error && <ErrorSentence error={end.error} />}
    </ConfirmDialog>
  );
}
