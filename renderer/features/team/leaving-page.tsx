// Somebody leaves: cases to hand on, paper and sticks, what is done together, the last days, and the way to the end of access.
import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { StaffMemberId } from '#shared/ids';
import { LeavingItem, type LeavingState } from '#shared/records/leaving';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { dateOf, fullDate } from '../../dates.ts';
import type { PageProps } from '../../route.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Alias } from '../../ui/hers.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { EmptyState, Rows, Sheet } from '../../ui/sheet.tsx';
import { Note, Ok } from '../../ui/status-words.tsx';
import { HandOnSheet } from './hand-on-sheet.tsx';
import { LookBackSheet } from './look-back-sheet.tsx';
import './team.css';

export function LeavingPage({ params }: PageProps) {
  const t = useText();
  const staffMemberId = (params['staffId'] ?? '') as StaffMemberId;
  const found = useRead('leaving.get', { staffMemberId });
  if (found.error) return <ErrorSentence error={found.error} />;
  if (!found.value) return null;
  const leaving = found.value;
  const { name } = leaving.person;
  return (
    <>
      <PageHead title={t('team.leaveTitle', { name })} fact={t('team.leaveFact')} />
      <p className="team-back">
        <Link href={`/team/${staffMemberId}`}>{t('team.leaveBack', { name })}</Link>
      </p>
      <div className="team-person-page">
        <div className="stack">
          <HandOnSheet leaving={leaving} />
          <OutSheet leaving={leaving} />
          <LookBackSheet lookBack={leaving.lookBack} />
        </div>
        <div className="stack">
          <CollectSheet leaving={leaving} />
          <EndSheet leaving={leaving} />
        </div>
      </div>
    </>
  );
}

function OutSheet({ leaving: { papers, media, person } }: { leaving: LeavingState }) {
  const t = useText();
  const day = (at: number): string => fullDate(dateOf(at));
  return (
    <Sheet flush title={t('team.out')}>
      {papers.length + media.length === 0 && <EmptyState>{t('team.outNone', { name: person.name })}</EmptyState>}
      <Rows label={t('team.out')}>
        {papers.map(({ id, of, sheet, at, shredOn }) => (
          <li key={id} className="wrap">
            <span className="col-alias">
              <Alias caseFileId={of.caseFileId} alias={of.nameUsed} caseNumber={of.caseNumber} />
            </span>
            <span className="grow">
              {t('team.outPaper', { sheet: t(`prints.sheet.${sheet}`), day: day(at), shred: fullDate(shredOn) })}
            </span>
          </li>
        ))}
        {media.map(({ id, kind, words, at }) => (
          <li key={id}>
            <span className="grow" dir="auto">
              {kind === 'BACKUP'
                ? t('team.outBackup', { medium: words, day: day(at) })
                : t('team.outPackage', { agency: words, day: day(at) })}
            </span>
          </li>
        ))}
      </Rows>
    </Sheet>
  );
}

function CollectSheet({ leaving: { person, done, revision } }: { leaving: LeavingState }) {
  const t = useText();
  const tick = useWrite('leaving.tick');
  // Shown at once; it stands when the vault has it.
  const [ticking, setTicking] = useState<LeavingItem | null>(null);
  const all = LeavingItem.options;
  const put = (item: LeavingItem, isDone: boolean): void => {
    setTicking(item);
    const saving = tick.run({ staffMemberId: person.id, basedOn: revision, item, isDone });
    void saving.finally(() => setTicking(null));
  };
  return (
    <Sheet title={t('team.collect')} end={t('team.collected', { done: done.length, all: all.length })}>
      <div className="stack">
        {all.map((item) => (
          <Checkbox
            key={item}
            label={t(`team.items.${item}`)}
            checked={done.includes(item) !== (ticking === item)}
            disabled={ticking !== null}
            onChange={(event) => put(item, event.currentTarget.checked)}
          />
        ))}
        {tick.error && <ErrorSentence error={tick.error} />}
      </div>
    </Sheet>
  );
}

function EndSheet({ leaving: { person, cases, hasLeft } }: { leaving: LeavingState }) {
  const t = useText();
  if (hasLeft)
    return (
      <Sheet title={t('team.end')}>
        <Ok>{t('team.endDone', { name: person.name })}</Ok>
      </Sheet>
    );
  return (
    <Sheet title={t('team.end')} lit={cases.length === 0}>
      <div className="stack">
        {cases.length === 0 ? <Ok>{t('team.endReady')}</Ok> : <Note>{t('team.endOpen', { count: cases.length })}</Note>}
        <p className="dim">{t('team.endSays')}</p>
        <div>
          <Button component={Link} href="/safekeeping" variant={cases.length === 0 ? 'filled' : 'default'}>
            {t('team.endGo')}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}
