// Files whose making was cut off by a stop of the program: whoever works on the case looks on the stick.
import { Link } from 'wouter';
import type { UnfinishedFile } from '#shared/records/unfinished-file';
import { casePath } from '../../case/case-tabs.ts';
import { dayAndTime } from '../../dates.ts';
import { useText } from '../../text.ts';
import { Rows, Sheet } from '../../ui/sheet.tsx';

export function UnfinishedToday({ files }: { files: readonly UnfinishedFile[] }) {
  const t = useText();
  if (files.length === 0) return null;
  return (
    <Sheet flush title={t('today.unfinished')}>
      <Rows tight label={t('today.unfinished')}>
        <li className="small">{t('today.unfinishedLead')}</li>
        {files.map(({ id, of, begunAt, fileName }) => (
          <li key={id}>
            <span className="grow">
              <Link href={casePath(of.caseFileId, '/consents')}>{of.nameUsed}</Link>{' '}
              <span className="small dim num">
                {t('today.unfinishedFile', { when: dayAndTime(begunAt), file: fileName })}
              </span>
            </span>
          </li>
        ))}
      </Rows>
    </Sheet>
  );
}
