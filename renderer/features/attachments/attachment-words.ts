// How a file is spoken of: its title, or that it is sealed; its kind and its size in the units people know.
import type { StoredAttachment } from '#shared/records/attachment';
import { useFileSize } from '../../case/file-size.ts';
import { useText } from '../../text.ts';

export function useAttachmentWords() {
  const t = useText();
  const sizeOf = useFileSize();
  return {
    titleOf: ({ title, sealed, removed }: StoredAttachment): string => {
      if (removed !== null) return t('attachments.gone');
      return sealed || title === null ? t('words.isSealed', { thing: t('attachments.sealedThing') }) : title;
    },
    factsOf: ({ format, bytes }: StoredAttachment): string =>
      t('attachments.facts', { format: t(`attachments.format.${format}`), size: sizeOf(bytes) }),
  };
}
