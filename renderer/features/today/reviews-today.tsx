// Plans to look back at together and permissions that end, in the order of their days. Late is said as days past.
import { Link } from 'wouter';
import type { CaseRef } from '#shared/records/revision-mark';
import type { Today } from '#shared/records/today';
import { casePath } from '../../case/case-tabs.ts';
import { dateOf, daysBetween, dueWords, shortDate } from '../../dates.ts';
import { isBuilt } from '../../places.ts';
import { useText } from '../../text.ts';
import { Alias } from '../../ui/hers.tsx';
import { EmptyState, Rows, Sheet } from '../../ui/sheet.tsx';
import { When } from '../../ui/status-words.tsx';

interface ReviewsProps {
  readonly reviews: Today['reviews'];
  readonly releases: Today['releasesEnding'];
  readonly followUps: Today['followUps'];
  readonly legalDates: Today['legalDates'];
  readonly referrals: Today['referrals'];
  readonly contacts: Today['contacts'];
  readonly holds: Today['holds'];
  readonly rights: Today['rights'];
  readonly today: string;
}

interface Row {
  readonly key: string;
  readonly on: string;
  readonly of: CaseRef;
  readonly words: string;
  readonly href: string;
}

export function ReviewsToday(props: ReviewsProps) {
  const { reviews, releases, followUps, legalDates, contacts, referrals, holds, rights, today } = props;
  const t = useText();
  const supportWords = (day: number | null): string =>
    day === null ? t('today.supportPlan') : t('today.supportPlanDay', { day });
  const rows: Row[] = [
    ...reviews.map((review) => ({
      key: `${review.kind}${review.of.caseFileId}`,
      on: review.on,
      of: review.of,
      words: review.kind === 'safety-plan' ? t('today.safetyPlan') : supportWords(review.dayOfPlan),
      href: casePath(review.of.caseFileId, review.kind === 'safety-plan' ? '/safety-plan' : '/plan'),
    })),
    ...releases.map((release) => ({
      key: release.releaseId,
      on: release.expiresOn,
      of: release.of,
      words: t('today.releaseEnds'),
      href: casePath(release.of.caseFileId, '/consents'),
    })),
    ...contacts.map(({ of, on }) => ({
      key: `contact${of.caseFileId}`,
      on,
      of,
      words: t('reach.askAgain'),
      href: casePath(of.caseFileId, '/reach'),
    })),
    ...holds.map(({ of, on }) => ({
      key: `hold${of.caseFileId}`,
      on,
      of,
      words: t('calendar.hold'),
      href: casePath(of.caseFileId, '/history'),
    })),
    ...rights.map(({ requestId, of, on, kind, isAgain }) => {
      const what = t(`rights.kind.${kind}`);
      return {
        key: requestId,
        on,
        of,
        words: isAgain ? t('rights.dueAgain', { what }) : t('rights.due', { what }),
        href: casePath(of.caseFileId, '/rights'),
      };
    }),
    ...legalDates.map((date) => {
      const words = { type: t(`legal.types.${date.type}`), what: t(`legal.kinds.${date.kind}`) };
      return {
        key: `${date.matterId}${date.kind}${date.on}`,
        on: date.on,
        of: date.of,
        words: date.source === 'ESTIMATED' ? t('legal.dueEstimated', words) : t('legal.due', words),
        href: casePath(date.of.caseFileId, '/legal'),
      };
    }),
    ...referrals.map(({ referralId, of, what, on, at, time }) => ({
      key: referralId,
      on: at === null ? (on ?? today) : dateOf(at),
      of,
      words: time === null ? t(`referrals.due.${what}`) : t('referrals.dueAppointment', { time }),
      href: casePath(of.caseFileId, `/referrals/${referralId}`),
    })),
    ...followUps.map((followUp) => ({
      key: followUp.followUpId,
      on: followUp.dueOn,
      of: followUp.of,
      words:
        followUp.attempts === 0
          ? t('exit.dueToday', { day: followUp.day })
          : t('exit.dueTries', { day: followUp.day, count: followUp.attempts }),
      href: casePath(followUp.of.caseFileId, '/exit'),
    })),
  ].sort((one, other) => one.on.localeCompare(other.on));
  return (
    <Sheet
      flush
      title={t('today.reviews')}
      end={isBuilt('/calendar') && <Link href="/calendar">{t('shell.calendar')}</Link>}
    >
      {rows.length === 0 && <EmptyState>{t('today.reviewsEmpty')}</EmptyState>}
      <Rows tight>
        {rows.map((row) => (
          <li key={row.key}>
            <span className="col-time small dim num">{shortDate(row.on)}</span>
            <span className="col-alias">
              <Alias caseFileId={row.of.caseFileId} alias={row.of.nameUsed} caseNumber={row.of.caseNumber} />
            </span>
            <Link className="grow" href={row.href}>
              {row.words}
            </Link>
            {daysBetween(today, row.on) < 0 ? (
              <When tone="lit">{dueWords(row.on, today)}</When>
            ) : (
              <span className="small dim">{dueWords(row.on, today)}</span>
            )}
          </li>
        ))}
      </Rows>
    </Sheet>
  );
}
