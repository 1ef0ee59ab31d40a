// What this house answered to a package, and answering it: one choice, a note, a yes that was asked for, a small sealed file.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { StoredReceivedPackage } from '#shared/records/received-package';
import type { StoredSentReply } from '#shared/records/sent-reply';
import { useRead } from '../../api/use-vault.ts';
import { dateOf, fullDate } from '../../dates.ts';
import type { Pronouns } from '../../pronouns.ts';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Rows, Sheet } from '../../ui/sheet.tsx';
import { AnswerForm } from './answer-form.tsx';

interface AnswerPackageProps {
  readonly one: StoredReceivedPackage;
  readonly pronouns: Pronouns;
}

export function AnswerPackage({ one, pronouns }: AnswerPackageProps) {
  const t = useText();
  const mayWrite = useMay('sentReply.write');
  const sent = useRead('sentReply.list', { receivedPackageId: one.id });
  // Stays open when the answer is written: whether the stick may be taken out is said there.
  const [isOpen, setOpen] = useState(false);
  if (sent.error) return <ErrorSentence error={sent.error} />;
  if (sent.value === undefined) return null;
  const isFirst = sent.value.length === 0;
  return (
    <>
      {!isFirst && <Answered replies={sent.value} />}
      {mayWrite && !one.canAnswer && <p className="dim">{t('received.answerNone')}</p>}
      {mayWrite && one.canAnswer && isOpen && (
        <Sheet title={t('received.answerTitle')}>
          <AnswerForm receivedPackageId={one.id} pronouns={pronouns} />
        </Sheet>
      )}
      {mayWrite && one.canAnswer && !isOpen && (
        <div className="row">
          <Button variant="default" onClick={() => setOpen(true)}>
            {isFirst ? t('received.answerTitle') : t('received.answerAgain')}
          </Button>
        </div>
      )}
    </>
  );
}

function Answered({ replies }: { replies: readonly StoredSentReply[] }) {
  const t = useText();
  return (
    <Sheet flush title={t('received.answered')}>
      <Rows label={t('received.answered')}>
        {replies.map(({ id, sentAt, savedBy, answer, note, fileName }) => (
          <li key={id}>
            <span className="grow stack log-line">
              <span dir="auto">
                {t('received.answeredLine', {
                  date: fullDate(dateOf(sentAt)),
                  name: savedBy?.name ?? '',
                  answer: t(`received.answers.${answer}`),
                })}
              </span>
              {note !== '' && (
                <span className="dim" dir="auto">
                  {note}
                </span>
              )}
              <span className="small dim" dir="ltr">
                {fileName}
              </span>
            </span>
          </li>
        ))}
      </Rows>
    </Sheet>
  );
}
