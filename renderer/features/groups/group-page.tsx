// One group: what it is, who has a place, who waits, and its meetings as heads.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { StoredGroup } from '#shared/records/peer-group';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { shortDate } from '../../dates.ts';
import type { PageProps } from '../../route.ts';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { EmptyState, Sheet } from '../../ui/sheet.tsx';
import { GroupForm } from './group-form.tsx';
import { groupWords, languageWords } from './group-words.ts';
import { PeopleSheet } from './people-sheet.tsx';
import { SessionsSheet } from './sessions-sheet.tsx';
import './groups.css';

export function GroupPage({ params }: PageProps) {
  const t = useText();
  const list = useRead('peerGroup.list', {});
  const maySeePeople = useMay('groupPlace.ofGroup');
  const maySeeMeetings = useMay('groupSession.list');
  const group = list.value?.find(({ id }) => id === params['groupId']);
  if (list.error) return <ErrorSentence error={list.error} />;
  if (list.value === undefined) return null;
  if (group === undefined) return <EmptyState>{t('groups.none')}</EmptyState>;
  return (
    <>
      <PageHead
        title={<span dir="auto">{group.name}</span>}
        fact={group.endedOn === null ? groupWords(t, group) : t('groups.over', { date: shortDate(group.endedOn) })}
        actions={
          <Button variant="default" component={Link} href={`/groups/${group.id}/paper`}>
            {t('groups.paper')}
          </Button>
        }
      />
      <p className="group-back">
        <Link href="/groups">{t('groups.toGroups')}</Link>
      </p>
      <div className="two-columns">
        <div className="stack">
          {maySeePeople && group.endedOn === null && <PeopleSheet groupId={group.id} />}
          {maySeeMeetings && <SessionsSheet group={group} />}
        </div>
        <div className="stack">
          <About group={group} />
        </div>
      </div>
    </>
  );
}

function About({ group }: { group: StoredGroup }) {
  const t = useText();
  const mayChange = useMay('peerGroup.save') && group.endedOn === null;
  const [isChanging, setChanging] = useState(false);
  const close = (): void => setChanging(false);
  if (isChanging) return <GroupForm group={group} onKept={close} onCancel={close} />;
  const facts = [
    ['type', t(`groups.types.${group.type}`)],
    ['language', languageWords(t, group)],
    ['open', t(group.isOpen ? 'groups.isOpen' : 'groups.isClosed')],
    ['led', group.facilitators.map(({ name }) => name).join(', ')],
    ['peer', t(`groups.peerLeader.${group.peerLeader}`)],
    ['capacity', t('groups.people', { count: group.capacity })],
    ['access', group.access],
    ['childcare', t(group.hasChildcare ? 'groups.looked' : 'groups.notLooked')],
  ] as const;
  return (
    <Sheet title={t('groups.about')}>
      <div className="stack">
        <dl className="group-facts">
          {facts
            .filter(([, value]) => value !== '')
            .map(([name, value]) => (
              <div key={name}>
                <dt>{t(`groups.facts.${name}`)}</dt>
                <dd dir="auto">{value}</dd>
              </div>
            ))}
        </dl>
        {mayChange && (
          <div className="row wrap">
            <Button
              variant="default"
              aria-label={t('groups.changeThe', { name: group.name })}
              onClick={() => setChanging(true)}
            >
              {t('groups.change')}
            </Button>
            <EndGroup group={group} />
          </div>
        )}
      </div>
    </Sheet>
  );
}

function EndGroup({ group }: { group: StoredGroup }) {
  const t = useText();
  const end = useWrite('peerGroup.end');
  const [isAsking, setAsking] = useState(false);
  const go = async (): Promise<void> => {
    if ((await end.run({ groupId: group.id, basedOn: group.revision })).ok) setAsking(false);
  };
  return (
    <>
      <Button variant="subtle" onClick={() => setAsking(true)}>
        {t('groups.end')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        question={t('groups.endAsk', { name: group.name })}
        cancel={t('groups.endNo')}
        confirm={t('groups.end')}
        isRunning={end.isRunning}
        onCancel={() => setAsking(false)}
        onConfirm={() => void go()}
      >
        <p>{t('groups.endSays')}</p>
        {end.error && <ErrorSentence error={end.error} />}
      </ConfirmDialog>
    </>
  );
}
