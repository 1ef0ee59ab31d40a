// Looking at one file inside the app. A sealed one asks why first; what cannot be shown here says so and stays kept.
import { useState } from 'react';
import { type ShownText, shownAs, type StoredAttachment } from '#shared/records/attachment';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { useAttachmentWords } from './attachment-words.ts';
import { OpenPages, SealedPages } from './pages-view.tsx';
import { OpenPicture, SealedPicture } from './picture-view.tsx';
import { ViewSheet } from './view-sheet.tsx';
import { WhyOpenFile } from './why-open-file.tsx';

interface LookProps {
  readonly attachment: StoredAttachment;
  readonly onClose: () => void;
}

export function LookAt({ attachment, onClose }: LookProps) {
  const t = useText();
  const { titleOf } = useAttachmentWords();
  const view = shownAs(attachment.format);
  if (view === 'picture') {
    const Picture = attachment.sealed ? SealedPicture : OpenPicture;
    return <Picture attachment={attachment} onClose={onClose} />;
  }
  if (view === 'pages') {
    const Pages = attachment.sealed ? SealedPages : OpenPages;
    return <Pages attachment={attachment} onClose={onClose} />;
  }
  if (view !== 'text') {
    return (
      <ViewSheet title={titleOf(attachment)} onClose={onClose}>
        <p className="dim">{t('attachments.notShown')}</p>
      </ViewSheet>
    );
  }
  if (attachment.sealed) return <SealedText attachment={attachment} onClose={onClose} />;
  return <OpenText attachment={attachment} onClose={onClose} />;
}

function OpenText({ attachment, onClose }: LookProps) {
  const { titleOf } = useAttachmentWords();
  const found = useRead('attachment.readText', { attachmentId: attachment.id });
  return (
    <ViewSheet title={titleOf(attachment)} onClose={onClose}>
      {found.error && <ErrorSentence error={found.error} />}
      {found.value && <TextWords shown={found.value} />}
    </ViewSheet>
  );
}

function SealedText({ attachment, onClose }: LookProps) {
  const open = useWrite('attachment.openSealedText', { quiet: true });
  const [shown, setShown] = useState<ShownText | null>(null);
  const ask = async (reason: string): Promise<void> => {
    const result = await open.run({ attachmentId: attachment.id, reason });
    if (result.ok) setShown(result.value);
  };
  if (shown !== null) {
    return (
      <ViewSheet title={shown.title} onClose={onClose}>
        <TextWords shown={shown} />
      </ViewSheet>
    );
  }
  return (
    <WhyOpenFile
      error={open.error}
      isRunning={open.isRunning}
      onReason={(reason) => void ask(reason)}
      onLeave={onClose}
    />
  );
}

function TextWords({ shown: { text, whole } }: { shown: ShownText }) {
  const t = useText();
  return (
    <>
      {/* Focusable, so that the keyboard scrolls it as well. */}
      <pre className="attachment-text" dir="auto" tabIndex={0}>
        {text}
      </pre>
      {!whole && <p className="small dim">{t('attachments.beginningOnly')}</p>}
    </>
  );
}
