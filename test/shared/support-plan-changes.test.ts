import { describe, expect, it } from 'vitest';
import { RecordId } from '#shared/ids';
import type { Goal } from '#shared/records/support-plan';
import { planChanges } from '#shared/records/support-plan-changes';
import { aGoal } from '../helpers/casework.ts';

const id = RecordId.parse('018f0000-0000-7000-8000-000000000001');
const step = (what: string, status: 'OPEN' | 'LET_GO' = 'OPEN') =>
  ({ id, what, who: 'TOGETHER', byWhen: null, status, barrier: '' }) as const;
const goal = (change: Partial<Goal> = {}): Goal => ({ ...aGoal(), id, steps: [], ...change });
const plan = (change: object = {}) => ({
  vision: 'A door I lock.',
  strengths: ['My hands know it.'],
  goals: [goal()],
  agreedBySurvivor: 'NOT_YET' as const,
  copyGiven: 'NO' as const,
  reviews: [],
  ...change,
});

describe('between two versions of a plan', () => {
  it('nothing differs from itself', () => expect(planChanges(plan(), plan())).toEqual([]));

  it.each([
    [
      'her hope in other words',
      { vision: 'A kitchen of my own.' },
      ['vision', 'A door I lock.', 'A kitchen of my own.'],
    ],
    ['a hope taken back', { vision: '' }, ['vision', 'A door I lock.', null]],
    ['a strength found', { strengths: ['My hands know it.', 'Rosa'] }, ['strength', null, 'Rosa']],
    ['a goal that rests', { goals: [goal({ status: 'PAUSED' })] }, ['goal-status', 'AGREED', 'PAUSED']],
    ['a step begun', { goals: [goal({ steps: [step('Enrol')] })] }, ['step', null, 'Enrol']],
    ['her yes', { agreedBySurvivor: 'YES' }, ['agreed', 'NOT_YET', 'YES']],
  ])('shows %s', (_what, change, [what, then, now]) =>
    expect(planChanges(plan(), plan(change))).toEqual([{ what, then, now }]),
  );

  it('shows a step that was let go as taken out', () =>
    expect(
      planChanges(
        plan({ goals: [goal({ steps: [step('Enrol')] })] }),
        plan({ goals: [goal({ steps: [step('Enrol', 'LET_GO')] })] }),
      ),
    ).toEqual([{ what: 'step', then: 'Enrol', now: null }]));

  it('shows all of it as new where there was no plan', () =>
    expect(planChanges(null, plan()).map(({ what, then }) => [what, then])).toEqual([
      ['vision', null],
      ['strength', null],
      ['goal', null],
      ['agreed', null],
      ['copy', null],
    ]));
});
