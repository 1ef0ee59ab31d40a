import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CaseFileId, RecordId } from '#shared/ids';
import { type Goal, GoalStatus, type SupportPlan } from '#shared/records/support-plan';
import {
  dayOfPlan,
  hasHerYes,
  mayReviewNextOn,
  nextReviewOn,
  planRefusal,
  reviewAfter,
  reviewDays,
  smartTicks,
  tickCount,
} from '#shared/records/support-plan-rules';
import { addDays, daysBetween } from '#shared/time';

const id = (n: number) => RecordId.parse(`018f0000-0000-7000-8000-${String(n).padStart(12, '0')}`);
const goal = (change: Partial<Goal> = {}): Goal => ({
  id: id(1),
  domain: 'VOCATIONAL_TRAINING',
  survivorWording: 'I want to sew again, and be paid for it.',
  proposedBy: 'SURVIVOR',
  assentedOn: null,
  why: 'my hands know it',
  measure: '',
  baseline: '',
  target: '',
  startOn: '2026-03-12',
  targetDate: null,
  status: 'AGREED',
  successorId: null,
  weight: 1,
  steps: [],
  ...change,
});
const plan = (goals: Goal[]): SupportPlan => ({
  caseFileId: CaseFileId.parse('018f0000-0000-7000-8000-000000000001'),
  vision: 'To be the one who decides what happens on Monday.',
  strengths: [],
  planStart: '2026-03-12',
  agreedBySurvivor: 'YES',
  agreedOn: '2026-03-12',
  copyGiven: 'UNSAFE',
  goals,
  reviews: [],
  nextReviewOn: '2026-04-11',
});

describe('domain §8: days to look back', () => {
  it('domain §24b: plan of 03-12, reviews 04-11, 05-11, 06-10, then 09-08', () =>
    expect(reviewDays('2026-03-12', 4)).toEqual(['2026-04-11', '2026-05-11', '2026-06-10', '2026-09-08']));
  it('domain §24b: after the review of 04-11 the next is 05-11', () => {
    expect(nextReviewOn({ planStart: '2026-03-12', reviews: [] })).toBe('2026-04-11');
    expect(reviewAfter('2026-03-12', '2026-04-11')).toBe('2026-05-11');
  });
  it('are counted from the review as it was held, and from what it set', () => {
    expect(reviewAfter('2026-03-12', '2026-04-15')).toBe('2026-05-15');
    const review = {
      on: '2026-04-11',
      wentWell: '',
      changed: '',
      supportWanted: 'YES' as const,
      differentWorker: 'NO' as const,
      attainment: [],
      nextOn: '2026-04-20',
    };
    expect(nextReviewOn({ planStart: '2026-03-12', reviews: [review] })).toBe('2026-04-20');
  });
  it('are 30 days apart until day 90 and 90 days apart after it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), (late) => {
        const held = addDays('2026-03-12', late);
        return daysBetween(held, reviewAfter('2026-03-12', held)) === (late < 90 ? 30 : 90);
      }),
    );
    expect(dayOfPlan('2026-10-27', '2026-11-26')).toBe(30);
  });
  it('may be set earlier, not before the review and not beyond 90 days', () => {
    expect(mayReviewNextOn('2026-04-11', '2026-04-12')).toBe(true);
    expect(mayReviewNextOn('2026-04-11', '2026-04-11')).toBe(false);
    expect(mayReviewNextOn('2026-04-11', addDays('2026-04-11', 90))).toBe(true);
    expect(mayReviewNextOn('2026-04-11', addDays('2026-04-11', 91))).toBe(false);
  });
});

describe('domain §8: whose goal it is', () => {
  const dentist = goal({ proposedBy: 'STAFF', status: 'PROPOSED', survivorWording: 'A dentist visit' });
  it('a goal that staff proposed waits for her yes', () => {
    for (const status of ['AGREED', 'IN_PROGRESS', 'ACHIEVED', 'PARTLY'] as const)
      expect(planRefusal(plan([dentist]), plan([{ ...dentist, status }]))).toBe('goal-needs-her-yes');
    expect(planRefusal(plan([dentist]), plan([{ ...dentist, status: 'AGREED', assentedOn: '2026-03-14' }]))).toBeNull();
  });
  it('does not become hers by a change of who proposed it', () =>
    expect(planRefusal(plan([dentist]), plan([{ ...dentist, proposedBy: 'SURVIVOR', status: 'AGREED' }]))).toBe(
      'goal-needs-her-yes',
    ));
  it('no sequence of allowed changes agrees to a staff goal without her', () => {
    const change = fc.record({
      status: fc.constantFrom(...GoalStatus.options),
      proposedBy: fc.constantFrom('STAFF' as const, 'SURVIVOR' as const),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 10 }), (changes) => {
        let now = plan([dentist]);
        for (const next of changes) {
          const tried = plan([{ ...now.goals[0]!, ...next }]);
          if (planRefusal(now, tried) === null) now = tried;
        }
        const last = now.goals[0]!;
        return hasHerYes(last) || ['PROPOSED', 'PAUSED', 'DROPPED_BY_SURVIVOR'].includes(last.status);
      }),
    );
  });
});

