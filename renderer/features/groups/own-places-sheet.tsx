// Her places in groups, and whether her own file may say that she was there.
import { NativeSelect } from '@mantine/core';
import type { CaseFileId } from '#shared/ids';
import { AttendanceWish, type OwnPlaces } from '#shared/records/group-place';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { shortDate } from '../../dates.ts';
import type { Pronouns } from '../../pronouns.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { EmptyState, Rows, Sheet } from '../../ui/sheet.tsx';
import { Note } from '../../ui/status-words.tsx';
import { PlaceActs } from './people-sheet.tsx';

export interface OfPerson {
  readonly caseFileId: CaseFileId;
  readonly pronouns: Pronouns;
}

export function OwnPlacesSheet({ caseFileId, pronouns }: OfPerson) {
  const t = useText();
  const own = useRead('groupPlace.ofCase', { caseFileId });
  return (
    <Sheet flush title={t('groups.title')}>
      {own.error && <ErrorSentence error={own.error} />}
      {own.value?.places.length === 0 && <EmptyState>{t('groups.ownNone')}</EmptyState>}
      <Rows label={t('groups.title')}>
        {own.value?.places.map((place) => (
          <OwnPlace key={place.placeId} place={place} pronouns={pronouns} />
        ))}
      </Rows>
      <p className="rows-more small dim">{t('groups.ownSays')}</p>
    </Sheet>
  );
}

interface OwnPlaceProps {
  readonly place: OwnPlaces['places'][number];
  readonly pronouns: Pronouns;
}

function OwnPlace({ place, pronouns }: OwnPlaceProps) {
  const t = useText();
  const attend = useWrite('groupPlace.attend');
  const { placeId, revision: basedOn, name, state, since, attendance, isApart } = place;
  return (
    <li className="wrap">
      <span className="grow group-what">
        <b dir="auto">{name}</b>
        <span className="small dim">{t(`groups.state.${state}`, { date: shortDate(since) })}</span>
        {isApart && <Note>{t('groups.apart')}</Note>}
        {state !== 'WAITING' && (
          <NativeSelect
            label={t('groups.wish', pronouns)}
            description={t('groups.wishSays')}
            aria-label={t('groups.wishOf', { ...pronouns, name })}
            value={attendance}
            disabled={attend.isRunning}
            data={AttendanceWish.options.map((value) => ({ value, label: t(`groups.wishes.${value}`) }))}
            onChange={(event) =>
              void attend.run({ placeId, basedOn, attendance: AttendanceWish.parse(event.currentTarget.value) })
            }
          />
        )}
        {attend.error && <ErrorSentence error={attend.error} />}
      </span>
      <PlaceActs placeId={placeId} revision={basedOn} who={name} state={state} />
    </li>
  );
}
