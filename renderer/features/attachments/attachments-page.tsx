// The files of one case: what is kept, one to be looked at, and a place to let go of another.
import { useState } from 'react';
import type { CaseFileId } from '#shared/ids';
import type { StoredAttachment } from '#shared/records/attachment';
import { useRead } from '../../api/use-vault.ts';
import { CaseFrame } from '../../case/case-frame.tsx';
import type { PageProps } from '../../route.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { EmptyState, Sheet } from '../../ui/sheet.tsx';
import { AddAttachment } from './add-attachment.tsx';
import { AttachmentRows } from './attachment-rows.tsx';
import { LookAt } from './look-at.tsx';
import { TakeAway } from './take-away.tsx';
import './attachments.css';

export function AttachmentsPage({ params }: PageProps) {
  const caseFileId = (params['caseFileId'] ?? '') as CaseFileId;
  return (
    <CaseFrame caseFileId={caseFileId} part="/files">
      {() => <Files key={caseFileId} caseFileId={caseFileId} />}
    </CaseFrame>
  );
}

/** So many are shown; a case with more of them has other worries than a second page. */
const MOST = 200;

function Files({ caseFileId }: { caseFileId: CaseFileId }) {
  const t = useText();
  const found = useRead('attachment.list', { caseFileId, limit: MOST }, { keepLast: true });
  const [looking, setLooking] = useState<StoredAttachment | null>(null);
  const [leaving, setLeaving] = useState<StoredAttachment | null>(null);
  if (found.error) return <ErrorSentence error={found.error} />;
  if (!found.value) return null;
  const { attachments } = found.value;
  const kept = attachments.filter(({ removed }) => removed === null).length;
  return (
    <div className="two-columns">
      <div className="stack">
        {looking && <LookAt key={looking.id} attachment={looking} onClose={() => setLooking(null)} />}
        <Sheet
          flush
          title={t('attachments.title')}
          {...(kept > 0 ? { end: t('attachments.count', { count: kept }) } : {})}
        >
          {attachments.length === 0 ? (
            <EmptyState>{t('attachments.none')}</EmptyState>
          ) : (
            <AttachmentRows attachments={attachments} onLook={setLooking} onTakeAway={setLeaving} />
          )}
        </Sheet>
      </div>
      <div className="stack">
        <AddAttachment caseFileId={caseFileId} />
      </div>
      {leaving && (
        <TakeAway
          attachment={leaving}
          onClose={() => {
            setLeaving(null);
            setLooking(null);
          }}
        />
      )}
    </div>
  );
}
