// How things stand tonight, put together from what the board, the needs, the plans and the courses say of themselves.
import { boardViewers, careTeam, isAmong } from '#shared/contract/operation';
import { BED_WEEKS, type BedWeek, type Glance, type glanceOperations } from '#shared/records/glance';
import { BedState } from '#shared/records/stay';
import { addDays, weekday } from '#shared/time';
import type { ReadContext } from '../context.ts';
import type { Handlers } from '../router.ts';
import { boardOf } from './bed-board.ts';
import { seesEveryCase } from './case-reach.ts';
import { dueNeeds, needsByDomain } from './due-needs.ts';
import { dueReviews } from './due-reviews.ts';
import { bedNights } from './no-bed.ts';
import { missingCourses } from './training.ts';

export const glanceHandlers: Handlers<typeof glanceOperations> = {
  get: (context) => {
    const { role } = context.staffMember;
    const ofAll = seesEveryCase(role);
    const cares = isAmong(role, careTeam);
    return {
      scope: ofAll ? 'HOUSE' : 'HERS',
      beds: isAmong(role, boardViewers) ? bedsTonight(context) : null,
      weeks: ofAll ? bedWeeks(context) : [],
      openNeeds: dueNeeds(context, { offset: 0, limit: 1 }).total,
      lateNeeds: dueNeeds(context, { offset: 0, limit: 1, between: { from: 0, until: context.now() - 1 } }).total,
      needs: cares ? needsByDomain(context).sort((one, other) => other.open - one.open) : [],
      lateReviews: cares ? dueReviews(context, addDays(context.today(), -1)).length : null,
      missingCourses: missingCourses(context, ofAll),
    };
  },
};

function bedsTonight(context: ReadContext): Glance['beds'] {
  const states = boardOf(context, context.today()).rooms.flatMap(({ beds }) => beds.map(({ state }) => state));
  return BedState.options.flatMap((state) => {
    const count = states.filter((one) => one === state).length;
    return count === 0 ? [] : [{ state, count }];
  });
}

function bedWeeks(context: ReadContext): BedWeek[] {
  const monday = addDays(context.today(), 1 - weekday(context.today()));
  return Array.from({ length: BED_WEEKS }, (_, at) => {
    const from = addDays(monday, -7 * (BED_WEEKS - 1 - at));
    return { from, ...bedNights(context, { from, to: addDays(from, 7) }) };
  });
}
