// An answer of a partner agency, brought in: chosen, read through, kept. Nothing is kept before it was read.
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import type { Choice } from '#shared/contract/bridge';
import type { CaseFileId } from '#shared/ids';
import type { ReplyPreview } from '#shared/records/package-reply';
import { useTask } from '../api/use-vault.ts';
import { useBridge } from '../bridge.tsx';
import { dayAndTime, fullDate } from '../dates.ts';
import { useText } from '../text.ts';
import { ErrorSentence } from '../ui/error-sentence.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { Ok } from '../ui/status-words.tsx';
import { casePath } from './case-tabs.ts';

/** On the page of a case only answers to its own packages are taken. */
export function BringReply({ caseFileId }: { caseFileId?: CaseFileId }) {
  const t = useText();
  const bridge = useBridge();
  const read = useTask('packageReply.read');
  const keep = useTask('packageReply.keep');
  const [chosen, setChosen] = useState<Choice | null>(null);
  const [isLeft, setLeft] = useState(false);
  const ofCase = caseFileId === undefined ? {} : { caseFileId };
  const choose = async (): Promise<void> => {
    const choice = await bridge.choose('reply-file');
    if (choice === null) return;
    setChosen(choice);
    setLeft(false);
    keep.forget();
    void read.start({ file: choice.handle, ...ofCase });
  };
  const found = isLeft ? undefined : read.value;
  const keepIt = (): void => {
    if (chosen && found) void keep.start({ file: chosen.handle, sha256: found.sha256, ...ofCase });
  };
  const error = isLeft ? null : (keep.error ?? read.error);
  return (
    <div className="stack">
      <div className="row wrap">
        <Button variant="default" loading={read.isRunning} onClick={() => void choose()}>
          {t('replies.bring')}
        </Button>
        <span className="grow dim">{t('replies.bringHint')}</span>
      </div>
      {error && <ErrorSentence error={error} />}
      {found && (
        <ReadThrough found={found}>
          {keep.value ? (
            <>
              <Ok>{t('replies.kept')}</Ok>
              {caseFileId === undefined && (
                <Button component={Link} href={casePath(found.caseFileId, '/consents')}>
                  {t('replies.toCase')}
                </Button>
              )}
            </>
          ) : (
            <>
              <Button variant="subtle" disabled={keep.isRunning} onClick={() => setLeft(true)}>
                {t('replies.leave')}
              </Button>
              <Button loading={keep.isRunning} onClick={keepIt}>
                {t('replies.keep')}
              </Button>
            </>
          )}
        </ReadThrough>
      )}
    </div>
  );
}

function ReadThrough({ found, children }: { found: ReplyPreview; children: ReactNode }) {
  const t = useText();
  const lines = [
    [t('replies.from'), found.recipientName],
    [t('replies.toPackage'), `${dayAndTime(found.sentAt)}: ${found.purpose}`],
    [t('replies.answer'), t(`replies.answers.${found.answer}`)],
    [t('replies.answeredOn'), fullDate(found.answeredOn)],
    ...(found.note === '' ? [] : [[t('replies.note'), found.note]]),
  ] as const;
  return (
    <Sheet title={t('replies.readTitle')}>
      <table className="twin">
        <tbody>
          {lines.map(([label, value]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td dir="auto">{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="row wrap">{children}</div>
    </Sheet>
  );
}
