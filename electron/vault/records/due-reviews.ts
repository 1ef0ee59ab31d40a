// Plans of open cases that are to be looked at again, of every case that the person works on or may see in a list.
import type { DueReview } from '#shared/records/today';
import { dayOfPlan } from '#shared/records/support-plan-rules';
import type { CalendarDate } from '#shared/time';
import type { ReadContext } from '../context.ts';
import type { Row } from '../database/sql.ts';
import { herCases, inHerCases } from './case-reach.ts';
import { caseRef } from './case-ref.ts';

interface ReviewFacts extends Row {
  kind: 'safety-plan' | 'support-plan';
  case_file_id: string;
  due_on: string;
  plan_start: string | null;
}

/** Up to and with a day, the earliest first. */
export function dueReviews(context: ReadContext, until: CalendarDate): DueReview[] {
  return context.db
    .all<ReviewFacts>(
      `SELECT 'safety-plan' AS kind, c.id AS case_file_id, c.name_used, p.review_due_on AS due_on, NULL AS plan_start
         FROM safety_plan p JOIN case_file c ON c.id = p.case_file_id
        WHERE p.review_due_on <= $until AND c.is_open = 1 AND ${inHerCases('c.id')}
       UNION ALL
       SELECT 'support-plan', c.id, c.name_used, p.next_review_on, p.plan_start
         FROM support_plan p JOIN case_file c ON c.id = p.case_file_id
        WHERE p.next_review_on <= $until AND c.is_open = 1 AND ${inHerCases('c.id')}
       ORDER BY due_on, name_used`,
      { until, ...herCases(context) },
    )
    .map((row) => ({
      kind: row.kind,
      of: caseRef(context, row.case_file_id),
      on: row.due_on,
      dayOfPlan: row.plan_start === null ? null : Math.max(0, dayOfPlan(row.plan_start, row.due_on)),
    }));
}
