// How old the newest checked backup is, and the way to the backups. Shown once that page exists.
import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { now } from '../../clock.ts';
import { dateOf, daysBetween } from '../../dates.ts';
import { isBuilt } from '../../places.ts';
import { useSession } from '../../session/session-gate.tsx';
import { useText } from '../../text.ts';
import { IconStick } from '../../ui/icons.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { Ok, When } from '../../ui/status-words.tsx';

const BACKUPS = '/safekeeping/backups';

export function BackupsSheet() {
  const t = useText();
  if (!isBuilt(BACKUPS)) return null;
  return (
    <Sheet title={t('safekeeping.backups')} end={<BackupState />}>
      <div className="check-now">
        <p className="dim grow">{t('safekeeping.backupSays')}</p>
        <Button component={Link} href={BACKUPS} variant="default" leftSection={<IconStick size={18} aria-hidden />}>
          {t('safekeeping.toBackups')}
        </Button>
      </div>
    </Sheet>
  );
}

function BackupState() {
  const t = useText();
  const { lastBackupAt, backups } = useSession();
  if (lastBackupAt === null) return <When tone="lit">{t('safekeeping.backupNone')}</When>;
  const days = daysBetween(dateOf(lastBackupAt), dateOf(now()));
  const words = days <= 0 ? t('safekeeping.backupToday') : t('safekeeping.backupAge', { count: days });
  return days < backups.askAfterDays ? <Ok>{words}</Ok> : <When tone="lit">{words}</When>;
}
