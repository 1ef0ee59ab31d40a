// A picture, drawn elsewhere: this page only puts its points on a canvas. Whoever looks at a sealed one is asked why first.
import { useEffect, useEffectEvent, useRef } from 'react';
import type { DrawnAttachment, StoredAttachment } from '#shared/records/attachment';
import { useTask } from '../../api/use-vault.ts';
import { WhyForm } from '../../case/ask-why.tsx';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { useAttachmentWords } from './attachment-words.ts';
import { ViewSheet } from './view-sheet.tsx';

/** Points along the longer side that are asked for: sharp on a large screen, and some 7 MB. */
const LONGEST = 1_600;

interface PictureProps {
  readonly attachment: StoredAttachment;
  readonly onClose: () => void;
}

export function OpenPicture({ attachment, onClose }: PictureProps) {
  const t = useText();
  const { titleOf } = useAttachmentWords();
  const draw = useTask('attachment.drawPicture');
  const start = useEffectEvent(() => {
    void draw.start({ attachmentId: attachment.id, longestSide: LONGEST });
  });
  // Work of the same name is shared: an answer about the picture that was looked at before is not this one.
  const isOther = draw.value !== undefined && draw.value.attachmentId !== attachment.id;
  useEffect(() => start(), [isOther]);
  return (
    <ViewSheet title={titleOf(attachment)} onClose={onClose}>
      {draw.error && <ErrorSentence error={draw.error} />}
      {draw.value !== undefined && !isOther ? (
        <Points drawn={draw.value} />
      ) : (
        draw.error === null && <p className="dim">{t('attachments.drawing')}</p>
      )}
    </ViewSheet>
  );
}

export function SealedPicture({ attachment, onClose }: PictureProps) {
  const t = useText();
  const draw = useTask('attachment.openSealedPicture');
  if (draw.value?.attachmentId === attachment.id) {
    return (
      <ViewSheet title={draw.value.title} onClose={onClose}>
        <Points drawn={draw.value} />
      </ViewSheet>
    );
  }
  return (
    <WhyForm
      thing={t('words.isSealed', { thing: t('attachments.sealedThing') })}
      openWords={t('attachments.open')}
      error={draw.error}
      isRunning={draw.isRunning}
      onReason={(reason) => void draw.start({ attachmentId: attachment.id, reason, longestSide: LONGEST })}
      onLeave={onClose}
    />
  );
}

function Points({ drawn }: { drawn: DrawnAttachment }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const image = context.createImageData(drawn.width, drawn.height);
    image.data.set(drawn.pixels);
    context.putImageData(image, 0, 0);
  }, [drawn]);
  return (
    <canvas
      ref={canvas}
      className="attachment-picture"
      width={drawn.width}
      height={drawn.height}
      role="img"
      aria-label={drawn.title}
    />
  );
}
