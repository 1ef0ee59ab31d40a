// The meetings of a group: a day, a topic and heads.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { StoredSession } from '#shared/records/group-session';
import type { StoredGroup } from '#shared/records/peer-group';
import { useRead } from '../../api/use-vault.ts';
import { fullDate } from '../../dates.ts';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { EmptyState, Rows, Sheet } from '../../ui/sheet.tsx';
import { SessionForm } from './session-form.tsx';

export function SessionsSheet({ group }: { group: StoredGroup }) {
  const t = useText();
  const list = useRead('groupSession.list', { groupId: group.id });
  const mayWrite = useMay('groupSession.save');
  const [writing, setWriting] = useState<StoredSession | 'new' | null>(null);
  if (writing !== null) {
    const saved = writing === 'new' ? null : writing;
    return <SessionForm group={group} saved={saved} onDone={() => setWriting(null)} />;
  }
  return (
    <Sheet flush title={t('groups.sessions')}>
      {list.error && <ErrorSentence error={list.error} />}
      {list.value?.length === 0 && <EmptyState>{t('groups.sessionsNone')}</EmptyState>}
      <Rows label={t('groups.sessions')}>
        {list.value?.map((session) => (
          <Meeting key={session.id} session={session} onChange={mayWrite ? () => setWriting(session) : null} />
        ))}
      </Rows>
      {mayWrite && group.endedOn === null && (
        <div className="rows-more">
          <Button variant="default" onClick={() => setWriting('new')}>
            {t('groups.count')}
          </Button>
        </div>
      )}
    </Sheet>
  );
}

interface MeetingProps {
  readonly session: StoredSession;
  /** Null for who only looks. */
  readonly onChange: (() => void) | null;
}

function Meeting({ session, onChange }: MeetingProps) {
  const t = useText();
  const date = fullDate(session.on);
  const facts = [
    t('groups.came', { count: session.headcount }),
    ...(session.newCount > 0 ? [t('groups.ofThemNew', { count: session.newCount })] : []),
    ...(session.safetyFollowUps > 0 ? [t('groups.followed', { count: session.safetyFollowUps })] : []),
    ...(session.debriefed ? [t('groups.talkedOver')] : []),
  ];
  return (
    <li className="wrap">
      <span className="grow group-what">
        <b>
          {date}, {t(`groups.topics.${session.topic}`)}
        </b>
        <span className="small dim">{facts.join(', ')}</span>
      </span>
      {onChange && (
        <Button size="compact-md" variant="default" aria-label={t('groups.correctOf', { date })} onClick={onChange}>
          {t('groups.correct')}
        </Button>
      )}
    </li>
  );
}
