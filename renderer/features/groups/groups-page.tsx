// The groups of the house, and beginning one.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { StoredGroup } from '#shared/records/peer-group';
import { useRead } from '../../api/use-vault.ts';
import { shortDate } from '../../dates.ts';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { EmptyState, Rows, Sheet } from '../../ui/sheet.tsx';
import { GroupForm } from './group-form.tsx';
import { groupWords } from './group-words.ts';
import './groups.css';

export function GroupsPage() {
  const t = useText();
  const [, navigate] = useLocation();
  const mayBegin = useMay('peerGroup.save');
  const mayCount = useMay('groupSession.figures');
  const list = useRead('peerGroup.list', {});
  const [isAdding, setAdding] = useState(false);
  return (
    <>
      <PageHead
        title={t('groups.title')}
        fact={t('groups.lead')}
        actions={
          <>
            {mayCount && (
              <Button variant="default" component={Link} href="/groups/figures">
                {t('groups.figures')}
              </Button>
            )}
            {mayBegin && !isAdding && <Button onClick={() => setAdding(true)}>{t('groups.add')}</Button>}
          </>
        }
      />
      {list.error && <ErrorSentence error={list.error} />}
      <div className="stack">
        {isAdding && (
          <GroupForm group={null} onKept={({ id }) => navigate(`/groups/${id}`)} onCancel={() => setAdding(false)} />
        )}
        {list.value && (
          <Sheet flush>
            {list.value.length === 0 && <EmptyState>{t('groups.none')}</EmptyState>}
            <Rows label={t('groups.title')}>
              {list.value.map((group) => (
                <GroupRow key={group.id} group={group} />
              ))}
            </Rows>
          </Sheet>
        )}
      </div>
    </>
  );
}

function GroupRow({ group }: { group: StoredGroup }) {
  const t = useText();
  const { id, name, endedOn, free, waiting } = group;
  return (
    <li>
      <span className="grow group-what">
        <Link href={`/groups/${id}`}>
          <b dir="auto">{name}</b>
        </Link>
        <span className="small dim" dir="auto">
          {groupWords(t, group)}
        </span>
      </span>
      <span className="small dim">
        {endedOn === null ? (
          <>
            {free === 0 ? t('groups.full') : t('groups.free', { count: free })}
            {waiting > 0 && `, ${t('groups.waits', { count: waiting })}`}
          </>
        ) : (
          t('groups.over', { date: shortDate(endedOn) })
        )}
      </span>
    </li>
  );
}
