// An answer that came on a stick, when nobody remembers whose it is.
import { BringReply } from '../../case/bring-reply.tsx';
import { useText } from '../../text.ts';
import { PageHead } from '../../ui/page-head.tsx';

export function ReplyPage() {
  const t = useText();
  return (
    <>
      <PageHead title={t('replies.page')} fact={t('replies.pageLead')} />
      <BringReply />
    </>
  );
}
