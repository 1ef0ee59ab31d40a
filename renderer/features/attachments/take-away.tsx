// Taking a file away for good: what follows from it, and why, before it is done.
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { StoredAttachment } from '#shared/records/attachment';
import { RemovalReason } from '#shared/records/attachment';
import { useTask } from '../../api/use-vault.ts';
import { useText } from '../../text.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { useAttachmentWords } from './attachment-words.ts';

export function TakeAway({ attachment, onClose }: { attachment: StoredAttachment; onClose: () => void }) {
  const t = useText();
  const { titleOf } = useAttachmentWords();
  const remove = useTask('attachment.remove');
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);
  const isReason = RemovalReason.safeParse(reason).success;
  const takeAway = async (): Promise<void> => {
    setAsked(true);
    if (!isReason) return;
    const result = await remove.start({ attachmentId: attachment.id, basedOn: attachment.revision, reason });
    if (result.ok) onClose();
  };
  return (
    <ConfirmDialog
      isOpen
      question={t('attachments.takeAwayAsk')}
      cancel={t('attachments.takeAwayKeep')}
      confirm={t('attachments.takeAway')}
      isRunning={remove.isRunning}
      onCancel={onClose}
      onConfirm={() => void takeAway()}
    >
      <p dir="auto">
        <b>{titleOf(attachment)}</b>
      </p>
      <p>{t('attachments.takeAwaySays')}</p>
      <TextInput
        label={t('attachments.takeAwayWhy')}
        required
        value={reason}
        maxLength={200}
        error={isAsked && !isReason ? t('attachments.takeAwayNeeded') : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
        autoComplete="off"
        spellCheck={false}
        dir="auto"
      />
      {remove.error && <ErrorSentence error={remove.error} />}
    </ConfirmDialog>
  );
}
