// The numbers of how things stand. Each is a way to the page that says more.
import { Link } from 'wouter';
import type { Glance } from '#shared/records/glance';
import { now } from '../../clock.ts';
import { dateOf, daysBetween } from '../../dates.ts';
import { useSession } from '../../session/session-gate.tsx';
import { useText } from '../../text.ts';
import { When } from '../../ui/status-words.tsx';

interface TileProps {
  readonly href: string;
  readonly name: string;
  readonly number: number | string;
  readonly words: string;
  /** Something to look at now. */
  readonly lit?: boolean;
}

const Tile = ({ href, name, number, words, lit = false }: TileProps) => (
  <li>
    <Link href={href} className="sheet glance-tile">
      <span>{name}</span>
      <b className="num">{number}</b>
      {lit ? <When tone="lit">{words}</When> : <small>{words}</small>}
    </Link>
  </li>
);

export function GlanceTiles({ glance }: { glance: Glance }) {
  const t = useText();
  const { openNeeds, lateNeeds, lateReviews, missingCourses, scope } = glance;
  return (
    <ul className="glance-tiles">
      {glance.beds && <BedsTile beds={glance.beds} />}
      <Tile
        href="/needs"
        name={t('glance.needs')}
        number={openNeeds}
        words={lateNeeds === 0 ? t('glance.noneLate') : t('glance.late', { count: lateNeeds })}
        lit={lateNeeds > 0}
      />
      {lateReviews !== null && (
        <Tile
          href="/calendar"
          name={t('glance.reviews')}
          number={lateReviews}
          words={t(lateReviews === 0 ? 'glance.reviewsNone' : 'glance.reviewsLate')}
          lit={lateReviews > 0}
        />
      )}
      <Tile
        href="/team"
        name={t('glance.courses')}
        number={missingCourses}
        words={t(scope === 'HOUSE' ? 'glance.coursesHouse' : 'glance.coursesOwn')}
      />
      <BackupTile />
    </ul>
  );
}

function BedsTile({ beds }: { beds: NonNullable<Glance['beds']> }) {
  const t = useText();
  const all = beds.reduce((sum, { count }) => sum + count, 0);
  const others = beds.filter(({ state }) => state !== 'FREE' && state !== 'TAKEN');
  const words = [
    all === 0 ? t('glance.bedsNone') : t('glance.bedsOf', { count: all }),
    ...others.map(({ state, count }) => t(`house.counts.${state}`, { count })),
  ];
  const free = beds.find(({ state }) => state === 'FREE')?.count ?? 0;
  return <Tile href="/house" name={t('glance.beds')} number={free} words={words.join(', ')} />;
}

function BackupTile() {
  const t = useText();
  const { lastBackupAt, backups } = useSession();
  const days = lastBackupAt === null ? null : daysBetween(dateOf(lastBackupAt), dateOf(now()));
  return (
    <Tile
      href="/safekeeping"
      name={t('glance.backup')}
      number={days ?? '–'}
      words={t(days === null ? 'glance.backupNever' : 'glance.backupChecked')}
      lit={days === null || days >= backups.askAfterDays}
    />
  );
}
