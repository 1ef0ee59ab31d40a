// Who holds a key to the records: role, since when, and taking it away. Nobody takes her own away here.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { StaffListed } from '#shared/records/staff-member';
import { useRead, useTask } from '../../api/use-vault.ts';
import { dateOf, fullDate } from '../../dates.ts';
import { useSession } from '../../session/session-gate.tsx';
import { useText } from '../../text.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { IconSomeoneNew } from '../../ui/icons.ts';
import { Rows, Sheet } from '../../ui/sheet.tsx';
import { Ok } from '../../ui/status-words.tsx';
import { KeyDue } from './key-due.tsx';
import { LeftCopies } from './left-copies.tsx';

export function AccessSheet() {
  const t = useText();
  const staff = useRead('staffMember.list', {});
  const [leaving, setLeaving] = useState<StaffListed | null>(null);
  const [left, setLeft] = useState<string | null>(null);
  const people = (staff.value ?? []).toSorted(
    (one, other) => Number(one.disabledAt !== null) - Number(other.disabledAt !== null),
  );
  const active = people.filter(({ disabledAt }) => disabledAt === null).length;
  return (
    <Sheet
      flush
      title={t('safekeeping.access')}
      {...(staff.value ? { end: t('safekeeping.accessCount', { count: active }) } : {})}
    >
      {staff.error && <ErrorSentence error={staff.error} />}
      <KeyDue />
      <Rows label={t('safekeeping.access')}>
        {people.map((person) => (
          <PersonRow key={person.id} person={person} onTakeAway={() => setLeaving(person)} />
        ))}
      </Rows>
      <div className="keep-foot">
        <Button
          component={Link}
          href="/safekeeping/colleague"
          variant="default"
          leftSection={<IconSomeoneNew size={18} aria-hidden />}
        >
          {t('safekeeping.add')}
        </Button>
        <span role="status">{left !== null && <Ok>{t('safekeeping.tookAway', { name: left })}</Ok>}</span>
      </div>
      {leaving && (
        <TakeAwayDialog
          person={leaving}
          onClose={(isDone) => {
            setLeft(isDone ? leaving.name : null);
            setLeaving(null);
          }}
        />
      )}
    </Sheet>
  );
}

function PersonRow({ person, onTakeAway }: { person: StaffListed; onTakeAway: () => void }) {
  const t = useText();
  const { person: me } = useSession();
  const isActive = person.disabledAt === null;
  return (
    <li className={isActive ? 'keep-person' : 'keep-person dim'}>
      <span className="grow">
        <b dir="auto">{person.name}</b>
        <span className="small dim">
          {person.disabledAt === null
            ? t('safekeeping.signsInAs', { name: person.signInName })
            : t('safekeeping.until', { day: fullDate(dateOf(person.disabledAt)) })}
        </span>
        {!isActive && <LeftCopies staffMemberId={person.id} />}
      </span>
      <span className="keep-role">
        {t(`safekeeping.role.${person.role}`)}
        {isActive && (
          <span className="small dim">{t('safekeeping.since', { day: fullDate(dateOf(person.since)) })}</span>
        )}
      </span>
      <span className="keep-act">
        {person.id === me.id ? (
          <span className="dim">{t('safekeeping.you')}</span>
        ) : (
          isActive && (
            <>
              <Button
                component={Link}
                href={`/safekeeping/colleague/${person.id}`}
                size="compact-md"
                variant="default"
                aria-label={`${t('safekeeping.renew')}: ${person.name}`}
              >
                {t('safekeeping.renew')}
              </Button>
              <Button
                size="compact-md"
                variant="default"
                onClick={onTakeAway}
                aria-label={`${t('safekeeping.takeAway')}: ${person.name}`}
              >
                {t('safekeeping.takeAway')}
              </Button>
            </>
          )
        )}
      </span>
    </li>
  );
}

/** What becomes of the sealed notes when the last counsellor who opens them goes. */
export function LastOfSealedNotes({ personId }: { personId: string }) {
  const t = useText();
  const compartment = useRead('compartment.state', {});
  const { members, recoveryCode } = compartment.value ?? { members: [] };
  if (members.length !== 1 || members[0]?.id !== personId) return null;
  return <li>{t(recoveryCode === 'sealed' ? 'sealedNotes.lastOne' : 'sealedNotes.lastOneNoCode')}</li>;
}

function TakeAwayDialog({ person, onClose }: { person: StaffListed; onClose: (isDone: boolean) => void }) {
  const t = useText();
  const disable = useTask('staffMember.disable');
  const takeAway = async (): Promise<void> => {
    if ((await disable.start({ id: person.id })).ok) onClose(true);
  };
  return (
    <ConfirmDialog
      isOpen
      question={t('safekeeping.takeAwayAsk', { name: person.name })}
      cancel={t('safekeeping.takeAwayKeep')}
      confirm={t('safekeeping.takeAway')}
      isRunning={disable.isRunning}
      onCancel={() => onClose(false)}
      onConfirm={() => void takeAway()}
    >
      <p>{t('safekeeping.takeAwayNow')}</p>
      <p>
        <Link href={`/team/${person.id}/leaving`}>{t('team.leaveFirst')}</Link>
      </p>
      <ul className="keep-follows">
        <li>{t('safekeeping.takeAwayKey')}</li>
        <li>{t('safekeeping.takeAwayNotes')}</li>
        <li>{t('safekeeping.takeAwayDrafts')}</li>
        <li>{t('safekeeping.takeAwayName')}</li>
        <li>{t('safekeeping.takeAwayBackups')}</li>
        {person.role === 'clinician' && <LastOfSealedNotes personId={person.id} />}
      </ul>
      {disable.error && <ErrorSentence error={disable.error} />}
    </ConfirmDialog>
  );
}
