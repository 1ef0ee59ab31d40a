// Files of the case that may go along, each under one of the categories chosen above. Sealed ones are not offered: they never leave.
// None is chosen to begin with. One that another house sent says so, with their terms: it was given to this house alone.
import { Select } from '@mantine/core';
import type { CaseFileId, RecordId } from '#shared/ids';
import type { FileToSend } from '#shared/records/export-package';
import { MOST_FILES } from '#shared/records/package';
import type { ReceivedLine } from '#shared/records/received-package';
import { ReleaseCategory } from '#shared/records/release-categories';
import { useRead } from '../../api/use-vault.ts';
import { dateOf, fullDate } from '../../dates.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Note } from '../../ui/status-words.tsx';

interface FilesToSendProps {
  readonly caseFileId: CaseFileId;
  readonly categories: readonly ReleaseCategory[];
  readonly chosen: readonly FileToSend[];
  readonly onChoose: (files: readonly FileToSend[]) => void;
}

export function FilesToSend({ caseFileId, categories, chosen, onChoose }: FilesToSendProps) {
  const t = useText();
  const found = useRead('attachment.list', { caseFileId, limit: MOST_FILES });
  const received = useRead('receivedPackage.list', { caseFileId });
  if (found.error) return <ErrorSentence error={found.error} />;
  const files = found.value?.attachments.filter(({ sealed, there, title }) => !sealed && there && title !== null) ?? [];
  if (files.length === 0) return null;
  const set = (attachmentId: RecordId, category: ReleaseCategory | null): void => {
    const others = chosen.filter((file) => file.attachmentId !== attachmentId);
    onChoose(category === null ? others : [...others, { attachmentId, category }]);
  };
  return (
    <fieldset className="share-files">
      <legend>{t('sharing.filesToo')}</legend>
      <p className="dim">{categories.length === 0 ? t('sharing.filesFirst') : t('sharing.filesHint')}</p>
      {files.map(({ id, title, cameWith }) => (
        <Select
          key={id}
          className="share-file"
          label={<bdi>{title}</bdi>}
          {...(cameWith
            ? { description: <CameFrom found={received.value?.find((one) => one.id === cameWith)} /> }
            : {})}
          placeholder={t('sharing.fileStays')}
          clearable
          disabled={categories.length === 0}
          value={chosen.find(({ attachmentId }) => attachmentId === id)?.category ?? null}
          data={categories.map((category) => ({
            value: category,
            label: t('sharing.fileShows', { what: t(`sharing.category.${category}`) }),
          }))}
          onChange={(value) => set(id, ReleaseCategory.nullable().catch(null).parse(value))}
        />
      ))}
    </fieldset>
  );
}

/** Who gave it, and until when and for what alone. Nothing is known of the package when its line cannot be read. */
function CameFrom({ found }: { found: ReceivedLine | undefined }) {
  const t = useText();
  if (found === undefined) return <Note>{t('received.cameWith')}</Note>;
  const { sender, receivedAt, purpose, usableUntil } = found;
  return (
    <span className="share-came">
      <Note>
        <bdi>{t('sharing.fileCame', { sender: sender.name, date: fullDate(dateOf(receivedAt)) })}</bdi>
      </Note>
      <bdi>{t('sharing.fileCameTerms', { purpose, date: fullDate(usableUntil) })}</bdi>
    </span>
  );
}
