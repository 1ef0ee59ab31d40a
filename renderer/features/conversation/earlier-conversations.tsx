// Conversations that were held: what about, when, how long. What was said stands in the notes.
import { Button } from '@mantine/core';
import type { StoredConversation } from '#shared/records/conversation';
import { dayAndTime } from '../../dates.ts';
import { useText } from '../../text.ts';
import { EmptyState, Rows, Sheet } from '../../ui/sheet.tsx';
import { Note, Stop } from '../../ui/status-words.tsx';

interface EarlierProps {
  readonly conversations: readonly StoredConversation[];
  readonly total: number;
  readonly onMore: () => void;
}

export function EarlierConversations({ conversations, total, onMore }: EarlierProps) {
  const t = useText();
  return (
    <Sheet flush title={t('talk.earlier')}>
      {conversations.length === 0 && <EmptyState>{t('talk.none')}</EmptyState>}
      <Rows label={t('talk.earlier')}>
        {conversations.map((one) => (
          <Held key={one.id} conversation={one} />
        ))}
      </Rows>
      {total > conversations.length && (
        <Button variant="subtle" onClick={onMore}>
          {t('cases.more')}
        </Button>
      )}
    </Sheet>
  );
}

const MINUTE = 60_000;

function Held({ conversation }: { conversation: StoredConversation }) {
  const t = useText();
  const { purpose, startedAt, endedAt, savedBy, notes, notesConsent, details, stoppedUnsafe } = conversation;
  return (
    <li>
      <div className="grow">
        <b>{t(`notes.kinds.${purpose}`)}</b>
        <p className="small dim">
          {savedBy ? t('notes.by', { name: savedBy.name, time: dayAndTime(startedAt) }) : dayAndTime(startedAt)}
        </p>
        {stoppedUnsafe && <Stop>{t('interpreters.flagged')}</Stop>}
        {details.stopReason !== '' && (
          <p className="small" dir="auto">
            {t('talk.stopped', { reason: details.stopReason })}
          </p>
        )}
      </div>
      <div className="talk-held small">
        {endedAt === null ? (
          <Note>{t('talk.stillOpen', { name: savedBy?.name ?? '' })}</Note>
        ) : (
          <span>{t('talk.lasted', { count: Math.max(1, Math.round((endedAt - startedAt) / MINUTE)) })}</span>
        )}
        <span className="dim">
          {notesConsent === 'NO' ? t('talk.onlyTime') : t('talk.notesKept', { count: notes })}
        </span>
      </div>
    </li>
  );
}