describe('domain §8: a goal that changes', () => {
  const old = goal();
  const fresh = goal({ id: id(2), survivorWording: 'I want evenings free.' });
  it('domain §24b: dropped by her and linked to its successor', () => {
    const after = plan([{ ...old, status: 'DROPPED_BY_SURVIVOR', successorId: fresh.id }, fresh]);
    expect(planRefusal(plan([old]), after)).toBeNull();
  });
  it('can be put down without a successor and without a reason, and picked up again', () => {
    const down = plan([{ ...old, status: 'DROPPED_BY_SURVIVOR' }]);
    expect(planRefusal(plan([old]), down)).toBeNull();
    expect(planRefusal(down, plan([old]))).toBeNull();
  });
  it('is changed only into a goal of this plan', () => {
    expect(planRefusal(plan([old]), plan([{ ...old, status: 'CHANGED' }]))).toBe('goal-successor');
    expect(planRefusal(plan([old]), plan([{ ...old, status: 'CHANGED', successorId: id(9) }]))).toBe('goal-successor');
    expect(planRefusal(plan([old]), plan([{ ...old, status: 'CHANGED', successorId: old.id }]))).toBe('goal-successor');
    expect(planRefusal(plan([old]), plan([{ ...old, status: 'CHANGED', successorId: fresh.id }, fresh]))).toBeNull();
  });
  it('is never lost, and no two parts share an id', () => {
    expect(planRefusal(plan([old, fresh]), plan([fresh]))).toBe('goal-lost');
    expect(planRefusal(null, plan([old, old]))).toBe('goal-twice');
    const step = {
      id: old.id,
      what: 'Enrol',
      who: 'TOGETHER' as const,
      byWhen: null,
      status: 'OPEN' as const,
      barrier: '',
    };
    expect(planRefusal(null, plan([{ ...old, steps: [step] }]))).toBe('goal-twice');
  });
  it('does not come back from CHANGED', () => {
    const changed = { ...old, status: 'CHANGED' as const, successorId: fresh.id };
    for (const status of GoalStatus.options.filter((one) => one !== 'CHANGED'))
      expect(planRefusal(plan([changed, fresh]), plan([{ ...changed, status }, fresh]))).toBe('goal-status');
  });
});

describe('domain §8: SMART ticks are advice', () => {
  const step = (n: number) => ({
    id: id(10 + n),
    what: 'Enrol',
    who: 'SURVIVOR' as const,
    byWhen: null,
    status: 'OPEN' as const,
    barrier: '',
  });
  it('five for a goal with measure, few steps and a day within a year', () =>
    expect(
      tickCount(
        smartTicks(goal({ measure: 'first pay', targetDate: '2027-03-12', steps: [1, 2, 3].map(step) }), '2026-03-12'),
      ),
    ).toBe(5));
  it.each([
    ['specific', { survivorWording: 'Any job.' }],
    ['specific', { survivorWording: 'the green house by the river' }],
    ['measurable', { measure: '', target: '' }],
    ['agreed', { proposedBy: 'STAFF' as const, status: 'PROPOSED' as const }],
    ['realistic', { steps: [1, 2, 3, 4].map(step) }],
    ['timeBound', { targetDate: '2027-03-13' }],
    ['timeBound', { targetDate: null }],
  ] as const)('no tick for %s when %j', (tick, change) =>
    expect(
      smartTicks(goal({ measure: 'first pay', targetDate: '2027-03-12', ...(change as Partial<Goal>) }), '2026-03-12')[
        tick
      ],
    ).toBe(false),
  );
  it('judges other languages by length alone', () =>
    expect(smartTicks(goal({ survivorWording: 'Una cocina mía y una puerta' }), '2026-03-12', 'es').specific).toBe(
      true,
    ));
});
