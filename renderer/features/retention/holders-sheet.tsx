// Copies of an earlier day that still hold something erased, until they are overwritten or destroyed.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { ChoiceHandle } from '#shared/ids';
import type { Holder } from '#shared/records/retention';
import { useRead, useTask, useWrite } from '../../api/use-vault.ts';
import { useBridge } from '../../bridge.tsx';
import { dayAndTime, fullDate } from '../../dates.ts';
import { useText } from '../../text.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { IconFolder, IconStick } from '../../ui/icons.ts';
import { EmptyState, Rows, Sheet } from '../../ui/sheet.tsx';
import { Ok } from '../../ui/status-words.tsx';

type OfBackup = Extract<Holder, { kind: 'backup' }>;
type OfKept = Extract<Holder, { kind: 'kept-vault' }>;

export function HoldersSheet() {
  const t = useText();
  const found = useRead('retention.holders', {});
  const holders = found.value ?? [];
  return (
    <Sheet flush title={t('retention.media')}>
      {found.error && <ErrorSentence error={found.error} />}
      {found.value?.length === 0 && <EmptyState>{t('retention.mediaNone')}</EmptyState>}
      {holders.length > 0 && <p className="rows-more dim">{t('retention.mediaSay')}</p>}
      <Rows label={t('retention.media')}>
        {holders.map((holder) =>
          holder.kind === 'backup' ? (
            <BackupRow key={holder.id} holder={holder} />
          ) : (
            <KeptRow key={holder.name} holder={holder} />
          ),
        )}
      </Rows>
      {holders.some(({ kind }) => kind === 'backup') && <ClearMedium />}
    </Sheet>
  );
}

function BackupRow({ holder }: { holder: OfBackup }) {
  const t = useText();
  const gone = useWrite('retention.noteGone');
  const where = { date: dayAndTime(holder.createdAt), medium: holder.medium };
  return (
    <li>
      <IconStick size={18} aria-hidden />
      <span className="grow" dir="auto">
        {t('retention.mediaBackup', where)}
        <span className="small dim retention-why">{t('retention.mediaHolds', { count: holder.erased })}</span>
        {gone.error && <ErrorSentence error={gone.error} />}
      </span>
      <Button
        size="compact-md"
        variant="default"
        loading={gone.isRunning}
        aria-label={t('retention.mediaGoneOf', where)}
        onClick={() => void gone.run({ id: holder.id, basedOn: holder.revision })}
      >
        {t('retention.mediaGone')}
      </Button>
    </li>
  );
}

function KeptRow({ holder }: { holder: OfKept }) {
  const t = useText();
  const destroy = useTask('retention.destroyKept');
  const [isAsking, setAsking] = useState(false);
  const day = fullDate(holder.day);
  return (
    <li>
      <IconFolder size={18} aria-hidden />
      <span className="grow">{t('retention.mediaKept', { day })}</span>
      <Button
        size="compact-md"
        variant="default"
        aria-label={t('retention.mediaDestroyOf', { day })}
        onClick={() => setAsking(true)}
      >
        {t('retention.mediaDestroy')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        question={t('retention.mediaDestroyAsk', { day })}
        cancel={t('retention.mediaDestroyKeep')}
        confirm={t('retention.mediaDestroy')}
        isRunning={destroy.isRunning}
        onCancel={() => setAsking(false)}
        onConfirm={() => void destroy.start({ name: holder.name })}
      >
        <p>{t('retention.mediaDestroySays')}</p>
        {destroy.error && <ErrorSentence error={destroy.error} />}
      </ConfirmDialog>
    </li>
  );
}

function ClearMedium() {
  const t = useText();
  const bridge = useBridge();
  const clear = useTask('retention.clearMedium');
  const begin = async (): Promise<void> => {
    const choice = await bridge.choose('backup-folder');
    if (choice) void clear.start({ folder: ChoiceHandle.parse(choice.handle) });
  };
  return (
    <div className="retention-foot">
      <div className="grow">
        <p className="small dim">{t('retention.mediaClearSays')}</p>
        {clear.error && <ErrorSentence error={clear.error} />}
        <span role="status">
          {clear.value && <Ok>{t('retention.mediaCleared', { count: clear.value.removed })}</Ok>}
        </span>
      </div>
      <Button
        variant="default"
        leftSection={<IconStick size={18} aria-hidden />}
        loading={clear.isRunning}
        onClick={() => void begin()}
      >
        {t('retention.mediaClear')}
      </Button>
    </div>
  );
}
