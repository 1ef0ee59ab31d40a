// Files of the case that may go along, newest first and a page at a time until all are shown. None is chosen to begin with, and no more
// than a package holds.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { CaseFileId } from '#shared/ids';
import type { FileToSend } from '#shared/records/export-package';
import { MOST_FILES } from '#shared/records/package';
import type { ReleaseCategory } from '#shared/records/release-categories';
import { useRead } from '../../api/use-vault.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { FileChoices, filesPage, maySend, PAGE } from './file-choices.tsx';

interface FilesToSendProps {
  readonly caseFileId: CaseFileId;
  readonly categories: readonly ReleaseCategory[];
  readonly chosen: readonly FileToSend[];
  readonly onChoose: (files: readonly FileToSend[]) => void;
}

export function FilesToSend(asked: FilesToSendProps) {
  const t = useText();
  const { caseFileId, categories, chosen } = asked;
  // Whoever comes back with files chosen sees all of them again.
  const [wanted, setWanted] = useState(() => (chosen.length === 0 ? 1 : Number.POSITIVE_INFINITY));
  const found = useRead('attachment.list', filesPage(caseFileId, 0));
  if (found.error) return <ErrorSentence error={found.error} />;
  const { attachments, total } = found.value ?? { attachments: [], total: 0 };
  if (total <= PAGE && !attachments.some(maySend)) return null;
  const all = Math.max(1, Math.ceil(total / PAGE));
  const pages = Math.min(wanted, all);
  return (
    <fieldset className="share-files">
      <legend>{t('sharing.filesToo')}</legend>
      <p className="dim">{categories.length === 0 ? t('sharing.filesFirst') : t('sharing.filesHint')}</p>
      {chosen.length >= MOST_FILES && <p role="status">{t('sharing.filesMost', { count: MOST_FILES })}</p>}
      {Array.from({ length: pages }, (_page, index) => (
        <FileChoices key={index} {...asked} offset={index * PAGE} isFull={chosen.length >= MOST_FILES} />
      ))}
      {pages < all && (
        <p>
          <Button variant="subtle" onClick={() => setWanted(pages + 1)}>
            {t('sharing.filesMore')}
          </Button>
        </p>
      )}
    </fieldset>
  );
}
