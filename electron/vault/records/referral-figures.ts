// Figures of referrals and unmet needs: read across cases, told as counts that name nobody.
import type { Referral } from '#shared/records/referral';
import type { ReferralFigures, referralFiguresOperations } from '#shared/records/referral-figures';
import { sentStep } from '#shared/records/referral-rules';
import { NeedDomain } from '#shared/records/need-codes';
import { rounded, shownMedian, shownShare } from '#shared/statistics/rounded';
import { daysBetween, localDate } from '#shared/time';
import type { ReadContext } from '../context.ts';
import type { Handlers } from '../router.ts';
import { needKind } from './need-kind.ts';
import { listRecords } from './record-kind.ts';
import { referralKind } from './referral-kind.ts';

export const referralFiguresHandlers: Handlers<typeof referralFiguresOperations> = {
  ofYear: (context, { year }) => {
    const went = listRecords(context, referralKind, 't.is_incoming = 0 AND t.sent_at IS NOT NULL')
      .map(({ body }) => body)
      .filter((body) => sentStep(body)?.on.startsWith(`${year}-`) === true);
    return { ...unmetOf(context, year), ...answersOf(went), medianDays: shownMedian(went.flatMap(daysUntilAttended)) };
  },
};

function unmetOf(context: ReadContext, year: number): Pick<ReferralFigures, 'unmet' | 'unmetTotal'> {
  const domains = listRecords(context, needKind, "t.status = 'UNMET_NO_SERVICE'")
    .filter(({ body }) => body.settledAt !== null && localDate(body.settledAt, 'UTC').startsWith(`${year}-`))
    .map(({ body }) => body.domain);
  const counts = NeedDomain.options.map((domain) => ({ domain, n: domains.filter((one) => one === domain).length }));
  return {
    unmet: counts.filter(({ n }) => n > 0).map(({ domain, n }) => ({ domain, count: rounded(n) })),
    unmetTotal: rounded(domains.length),
  };
}

const cameTo =
  (state: Referral['state']) =>
  ({ steps }: Referral): boolean =>
    steps.some((step) => step.state === state);

/** Each is counted once: a yes after a waiting list is a yes. */
function answersOf(went: readonly Referral[]): Omit<ReferralFigures, 'unmet' | 'unmetTotal' | 'medianDays'> {
  const accepted = went.filter(cameTo('ACCEPTED'));
  const others = went.filter((body) => !cameTo('ACCEPTED')(body));
  const declined = others.filter(cameTo('DECLINED_BY_PARTNER'));
  const waitlisted = others.filter((body) => cameTo('WAITLISTED')(body) && !cameTo('DECLINED_BY_PARTNER')(body));
  const answered = accepted.length + declined.length + waitlisted.length;
  return {
    sent: rounded(went.length),
    accepted: rounded(accepted.length),
    waitlisted: rounded(waitlisted.length),
    declined: rounded(declined.length),
    acceptance: shownShare(accepted.length, answered),
  };
}

function daysUntilAttended(body: Referral): readonly number[] {
  const [sent, attended] = [sentStep(body), body.steps.find(({ state }) => state === 'ATTENDED')];
  return sent === null || attended === undefined ? [] : [daysBetween(sent.on, attended.on)];
}
