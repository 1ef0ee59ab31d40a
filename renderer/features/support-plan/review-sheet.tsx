// Looking back together: what became of the goals, three questions to ask each other, and the review itself.
import { Button } from '@mantine/core';
import type { StoredSupportPlan } from '#shared/records/support-plan';
import { dayOfPlan, hasHerYes } from '#shared/records/support-plan-rules';
import { daysUntil, fullDate } from '../../dates.ts';
import type { Pronouns } from '../../pronouns.ts';
import { useText } from '../../text.ts';
import { IconNext } from '../../ui/icons.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { When } from '../../ui/status-words.tsx';
import { HowFar } from './attainment.tsx';
import { emptyReview, type PageWriting } from './page-draft.ts';
import type { PlanActs } from './plan-acts.ts';
import { ReviewForm } from './review-form.tsx';
import { ThenAndNow } from './then-and-now.tsx';

/** Days ahead from which a review is said in honey, as on Today. */
const SOON = 7;

interface ReviewSheetProps {
  readonly plan: StoredSupportPlan;
  readonly acts: PlanActs;
  readonly writing: PageWriting;
  readonly pronouns: Pronouns;
}

export function ReviewSheet({ plan, acts, writing, pronouns }: ReviewSheetProps) {
  const t = useText();
  const days = daysUntil(plan.nextReviewOn);
  const when = days < 0 ? t('words.daysPast', { count: -days }) : fullDate(plan.nextReviewOn);
  return (
    <Sheet
      title={t('supportPlan.review', { day: dayOfPlan(plan.planStart, plan.nextReviewOn) })}
      end={<When tone={days <= SOON ? 'lit' : 'plain'}>{when}</When>}
    >
      <p className="then-now small dim">
        {fullDate(plan.reviews.at(-1)?.on ?? plan.planStart)}
        <IconNext size={16} className="flip" aria-hidden /> {t('supportPlan.now')}
      </p>
      <ThenAndNow
        goals={plan.goals}
        isRunning={acts.isRunning}
        onPickUp={(goal) => void acts.setStatus(goal, 'AGREED', !hasHerYes(goal))}
      />
      <div className="ask-each-other">
        <b>{t('supportPlan.ask')}</b>
        <p>{t('supportPlan.askWords')}</p>
      </div>
      {writing.review === null ? (
        <Button
          fullWidth
          variant={writing.goal === null ? 'filled' : 'default'}
          onClick={() => writing.write({ review: emptyReview }, 'review-well')}
        >
          {t('supportPlan.startReview')}
        </Button>
      ) : (
        <ReviewForm plan={plan} making={writing.review} acts={acts} writing={writing} pronouns={pronouns} />
      )}
    </Sheet>
  );
}

export function PastReviews({ plan }: { plan: StoredSupportPlan }) {
  const t = useText();
  if (plan.reviews.length === 0) return null;
  return (
    <Sheet title={t('supportPlan.pastReviews')}>
      <ol className="changes">
        {plan.reviews.toReversed().map((review, at) => (
          <li key={`${review.on} ${at}`}>
            <b>
              {t('supportPlan.pastReview', { date: fullDate(review.on), day: dayOfPlan(plan.planStart, review.on) })}
            </b>
            {review.wentWell !== '' && <p dir="auto">{review.wentWell}</p>}
            {review.changed !== '' && <p dir="auto">{review.changed}</p>}
            <HowFar goals={plan.goals} attainment={review.attainment} />
          </li>
        ))}
      </ol>
    </Sheet>
  );
}
