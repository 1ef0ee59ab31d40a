// A picture, drawn elsewhere: this page only puts its points on a canvas. Whoever looks at a sealed one is asked why first.
import { useEffect, useEffectEvent } from 'react';
import type { StoredAttachment } from '#shared/records/attachment';
import { useTask } from '../../api/use-vault.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { useAttachmentWords } from './attachment-words.ts';
import { Points } from './points.tsx';
import { useStopWhenLeft } from '../../api/stop-when-left.ts';
import { ViewSheet } from './view-sheet.tsx';
import { WhyOpenFile } from './why-open-file.tsx';

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
  useStopWhenLeft(draw.stop);
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
        <Points drawn={draw.value} label={draw.value.title} className="attachment-picture" />
      ) : (
        draw.error === null && <p className="dim">{t('attachments.drawing')}</p>
      )}
    </ViewSheet>
  );
}

export function SealedPicture({ attachment, onClose }: PictureProps) {
  const draw = useTask('attachment.openSealedPicture');
  useStopWhenLeft(draw.stop);
  if (draw.value?.attachmentId === attachment.id) {
    return (
      <ViewSheet title={draw.value.title} onClose={onClose}>
        <Points drawn={draw.value} label={draw.value.title} className="attachment-picture" />
      </ViewSheet>
    );
  }
  return (
    <WhyOpenFile
      error={draw.error}
      isRunning={draw.isRunning}
      onReason={(reason) => void draw.start({ attachmentId: attachment.id, reason, longestSide: LONGEST })}
      onLeave={onClose}
    />
  );
}
