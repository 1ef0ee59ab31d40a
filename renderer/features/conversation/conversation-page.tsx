// Conversations of a case: the one that is going on, or a place to begin one and what was held before.
import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import type { CaseFileId } from '#shared/ids';
import { ConversationPurpose, type StoredConversation } from '#shared/records/conversation';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { CaseFrame } from '../../case/case-frame.tsx';
import type { PageProps } from '../../route.ts';
import { useSession } from '../../session/session-gate.tsx';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { EarlierConversations } from './earlier-conversations.tsx';
import { PromptBank } from './prompt-bank.tsx';
import { type Stopped, StopScript } from './stop-unsafe.tsx';
import { Talking } from './talking.tsx';
import './conversation.css';

const PAGE = 20;

export function ConversationPage({ params }: PageProps) {
  const caseFileId = (params['caseFileId'] ?? '') as CaseFileId;
  const { person } = useSession();
  const [limit, setLimit] = useState(PAGE);
  const [stopped, setStopped] = useState<Stopped | null>(null);
  const list = useRead('conversation.list', { caseFileId, limit }, { keepLast: true });
  if (list.error) return <ErrorSentence error={list.error} />;
  if (!list.value) return null;
  const { conversations, total } = list.value;
  const mine = conversations.find(({ endedAt, startedBy }) => endedAt === null && startedBy === person.id);
  if (mine) return <Talking key={mine.id} caseFileId={caseFileId} conversation={mine} onStopped={setStopped} />;
  return (
    <CaseFrame caseFileId={caseFileId} part="/talk">
      {(_caseFile, pronouns) => (
        <div className="talk-columns">
          <div className="stack">
            {stopped && <StopScript stopped={stopped} pronouns={pronouns} />}
            <Beginning caseFileId={caseFileId} />
            <EarlierConversations
              conversations={conversations}
              total={total}
              onMore={() => setLimit(Math.min(limit + PAGE, 200))}
            />
          </div>
          <PromptBank />
        </div>
      )}
    </CaseFrame>
  );
}

function Beginning({ caseFileId }: { caseFileId: CaseFileId }) {
  const t = useText();
  const begin = useWrite('conversation.begin');
  const [purpose, setPurpose] = useState<StoredConversation['purpose']>('CHECK_IN');
  return (
    <Sheet title={t('talk.begin')}>
      <div className="stack">
        <p className="dim">{t('talk.beginSays')}</p>
        <div className="row wrap align-end">
          <Select
            className="grow"
            label={t('talk.purpose')}
            allowDeselect={false}
            data={ConversationPurpose.options.map((value) => ({ value, label: t(`notes.kinds.${value}`) }))}
            value={purpose}
            onChange={(value) => setPurpose(value ?? 'CHECK_IN')}
          />
          <Button loading={begin.isRunning} onClick={() => void begin.run({ caseFileId, purpose })}>
            {t('talk.beginNow')}
          </Button>
        </div>
        {begin.error && <ErrorSentence error={begin.error} />}
      </div>
    </Sheet>
  );
}
