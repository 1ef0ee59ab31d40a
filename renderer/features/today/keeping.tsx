// Whether the records would survive the computer: the newest checked backup, and the way back for a director.
import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { DRILL_DUE_AFTER_DAYS } from '#shared/records/backup-days';
import type { Today } from '#shared/records/today';
import { now } from '../../clock.ts';
import { dateOf, daysBetween, fullDate } from '../../dates.ts';
import { isBuilt, places } from '../../places.ts';
import { useSession } from '../../session/session-gate.tsx';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';
import { IconStick } from '../../ui/icons.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { Ok, When } from '../../ui/status-words.tsx';

const BACKUPS = '/safekeeping/backups';

export function BackupSheet() {
  const t = useText();
  const { lastBackupAt, backups } = useSession();
  const mayBackUp = useMay('backup.create');
  if (!mayBackUp) return null;
  const days = lastBackupAt === null ? null : daysBetween(dateOf(lastBackupAt), dateOf(now()));
  const words =
    days === null ? t('today.backupNone') : days === 0 ? t('today.backupToday') : t('today.backupAge', { count: days });
  return (
    <Sheet className="keeping">
      <IconStick size={22} aria-hidden />
      <div className="grow">
        <h2>{t('today.backup')}</h2>
        {days !== null && days < backups.askAfterDays ? <Ok>{words}</Ok> : <When tone="lit">{words}</When>}
        {backups.inOnePlace && <p className="small dim">{t('today.backupOnePlace')}</p>}
      </div>
      {isBuilt(BACKUPS) && (
        <Button variant="default" component={Link} href={BACKUPS}>
          {t('today.backupNow')}
        </Button>
      )}
    </Sheet>
  );
}

/** Four times a year a copy is opened and read: only then is it known that records come back. */
export function DrillDue() {
  const t = useText();
  const { person, backups } = useSession();
  if (person.role !== 'director' || !backups.drillDue) return null;
  return <ToDo words={t('today.drillDue', { count: DRILL_DUE_AFTER_DAYS })} act={t('today.drillDo')} href={BACKUPS} />;
}

/** Stays until the recovery code has been typed back once. */
export function WayBackSheet() {
  const t = useText();
  const { person, setup } = useSession();
  if (person.role !== 'director' || setup.recoveryConfirmed) return null;
  return <ToDo words={t('today.recovery')} act={t('today.recoveryDo')} href={places.recovery} />;
}

/** Once a year the ways back are tried: a code that was typed back long ago may be lost, faded, or an old one. */
export function WayBackDrills({ due: { code, trustees } }: { due: Today['waysBack'] }) {
  const t = useText();
  const day = (since: number): string => fullDate(dateOf(since));
  const act = t('trustees.todayDo');
  return (
    <>
      {code !== null && (
        <ToDo words={t('trustees.todayCode', { day: day(code) })} act={act} href="/safekeeping/way-back" />
      )}
      {trustees !== null && trustees.state !== 'none' && (
        <ToDo
          words={t(trusteesWords[trustees.state], { day: day(trustees.since) })}
          act={act}
          href="/safekeeping/trustees"
        />
      )}
    </>
  );
}

const trusteesWords = {
  tried: 'trustees.todayTry',
  'not-tried': 'trustees.todayNotTried',
  used: 'trustees.todayUsed',
} as const;

function ToDo({ words, act, href }: { words: string; act: string; href: string }) {
  return (
    <Sheet className="keeping">
      <div className="grow">
        <When tone="lit">{words}</When>
      </div>
      <Button variant="default" component={Link} href={href}>
        {act}
      </Button>
    </Sheet>
  );
}

/** After damage: what must be asked again, by case and day. */
export function MissingSheet({ count }: { count: number }) {
  const t = useText();
  if (count === 0) return null;
  return <ToDo words={t('salvage.today', { count })} act={t('salvage.todayOpen')} href="/safekeeping/missing" />;
}
