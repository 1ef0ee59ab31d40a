// One row for each file: what it is, its kind and size, when and by whom. A file that was taken away stays as a line that says why.
import { ActionIcon, Button, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { Link } from 'wouter';
import type { StoredAttachment } from '#shared/records/attachment';
import { useWrite } from '../../api/use-vault.ts';
import { casePath } from '../../case/case-tabs.ts';
import { dateOf, fullDate, shortDate } from '../../dates.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { IconLock, IconPencil, IconPutAway } from '../../ui/icons.ts';
import { Rows } from '../../ui/sheet.tsx';
import { Note } from '../../ui/status-words.tsx';
import { useAttachmentWords } from './attachment-words.ts';

interface RowsProps {
  readonly attachments: readonly StoredAttachment[];
  readonly onLook: (attachment: StoredAttachment) => void;
  readonly onTakeAway: (attachment: StoredAttachment) => void;
}

export function AttachmentRows({ attachments, onLook, onTakeAway }: RowsProps) {
  const t = useText();
  const [naming, setNaming] = useState<string | null>(null);
  return (
    <Rows label={t('attachments.title')}>
      {attachments.map((attachment) => {
        if (attachment.removed !== null) return <Gone key={attachment.id} attachment={attachment} />;
        if (attachment.id === naming)
          return <Naming key={attachment.id} attachment={attachment} onDone={() => setNaming(null)} />;
        return (
          <Kept
            key={attachment.id}
            attachment={attachment}
            onLook={() => onLook(attachment)}
            onName={() => setNaming(attachment.id)}
            onTakeAway={() => onTakeAway(attachment)}
          />
        );
      })}
    </Rows>
  );
}

interface KeptProps {
  readonly attachment: StoredAttachment;
  readonly onLook: () => void;
  readonly onName: () => void;
  readonly onTakeAway: () => void;
}

function Kept({ attachment, onLook, onName, onTakeAway }: KeptProps) {
  const t = useText();
  const { titleOf, factsOf } = useAttachmentWords();
  const title = titleOf(attachment);
  const day = shortDate(dateOf(attachment.addedAt));
  return (
    <li>
      <span className="grow attachment-what">
        <b dir="auto">
          {attachment.sealed && <IconLock size={15} aria-hidden />} {title}
        </b>
        <span className="small dim">
          {factsOf(attachment)} · {t('attachments.by', { day, name: attachment.addedBy?.name ?? '' })}
        </span>
        {attachment.cameWith !== undefined && (
          <Link href={casePath(attachment.caseFileId, `/received/${attachment.cameWith}`)}>
            {t('received.cameWith')}
          </Link>
        )}
        {!attachment.there && <Note>{t('attachments.lost')}</Note>}
      </span>
      <span className="attachment-acts">
        <Button size="compact-md" variant="default" onClick={onLook} aria-label={`${t('attachments.open')}: ${title}`}>
          {t('attachments.open')}
        </Button>
        {!attachment.sealed && (
          <ActionIcon variant="subtle" size="lg" onClick={onName} aria-label={`${t('attachments.rename')}: ${title}`}>
            <IconPencil size={18} aria-hidden />
          </ActionIcon>
        )}
        <ActionIcon
          variant="subtle"
          size="lg"
          onClick={onTakeAway}
          aria-label={`${t('attachments.takeAway')}: ${title}`}
        >
          <IconPutAway size={18} aria-hidden />
        </ActionIcon>
      </span>
    </li>
  );
}

function Naming({ attachment, onDone }: { attachment: StoredAttachment; onDone: () => void }) {
  const t = useText();
  const rename = useWrite('attachment.rename');
  const [title, setTitle] = useState(attachment.title ?? '');
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const result = await rename.run({ attachmentId: attachment.id, basedOn: attachment.revision, title });
    if (result.ok) onDone();
  };
  return (
    <li>
      <form className="grow stack" onSubmit={(event) => void submit(event)}>
        <TextInput
          label={t('attachments.name')}
          value={title}
          maxLength={120}
          onChange={(event) => setTitle(event.currentTarget.value)}
          autoFocus
          autoComplete="off"
          spellCheck={false}
          dir="auto"
        />
        {rename.error && <ErrorSentence error={rename.error} />}
        <div className="row wrap">
          <Button variant="default" onClick={onDone}>
            {t('attachments.leave')}
          </Button>
          <Button type="submit" variant="default" loading={rename.isRunning} disabled={title.trim() === ''}>
            {t('attachments.saveTitle')}
          </Button>
        </div>
      </form>
    </li>
  );
}

function Gone({ attachment }: { attachment: StoredAttachment }) {
  const t = useText();
  const { factsOf } = useAttachmentWords();
  const { removed } = attachment;
  if (removed === null) return null;
  return (
    <li className="dim">
      <span className="grow attachment-what">
        <span>{factsOf(attachment)}</span>
        <span className="small" dir="auto">
          {t('attachments.goneSays', { day: fullDate(dateOf(removed.at)), reason: removed.reason })}
        </span>
      </span>
    </li>
  );
}
