// A lost stick or disk, step by step. What was on it is filled in from what the vault knows of its backups: counts, and nothing else.
import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { MediaStep } from '#shared/records/breach';
import type { ListedBackup } from '#shared/records/backup';
import { dateOf, fullDate } from '../../dates.ts';
import { useText } from '../../text.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { useBackupWords } from './backup-words.ts';
import type { FieldProps } from './breach-fields.ts';

interface MediaFieldsProps extends FieldProps {
  /** Newest first; those that may have been on it. */
  readonly backups: readonly ListedBackup[];
}

export function MediaFields({ written: { media }, onWrite, backups }: MediaFieldsProps) {
  const t = useText();
  const wordsOf = useBackupWords();
  const [chosen, setChosen] = useState<string>(backups.find((one) => wordsOf(one) === media.WHAT_IS_ON_IT)?.id ?? '');
  const choose = (id: string): void => {
    const backup = backups.find((one) => one.id === id);
    setChosen(backup?.id ?? '');
    onWrite({ media: { ...media, WHAT_IS_ON_IT: backup === undefined ? '' : wordsOf(backup) } });
  };
  return (
    <Sheet title={t('outside.media')}>
      <div className="stack">
        {backups.length > 0 && (
          <NativeSelect
            label={t('outside.whichBackup')}
            description={t('outside.whichBackupHint')}
            value={chosen}
            data={[
              { value: '', label: t('outside.noBackup') },
              ...backups.map(({ id, createdAt, medium }) => ({
                value: id,
                label: t('outside.backupOn', { date: fullDate(dateOf(createdAt)), medium }),
              })),
            ]}
            onChange={({ currentTarget }) => choose(currentTarget.value)}
          />
        )}
        {MediaStep.options.map((step) => (
          <TextInput
            key={step}
            label={t(`outside.mediaStep.${step}`)}
            dir="auto"
            maxLength={400}
            value={media[step] ?? ''}
            onChange={({ currentTarget }) => onWrite({ media: { ...media, [step]: currentTarget.value } })}
          />
        ))}
      </div>
    </Sheet>
  );
}
