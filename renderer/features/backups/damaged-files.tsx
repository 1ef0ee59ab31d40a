// Files whose bytes are no longer what was kept: told by case and day, never by title, and asked about before a backup goes without.
import { Button } from '@mantine/core';
import type { DamagedFile } from '#shared/records/backup';
import { useRead } from '../../api/use-vault.ts';
import { dateOf, fullDate } from '../../dates.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Rows, Sheet } from '../../ui/sheet.tsx';
import { Note } from '../../ui/status-words.tsx';

/** The last letters of its number tell two files of one case and day apart. */
const shortNumber = (id: string): string => id.slice(-6);

export function DamagedRows({ files }: { files: readonly DamagedFile[] }) {
  const t = useText();
  return (
    <Rows tight label={t('backups.damagedFiles')}>
      {files.map(({ attachmentId, addedAt, caseNumber }) => (
        <li key={attachmentId}>
          <span className="grow" dir="auto">
            {caseNumber === null
              ? t('backups.damagedElsewhere')
              : t('backups.damagedOf', { caseNumber, number: shortNumber(attachmentId) })}
          </span>
          <span className="dim">{t('backups.damagedKept', { date: fullDate(dateOf(addedAt)) })}</span>
        </li>
      ))}
    </Rows>
  );
}

interface AskProps {
  readonly onWithout: () => void;
  readonly onLeave: () => void;
}

/** Nothing was written yet: goes on without them only when somebody says so. */
export function AskAboutDamaged({ onWithout, onLeave }: AskProps) {
  const t = useText();
  const found = useRead('backup.damagedFiles', {});
  if (found.error) return <ErrorSentence error={found.error} />;
  if (!found.value) return null;
  const count = found.value.length;
  return (
    <div className="stack" role="alert">
      <Note>{t('backups.damagedFound', { count })}</Note>
      <p>{t('backups.damagedSays')}</p>
      <DamagedRows files={found.value} />
      <div className="row wrap">
        <Button variant="default" onClick={onLeave}>
          {t('backups.damagedLeave')}
        </Button>
        <Button onClick={onWithout}>{t('backups.damagedWithout', { count })}</Button>
      </div>
    </div>
  );
}

/** What stays so until the file is taken away or a backup brings it back. */
export function DamagedSheet() {
  const t = useText();
  const found = useRead('backup.damagedFiles', {});
  if (!found.value || found.value.length === 0) return null;
  return (
    <Sheet flush title={t('backups.damagedFiles')}>
      <p className="rows-more dim">{t('backups.damagedStays')}</p>
      <DamagedRows files={found.value} />
    </Sheet>
  );
}
