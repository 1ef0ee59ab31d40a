// The review: what went well, what changed, whether this is the support she wants, and the next day to look back.
import { Button, NativeSelect, Textarea } from '@mantine/core';
import type { StoredSupportPlan } from '#shared/records/support-plan';
import { reviewAfter } from '#shared/records/support-plan-rules';
import { fullDate } from '../../dates.ts';
import { DayField } from '../../forms/day-field.tsx';
import type { Pronouns } from '../../pronouns.ts';
import { useText } from '../../text.ts';
import { AttainmentFields } from './attainment.tsx';
import type { PageWriting, ReviewInMaking } from './page-draft.ts';
import { type PlanActs, today } from './plan-acts.ts';

interface ReviewFormProps {
  readonly plan: StoredSupportPlan;
  readonly making: ReviewInMaking;
  readonly acts: PlanActs;
  readonly writing: PageWriting;
  readonly pronouns: Pronouns;
}

const wanted = ['YES', 'PARTLY', 'NO', 'NOT_ASKED'] as const;
const other = ['YES', 'NO', 'NOT_ASKED'] as const;

export function ReviewForm({ plan, making, acts, writing, pronouns }: ReviewFormProps) {
  const t = useText();
  const put = (part: Partial<ReviewInMaking>, at: string): void =>
    writing.write({ review: { ...making, ...part } }, at);
  const keep = async (): Promise<void> => {
    if (!acts.isRunning && (await acts.addReview(making))) await writing.close('review');
  };
  const usual = reviewAfter(plan.planStart, today());
  const lines = (name: 'wentWell' | 'changed', id: string) => (
    <Textarea
      id={id}
      label={t(`supportPlan.${name}`)}
      value={making[name]}
      maxLength={2_000}
      onChange={(event) => put({ [name]: event.currentTarget.value }, id)}
      autoFocus={name === 'wentWell'}
      autosize
      minRows={2}
      dir="auto"
      autoComplete="off"
      spellCheck={false}
    />
  );
  const find = <T extends string>(options: readonly T[], value: string): T | undefined =>
    options.find((option) => option === value);
  return (
    <div className="stack">
      {lines('wentWell', 'review-well')}
      {lines('changed', 'review-changed')}
      <AttainmentFields
        goals={plan.goals}
        attainment={making.attainment}
        onChange={(attainment) => put({ attainment }, 'review-attainment')}
      />
      <NativeSelect
        id="review-wanted"
        label={pronouns.they === 'they' ? t('supportPlan.wanted', pronouns) : t('supportPlan.wantedShe', pronouns)}
        value={making.supportWanted}
        data={wanted.map((value) => ({ value, label: t(`supportPlan.wantedOptions.${value}`) }))}
        onChange={(event) =>
          put({ supportWanted: find(wanted, event.currentTarget.value) ?? 'NOT_ASKED' }, 'review-wanted')
        }
      />
      <NativeSelect
        id="review-other"
        label={t('supportPlan.otherWorker', pronouns)}
        value={making.differentWorker}
        data={other.map((value) => ({ value, label: t(`supportPlan.otherOptions.${value}`) }))}
        onChange={(event) =>
          put({ differentWorker: find(other, event.currentTarget.value) ?? 'NOT_ASKED' }, 'review-other')
        }
      />
      <DayField
        id="review-next"
        label={t('supportPlan.nextOn')}
        description={t('supportPlan.nextHint', { date: fullDate(usual) })}
        value={making.nextOn === '' ? usual : making.nextOn}
        onValue={(nextOn) => put({ nextOn }, 'review-next')}
      />
      <div className="row wrap">
        <Button variant="default" onClick={() => void writing.close('review')}>
          {t('supportPlan.leaveReview')}
        </Button>
        <Button loading={acts.isRunning} onClick={() => void keep()}>
          {t('supportPlan.keepReview')}
        </Button>
      </div>
    </div>
  );
}
