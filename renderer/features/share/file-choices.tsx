// One page of the files of a case, each under one of the categories chosen above or staying here. Sealed ones are not offered: they never
// leave. One that another house sent says so, with their terms: it was given to this house alone.
import { Select } from '@mantine/core';
import type { CaseFileId, RecordId } from '#shared/ids';
import type { StoredAttachment } from '#shared/records/attachment';
import type { FileToSend } from '#shared/records/export-package';
import type { ReceivedLine } from '#shared/records/received-package';
import { ReleaseCategory } from '#shared/records/release-categories';
import { useRead } from '../../api/use-vault.ts';
import { dateOf, fullDate } from '../../dates.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Note } from '../../ui/status-words.tsx';

/** Files on one page. */
export const PAGE = 50;
export const filesPage = (caseFileId: CaseFileId, offset: number) => ({ caseFileId, offset, limit: PAGE });
export const maySend = ({ sealed, there, title }: StoredAttachment): boolean => !sealed && there && title !== null;

interface FileChoicesProps {
  readonly caseFileId: CaseFileId;
  readonly offset: number;
  readonly categories: readonly ReleaseCategory[];
  readonly chosen: readonly FileToSend[];
  /** As many are chosen as a package holds. */
  readonly isFull: boolean;
  readonly onChoose: (files: readonly FileToSend[]) => void;
}

export function FileChoices({ caseFileId, offset, categories, chosen, isFull, onChoose }: FileChoicesProps) {
  const t = useText();
  const found = useRead('attachment.list', filesPage(caseFileId, offset));
  const received = useRead('receivedPackage.list', { caseFileId });
  if (found.error) return <ErrorSentence error={found.error} />;
  const set = (attachmentId: RecordId, category: ReleaseCategory | null): void => {
    const others = chosen.filter((file) => file.attachmentId !== attachmentId);
    onChoose(category === null ? others : [...others, { attachmentId, category }]);
  };
  return (found.value?.attachments ?? []).filter(maySend).map(({ id, title, cameWith }) => {
    const category = chosen.find(({ attachmentId }) => attachmentId === id)?.category ?? null;
    return (
      <Select
        key={id}
        className="share-file"
        label={<bdi>{title}</bdi>}
        {...(cameWith ? { description: <CameFrom found={received.value?.find((one) => one.id === cameWith)} /> } : {})}
        placeholder={t('sharing.fileStays')}
        clearable
        disabled={categories.length === 0 || (isFull && category === null)}
        value={category}
        data={categories.map((one) => ({
          value: one,
          label: t('sharing.fileShows', { what: t(`sharing.category.${one}`) }),
        }))}
        onChange={(value) => set(id, ReleaseCategory.nullable().catch(null).parse(value))}
      />
    );
  });
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
