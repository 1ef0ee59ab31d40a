// The copies there are, place by place: one place that is lost must not take all of them with it.
import type { ListedBackup } from '#shared/records/backup';
import { useRead } from '../../api/use-vault.ts';
import { dayAndTime } from '../../dates.ts';
import { useSession } from '../../session/session-gate.tsx';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { IconStick } from '../../ui/icons.ts';
import { EmptyState, Rows, Sheet } from '../../ui/sheet.tsx';
import { Note, Ok, When } from '../../ui/status-words.tsx';

const SHOWN = 20;

export function Copies() {
  const t = useText();
  const known = useRead('backup.list', {});
  const { inOnePlace } = useSession().backups;
  const places = byPlace(known.value?.backups ?? []);
  return (
    <Sheet flush title={t('backups.copies')}>
      {known.error && <ErrorSentence error={known.error} />}
      {known.value?.backups.length === 0 && <EmptyState>{t('backups.noCopies')}</EmptyState>}
      {known.value && known.value.unfinishedSince !== null && (
        <p className="rows-more">
          <When tone="lit">{t('backups.unfinished', { date: dayAndTime(known.value.unfinishedSince) })}</When>
        </p>
      )}
      {inOnePlace && (
        <p className="rows-more">
          <When tone="lit">{t('backups.onePlace')}</When>
        </p>
      )}
      {places.map(({ place, newest, all }) => (
        <Rows key={place} tight label={t('backups.placeOf', { medium: newest.medium })}>
          {all.slice(0, SHOWN).map((backup) => (
            <CopyRow key={backup.id} backup={backup} />
          ))}
        </Rows>
      ))}
    </Sheet>
  );
}

function CopyRow({ backup: { createdAt, medium, missing } }: { backup: ListedBackup }) {
  const t = useText();
  return (
    <li>
      <IconStick size={18} aria-hidden />
      <span className="grow" dir="auto">
        {t('backups.copy', { date: dayAndTime(createdAt), medium })}
      </span>
      {missing > 0 ? <Note>{t('backups.without', { count: missing })}</Note> : <Ok>{t('backups.checked')}</Ok>}
    </li>
  );
}

interface Place {
  readonly place: string;
  readonly newest: ListedBackup;
  readonly all: readonly ListedBackup[];
}

/** The place with the newest copy first, and in each the newest first, as they come. */
function byPlace(backups: readonly ListedBackup[]): Place[] {
  const places = new Map<string, ListedBackup[]>();
  for (const backup of backups) {
    const place = backup.place ?? backup.id;
    places.set(place, [...(places.get(place) ?? []), backup]);
  }
  return [...places].flatMap(([place, all]) => (all[0] === undefined ? [] : [{ place, newest: all[0], all }]));
}
