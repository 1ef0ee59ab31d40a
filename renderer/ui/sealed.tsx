// A sealed thing: nothing of its content, not even its length, is in the page until it is opened with a reason.
import { Button } from '@mantine/core';
import { useText } from '../text.ts';
import { IconLock } from './icons.ts';

interface SealedProps {
  /** The kind of thing: "Safe word". */
  readonly thing: string;
  readonly hint?: string;
  /** Without it there is no way in from here, for this person. */
  readonly onOpen?: () => void;
}

export function Sealed({ thing, hint, onOpen }: SealedProps) {
  const t = useText();
  return (
    <div className="sealed">
      <IconLock size={16} aria-hidden />
      <span className="grow">
        <b>{t('words.isSealed', { thing })}</b>
        {hint && <span className="dim"> {hint}</span>}
      </span>
      {onOpen && (
        <Button size="compact-sm" variant="default" onClick={onOpen} aria-label={`${t('words.open')}: ${thing}`}>
          {t('words.open')}
        </Button>
      )}
    </div>
  );
}
