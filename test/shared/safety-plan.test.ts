import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CaseFileId } from '#shared/ids';
import { RiskLevel, safetyPlanOperations } from '#shared/records/safety-plan';
import {
  higherRisk,
  lookedAt,
  reviewDueOn,
  revisedPlan,
  risksDiffer,
  type UndatedPlan,
  withTrigger,
} from '#shared/records/safety-plan-rules';
import { addDays } from '#shared/time';

const plan = (change: Partial<UndatedPlan> = {}): UndatedPlan => ({
  caseFileId: CaseFileId.parse('018f0000-0000-7000-8000-000000000001'),
  formId: 'safety-plan',
  formVersion: 1,
  answers: {},
  stage: 'LEFT',
  riskLevelSurvivor: null,
  riskLevelWorker: null,
  riskFlags: [],
  storage: 'KEEP_HERE',
  status: 'ACTIVE',
  madeOn: '2026-03-03',
  reviewedOn: null,
  triggers: [],
  ...change,
});

describe('domain §7: the next look at a safety plan', () => {
  it('domain §24b: made 03-03 at HIGH, due 03-10', () =>
    expect(reviewDueOn(plan({ riskLevelWorker: 'HIGH' }))).toBe('2026-03-10'));
  it.each([
    ['LOW', '2026-04-02'],
    ['MODERATE', '2026-04-02'],
    ['HIGH', '2026-03-10'],
    ['IMMEDIATE', '2026-03-03'],
    [null, '2026-04-02'],
  ] as const)('%s: %s', (level, due) => expect(reviewDueOn(plan({ riskLevelSurvivor: level }))).toBe(due));
  it('the higher of the two levels decides, and a difference stays visible', () => {
    for (const one of RiskLevel.options)
      for (const other of RiskLevel.options) {
        const higher = higherRisk(one, other);
        expect(higher).toBe(higherRisk(other, one));
        expect(reviewDueOn(plan({ riskLevelSurvivor: one, riskLevelWorker: other }))).toBe(
          reviewDueOn(plan({ riskLevelSurvivor: higher })),
        );
        expect(risksDiffer(plan({ riskLevelSurvivor: one, riskLevelWorker: other }))).toBe(one !== other);
      }
    expect(higherRisk(null, 'LOW')).toBe('LOW');
    expect(risksDiffer(plan({ riskLevelWorker: 'HIGH' }))).toBe(false);
  });
  it('raising the level later makes it due from the last look, not from the change', () =>
    expect(reviewDueOn(plan({ reviewedOn: '2026-03-10', riskLevelSurvivor: 'IMMEDIATE' }))).toBe('2026-03-10'));
  it('an event brings it forward, and looking together starts the clock again', () => {
    const found = withTrigger(plan({ riskLevelWorker: 'LOW' }), 'NEW_DEVICE_OR_CONTACT', '2026-03-06');
    expect(found.reviewDueOn).toBe('2026-03-06');
    expect(withTrigger(found, 'NEW_DEVICE_OR_CONTACT', '2026-03-06')).toEqual(found);
    expect(lookedAt(found, '2026-03-07')).toMatchObject({
      reviewedOn: '2026-03-07',
      triggers: [],
      reviewDueOn: '2026-04-06',
    });
  });
  it('a flag that was added calls for a look; one taken away does not', () => {
    const before = revisedPlan(null, plan({ riskFlags: ['STALKING'], riskLevelWorker: 'LOW' }), true, '2026-03-03');
    expect(before).toMatchObject({ reviewedOn: null, triggers: [], reviewDueOn: '2026-04-02' });
    const added = revisedPlan(before, { ...before, riskFlags: ['STALKING', 'WEAPON'] }, false, '2026-03-08');
    expect(added).toMatchObject({ triggers: [{ trigger: 'FLAG_ADDED', on: '2026-03-08' }], reviewDueOn: '2026-03-08' });
    expect(revisedPlan(before, { ...before, riskFlags: [] }, false, '2026-03-08').reviewDueOn).toBe('2026-04-02');
    expect(revisedPlan(before, { ...before, riskFlags: ['WEAPON'] }, true, '2026-03-08')).toMatchObject({
      triggers: [],
      reviewDueOn: '2026-04-07',
    });
  });
  it('is never further away than 30 days from the last look, whatever happens', () => {
    const trigger = fc.record({
      trigger: fc.constant('COURT_DATE_SET' as const),
      on: fc.nat(60).map((days) => addDays('2026-03-03', days)),
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...RiskLevel.options, null),
        fc.constantFrom(...RiskLevel.options, null),
        fc.array(trigger, { maxLength: 4 }),
        (one, other, triggers) =>
          reviewDueOn(plan({ riskLevelSurvivor: one, riskLevelWorker: other, triggers })) <= addDays('2026-03-03', 30),
      ),
    );
  });
});

describe('domain §0: T4 of the safety plan', () => {
  it('is opened with a reason, by case workers, as an act that leaves a line', () => {
    const { openSealed } = safetyPlanOperations;
    expect([openSealed.kind, openSealed.access]).toEqual(['write', ['director', 'case-manager']]);
    const of = { caseFileId: '018f0000-0000-7000-8000-000000000001' };
    expect(openSealed.request.safeParse({ ...of, reason: '  ' }).success).toBe(false);
    expect(openSealed.request.safeParse(of).success).toBe(false);
    expect(openSealed.request.safeParse({ ...of, reason: 'She rang, checking it is her' }).success).toBe(true);
  });
});
