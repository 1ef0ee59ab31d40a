// What agencies answered to the packages of a case, newest first, and the way to bring another answer in.
import type { CaseFileId } from '#shared/ids';
import { useRead } from '../api/use-vault.ts';
import { dateOf, fullDate } from '../dates.ts';
import { useText } from '../text.ts';
import { Rows, Sheet } from '../ui/sheet.tsx';
import { BringReply } from './bring-reply.tsx';

export function CaseReplies({ caseFileId }: { caseFileId: CaseFileId }) {
  const t = useText();
  const replies = useRead('packageReply.list', { caseFileId }).value ?? [];
  const sent = useRead('exportPackage.list', { caseFileId }).value ?? [];
  const whose = (id: string): string => sent.find((line) => line.id === id)?.recipientName ?? '';
  if (sent.length === 0) return null;
  return (
    <>
      {replies.length > 0 && (
        <Sheet flush title={t('replies.answered')}>
          <Rows>
            {replies.map((reply) => (
              <li key={reply.id}>
                <div className="grow">
                  <b dir="auto">{whose(reply.disclosureId)}</b>
                  <p>
                    {t('replies.line', {
                      date: fullDate(dateOf(reply.receivedAt)),
                      answer: t(`replies.answers.${reply.answer}`),
                    })}
                  </p>
                  {reply.note !== '' && (
                    <p className="dim" dir="auto">
                      {reply.note}
                    </p>
                  )}
                </div>
              </li>
            ))}
          </Rows>
        </Sheet>
      )}
      <BringReply caseFileId={caseFileId} />
    </>
  );
}
