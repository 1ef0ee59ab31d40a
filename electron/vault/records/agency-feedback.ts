// How an agency was for those who were referred there: a mean over enough of them that it tells of no one (domain §12, §20).
import { type AgencyFeedback, FEWEST_RATINGS } from '#shared/records/partner-agency';
import type { ReadableDb } from '../database/sql.ts';
import { listRecords } from './record-kind.ts';
import { referralKind } from './referral-kind.ts';

export function feedbackOf(context: { readonly db: ReadableDb }, agencyId: string): AgencyFeedback | null {
  const where = "t.partner_agency_id = ? AND t.is_incoming = 0 AND t.state = 'OUTCOME_RECORDED'";
  const ratings = listRecords(context, referralKind, where, [agencyId]).flatMap(({ body }) =>
    body.outcome === null || body.outcome.rating === null ? [] : [body.outcome.rating],
  );
  if (ratings.length < FEWEST_RATINGS) return null;
  const mean = ratings.reduce((sum, rating) => sum + rating, 0) / ratings.length;
  return { count: ratings.length, mean: Math.round(mean * 10) / 10 };
}
