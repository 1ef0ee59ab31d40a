// The size of a file in the units people know.
import { useText } from '../text.ts';

export function useFileSize(): (bytes: number) => string {
  const t = useText();
  return (bytes) =>
    bytes < 1_000_000
      ? t('attachments.kb', { size: String(Math.max(1, Math.round(bytes / 1_000))) })
      : t('attachments.mb', { size: (bytes / 1_000_000).toFixed(1) });
}
