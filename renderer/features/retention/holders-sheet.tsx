// Copies of an earlier day that still hold something erased, until they are overwritten or destroyed.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { ChoiceHandle } from '#shared/ids';
import type { Response } from '#shared/contract/operation';
import type { Holder, retentionOperations } from '#shared/records/retention';
import { useRead, useTask, useWrite } from '../../api/use-vault.ts';
import { useBridge } from '../../bridge.tsx';
import { dayAndTime, fullDate } from '../../dates.ts';
import { useText } from '../../text.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { IconFolder, IconStick } from '../../ui/icons.ts';
import { EmptyState, Rows, Sheet } from '../../ui/sheet.tsx';
import { Note, Ok } from '../../ui/status-words.tsx';

type OfBackup = Extract<Holder, { kind: 'backup' }>;
type OfAgency = Extract<Holder, { kind: 'agency' }>;
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
        {holders.map((holder) => (
          <HolderRow key={keyOf(holder)} holder={holder} />
        ))}
      </Rows>
      {holders.some(({ kind }) => kind !== 'kept-vault') && <ClearMedium />}
    </Sheet>
  );
}

const keyOf = (holder: Holder): string =>
  holder.kind === 'backup'
    ? holder.id
    : holder.kind === 'agency'
      ? `${holder.id} ${holder.packageSha256}`
      : holder.name;

function HolderRow({ holder }: { holder: Holder }) {
  if (holder.kind === 'backup') return <BackupRow holder={holder} />;
  return holder.kind === 'agency' ? <AgencyRow holder={holder} /> : <KeptRow holder={holder} />;
}

function AgencyRow({ holder }: { holder: OfAgency }) {
  const t = useText();
  const note = useWrite('retention.noteAgency');
  const { id, revision, agency, on, askedOn, packageSha256 } = holder;
  const which = { agency, day: fullDate(on) };
  return (
    <li>
      <IconStick size={18} aria-hidden />
      <span className="grow" dir="auto">
        {t('retention.mediaAgency', which)}
        <span className="small dim retention-why">
          {askedOn === null ? t('retention.mediaNotAsked') : t('retention.mediaAsked', { day: fullDate(askedOn) })}
        </span>
        {note.error && <ErrorSentence error={note.error} />}
      </span>
      <Button
        component={Link}
        href={`/safekeeping/retention/letter/${packageSha256}`}
        size="compact-md"
        variant="default"
        aria-label={t('retention.mediaLetterOf', which)}
      >
        {t('retention.mediaLetter')}
      </Button>
      <Button
        size="compact-md"
        variant="default"
        loading={note.isRunning}
        aria-label={t('retention.mediaAgencyGoneOf', which)}
        onClick={() => void note.run({ id, basedOn: revision, packageSha256, what: 'GONE' })}
      >
        {t('retention.mediaGone')}
      </Button>
    </li>
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

type ClearedNow = Response<(typeof retentionOperations)['clearMedium']>;

/** What went from there, and what nobody here can vouch for and so stays. */
function Cleared({ value: { removed, packages, unknown } }: { value: ClearedNow }) {
  const t = useText();
  return (
    <>
      <Ok>{t('retention.mediaCleared', { count: removed })}</Ok>
      {packages > 0 && <Ok>{t('retention.mediaPackages', { count: packages })}</Ok>}
      {unknown > 0 && <Note>{t('retention.mediaUnknown', { count: unknown })}</Note>}
    </>
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
        <span role="status">{clear.value && <Cleared value={clear.value} />}</span>
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
