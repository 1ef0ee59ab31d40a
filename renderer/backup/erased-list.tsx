// Before records are brought back: whether a list of erased cases is within reach, and another place to look in. Without one it goes on
// only by a typed word.
import { Button, TextInput } from '@mantine/core';
import { ChoiceHandle } from '#shared/ids';
import { useBridge } from '../bridge.tsx';
import { dayAndTime } from '../dates.ts';
import { useText } from '../text.ts';
import { Note } from '../ui/status-words.tsx';

interface ErasedListProps {
  /** When the newest list was written; null when there is none. */
  readonly listAt: number | null;
  readonly isLooking: boolean;
  readonly onLook: (folder: ChoiceHandle) => void;
  readonly typed: string;
  readonly onType: (typed: string) => void;
}

export function ErasedListNote({ listAt, isLooking, onLook, typed, onType }: ErasedListProps) {
  const t = useText();
  const bridge = useBridge();
  const look = async (): Promise<void> => {
    const choice = await bridge.choose('restore-folder');
    if (choice) onLook(ChoiceHandle.parse(choice.handle));
  };
  return (
    <>
      {listAt === null ? (
        <Note>{t('retention.listNone')}</Note>
      ) : (
        <p>
          {t('retention.list', { date: dayAndTime(listAt) })}{' '}
          <span className="dim">{t('retention.listElsewhere')}</span>
        </p>
      )}
      <div>
        <Button variant="default" loading={isLooking} onClick={() => void look()}>
          {t('retention.listLook')}
        </Button>
      </div>
      {listAt === null && (
        <TextInput
          id="without-list"
          label={t('retention.listType')}
          value={typed}
          maxLength={40}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => onType(event.currentTarget.value)}
        />
      )}
    </>
  );
}

/** Whether the word was typed that says: go on without the list. */
export function useSaysWithout(): (typed: string) => boolean {
  const t = useText();
  return (typed) => typed.trim().toLowerCase() === t('retention.listWord');
}
