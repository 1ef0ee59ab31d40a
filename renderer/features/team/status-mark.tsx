// How a course stands, always as an icon with its word: colour alone says nothing.
import type { TrainingCell } from '#shared/records/training';
import { fullDate } from '../../dates.ts';
import { useText } from '../../text.ts';
import { IconNotAsked, IconWaits } from '../../ui/icons.ts';
import { Ok, When, Word } from '../../ui/status-words.tsx';

export function StatusMark({ cell: { status, expiresOn } }: { cell: Pick<TrainingCell, 'status' | 'expiresOn'> }) {
  const t = useText();
  const day = expiresOn === null ? '' : fullDate(expiresOn);
  switch (status) {
    case 'CURRENT':
      return <Ok>{t('team.status.CURRENT')}</Ok>;
    case 'DUE':
      return <When tone="lit">{t('team.status.DUE', { day })}</When>;
    case 'EXPIRED':
      return (
        <Word tone="lit" icon={<IconWaits size={15} aria-hidden />}>
          {t('team.status.EXPIRED', { day })}
        </Word>
      );
    case 'MISSING':
      return (
        <Word tone="note" icon={<IconNotAsked size={15} aria-hidden />}>
          {t('team.status.MISSING')}
        </Word>
      );
    case 'NOT_NEEDED':
      return <span className="dim small">{t('team.status.NOT_NEEDED')}</span>;
  }
}
