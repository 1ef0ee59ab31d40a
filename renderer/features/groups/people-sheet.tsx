// Who has a place, by first name, and who waits, by the number of a case. Nobody's coming or not coming is shown.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { RecordId } from '#shared/ids';
import type { GroupPeople, PlaceState } from '#shared/records/group-place';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { shortDate } from '../../dates.ts';
import { usePreferences } from '../../preferences.ts';
import { useText } from '../../text.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Alias } from '../../ui/hers.tsx';
import { patchOf } from '../../ui/patch.tsx';
import { Rows, Sheet } from '../../ui/sheet.tsx';
import { Note } from '../../ui/status-words.tsx';

export function PeopleSheet({ groupId }: { groupId: RecordId }) {
  const t = useText();
  const found = useRead('groupPlace.ofGroup', { groupId });
  if (found.error) return <ErrorSentence error={found.error} />;
  if (!found.value) return null;
  const { people, waiting } = found.value;
  return (
    <>
      <Sheet flush title={t('groups.there')} end={t('groups.people', { count: people.length })}>
        {people.length === 0 && <p className="group-says dim">{t('groups.thereNone')}</p>}
        <Rows label={t('groups.there')}>
          {people.map((person) => (
            <Person key={person.placeId} person={person} />
          ))}
        </Rows>
        {people.length > 0 && <p className="rows-more small dim">{t('groups.thereSays')}</p>}
      </Sheet>
      {waiting.length > 0 && (
        <Sheet flush title={t('groups.waiting')}>
          <Rows label={t('groups.waiting')}>
            {waiting.map((one) => (
              <Waits key={one.placeId} place={one} />
            ))}
          </Rows>
          <p className="rows-more small dim">{t('groups.waitingSays')}</p>
        </Sheet>
      )}
    </>
  );
}

type PersonThere = GroupPeople['people'][number];

/** As far as names may be heard now. */
export function useFirstName({ placeId, firstName }: Pick<PersonThere, 'placeId' | 'firstName'>): string {
  const namesHidden = usePreferences((preferences) => preferences.namesHidden);
  return namesHidden ? String(patchOf(placeId) + 1) : firstName;
}

function Person({ person }: { person: PersonThere }) {
  const t = useText();
  const who = useFirstName(person);
  return (
    <li className="wrap">
      <span className="grow group-what">
        <Alias caseFileId={person.placeId} alias={person.firstName} />
        <span className="small dim">{t(`groups.state.${person.state}`, { date: shortDate(person.since) })}</span>
        {person.isApart && <Note>{t('groups.apart')}</Note>}
      </span>
      <PlaceActs placeId={person.placeId} revision={person.revision} who={who} state={person.state} />
    </li>
  );
}

function Waits({ place: { placeId, revision, since, caseNumber } }: { place: GroupPeople['waiting'][number] }) {
  const t = useText();
  const move = useWrite('groupPlace.move');
  return (
    <li className="wrap">
      <span className="grow group-what">
        <b className="num">{caseNumber}</b>
        <span className="small dim">{t('groups.state.WAITING', { date: shortDate(since) })}</span>
        {move.error && <ErrorSentence error={move.error} />}
      </span>
      <span className="row wrap">
        <Button
          size="compact-md"
          variant="default"
          aria-label={t('groups.askOf', { who: caseNumber })}
          loading={move.isRunning}
          onClick={() => void move.run({ placeId, basedOn: revision, to: 'ASKED' })}
        >
          {t('groups.ask')}
        </Button>
        <GivesUp placeId={placeId} revision={revision} who={caseNumber} waits />
      </span>
    </li>
  );
}

interface ActsProps {
  readonly placeId: RecordId;
  readonly revision: number;
  /** Whom the buttons are about, for whoever hears them. */
  readonly who: string;
}

/** What can be said of a place: she said yes, she no longer comes. */
export function PlaceActs({ placeId, revision, who, state }: ActsProps & { state: PlaceState }) {
  const t = useText();
  const move = useWrite('groupPlace.move');
  return (
    <span className="row wrap">
      {move.error && <ErrorSentence error={move.error} />}
      {state === 'ASKED' && (
        <Button
          size="compact-md"
          variant="default"
          aria-label={t('groups.saidYesOf', { who })}
          loading={move.isRunning}
          onClick={() => void move.run({ placeId, basedOn: revision, to: 'MEMBER' })}
        >
          {t('groups.saidYes')}
        </Button>
      )}
      <GivesUp placeId={placeId} revision={revision} who={who} waits={state === 'WAITING'} />
    </span>
  );
}

function GivesUp({ placeId, revision, who, waits }: ActsProps & { waits: boolean }) {
  const t = useText();
  const leave = t(waits ? 'groups.leaveList' : 'groups.leave');
  const end = useWrite('groupPlace.end');
  const [isAsking, setAsking] = useState(false);
  const go = async (): Promise<void> => {
    if ((await end.run({ placeId, basedOn: revision })).ok) setAsking(false);
  };
  return (
    <>
      <Button
        size="compact-md"
        variant="subtle"
        aria-label={t(waits ? 'groups.leaveListOf' : 'groups.leaveOf', { who })}
        onClick={() => setAsking(true)}
      >
        {leave}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        question={t(waits ? 'groups.leaveListAsk' : 'groups.leaveAsk', { who })}
        cancel={t(waits ? 'groups.leaveListNo' : 'groups.leaveNo')}
        confirm={leave}
        isRunning={end.isRunning}
        onCancel={() => setAsking(false)}
        onConfirm={() => void go()}
      >
        {!waits && <p>{t('groups.leaveSays')}</p>}
        {end.error && <ErrorSentence error={end.error} />}
      </ConfirmDialog>
    </>
  );
}
