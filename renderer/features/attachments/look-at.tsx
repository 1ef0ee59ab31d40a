// Looking at one file inside the app. A sealed one asks why first; what cannot be shown here says so and stays kept.
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { type ShownText, shownAs, type StoredAttachment } from '#shared/records/attachment';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { WhyForm } from '../../case/ask-why.tsx';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useAttachmentWords } from './attachment-words.ts';

interface LookProps {
  readonly attachment: StoredAttachment;
  readonly onClose: () => void;
}

export function LookAt({ attachment, onClose }: LookProps) {
  const t = useText();
  const { titleOf } = useAttachmentWords();
  if (shownAs(attachment.format) !== 'text') {
    return (
      <Open title={titleOf(attachment)} onClose={onClose}>
        <p className="dim">{t('attachments.notShown')}</p>
      </Open>
    );
  }
  if (attachment.sealed) return <SealedText attachment={attachment} onClose={onClose} />;
  return <OpenText attachment={attachment} onClose={onClose} />;
}

function Open({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
  const t = useText();
  const end = (
    <Button size="compact-md" variant="default" onClick={onClose}>
      {t('attachments.closeView')}
    </Button>
  );
  return (
    <Sheet title={<span dir="auto">{title}</span>} end={end}>
      {children}
    </Sheet>
  );
}

function OpenText({ attachment, onClose }: LookProps) {
  const { titleOf } = useAttachmentWords();
  const found = useRead('attachment.readText', { attachmentId: attachment.id });
  return (
    <Open title={titleOf(attachment)} onClose={onClose}>
      {found.error && <ErrorSentence error={found.error} />}
      {found.value && <TextWords shown={found.value} />}
    </Open>
  );
}

function SealedText({ attachment, onClose }: LookProps) {
  const t = useText();
  const open = useWrite('attachment.openSealedText', { quiet: true });
  const [shown, setShown] = useState<ShownText | null>(null);
  const ask = async (reason: string): Promise<void> => {
    const result = await open.run({ attachmentId: attachment.id, reason });
    if (result.ok) setShown(result.value);
  };
  if (shown !== null) {
    return (
      <Open title={shown.title} onClose={onClose}>
        <TextWords shown={shown} />
      </Open>
    );
  }
  return (
    <WhyForm
      thing={t('words.isSealed', { thing: t('attachments.sealedThing') })}
      openWords={t('attachments.open')}
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
