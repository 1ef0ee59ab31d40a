import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CaseFileId } from '#shared/ids';
import type { Need } from '#shared/records/need';
import { NeedStatus } from '#shared/records/need';
import { NeedDomain, needCode, needCodes, NeedCode, TARGET_HOURS, Urgency } from '#shared/records/need-codes';
import {
  changeNeed,
  compareDue,
  compareNeeds,
  houseSees,
  isOpenNeed,
  isPast,
  needDueAt,
  needRefusal,
  needWhen,
  waitsForHer,
} from '#shared/records/need-rules';
import { HOUR, localMoment } from '#shared/time';

const arrival = Date.UTC(2026, 2, 2, 21, 40);
const need = (change: Partial<Need> = {}): Need => ({
  caseFileId: CaseFileId.parse('018f0000-0000-7000-8000-000000000001'),
  domain: 'PRACTICAL',
  code: 'CLOTHING_AND_HYGIENE',
  title: 'Warm clothes, shoes 38',
  note: '',
  source: 'EXPRESSED',
  urgency: 'U1',
  survivorPriority: null,
  ownerId: null,
  windows: [],
  windowEndsAt: null,
  status: 'IDENTIFIED',
  identifiedAt: arrival,
  dueAt: needDueAt({ identifiedAt: arrival, urgency: change.urgency ?? 'U1' }),
  checkedAt: null,
  settledAt: null,
  outcome: '',
  ...change,
});
const status = fc.constantFrom(...NeedStatus.options);
const urgency = fc.constantFrom(...Urgency.options);

describe('domain §6: codes', () => {
  it('suggest the urgencies of the list', () => {
    expect(
      needCodes.map(({ domain, urgency: suggested }) => `${domain} ${suggested}`).filter((one) => one === 'SAFETY U0'),
    ).toHaveLength(4);
    expect(
      [
        'ACTIVE_THREAT',
        'SAFE_BED_TONIGHT',
        'RELOCATION',
        'SUICIDAL_INTENT',
        'ONGOING_MEDICATION',
        'INTERPRETER',
        'FOOD_AND_WATER',
        'IMMIGRATION_DEADLINE',
        'IDENTITY_DOCUMENTS',
        'HOUSING',
      ].map((code) => needCode(code as NeedCode)?.urgency),
    ).toEqual(['U0', 'U1', 'U2', 'U0', 'U1', 'U1', 'U1', 'U2', 'U3', 'U4']);
    expect(new Set(needCodes.map(({ id }) => id)).size).toBe(needCodes.length);
    expect(new Set(needCodes.map(({ domain }) => domain))).toEqual(new Set(NeedDomain.options));
    expect(NeedCode.options).toHaveLength(needCodes.length + 1);
  });
  it('have targets of 1 hour, 24 hours, 72 hours, 7 days, 30 days', () =>
    expect(TARGET_HOURS).toEqual({ U0: 1, U1: 24, U2: 72, U3: 7 * 24, U4: 30 * 24 }));
});

describe('domain §24b: due times after an arrival on 2026-03-02 21:40', () => {
  it.each([
    ['U1', '2026-03-03', 21, 40],
    ['U2', '2026-03-05', 21, 40],
    ['U3', '2026-03-09', 21, 40],
    ['U4', '2026-04-01', 21, 40],
  ] as const)('%s is due %s %i:%i', (level, date, hour, minute) =>
    expect(localMoment(needDueAt({ identifiedAt: arrival, urgency: level }), 'UTC')).toEqual({ date, hour, minute }),
  );
});

describe('domain §6: what is past', () => {
  it('is not yet at its minute, and no longer when it is settled', () => {
    const clothes = need();
    expect(isPast(clothes, clothes.dueAt)).toBe(false);
    expect(isPast(clothes, clothes.dueAt + 1)).toBe(true);
    expect(isPast(need({ status: 'MET' }), clothes.dueAt + 1)).toBe(false);
    expect(isPast(need({ status: 'DECLINED' }), clothes.dueAt + 1)).toBe(false);
  });
  it('a new urgency gives a new due time, counted from when the need was found', () =>
    expect(changeNeed(need(), { urgency: 'U2' }, arrival + HOUR).dueAt).toBe(arrival + 72 * HOUR));
});

describe('domain §24.4: an observed need', () => {
  const limp = need({
    source: 'OBSERVED',
    title: 'Sore ankle',
    code: 'PAIN_OR_INJURY',
    domain: 'HEALTH',
    urgency: 'U2',
  });
  it('waits for her before anything is done about it', () => {
    expect(waitsForHer(limp)).toBe(true);
    for (const to of ['IN_PROGRESS', 'MET', 'PARTLY_MET', 'UNMET_NO_SERVICE'] as const)
      expect(needRefusal(limp, { status: to })).toBe('need-ask-first');
  });
  it('goes on once it was checked with her', () => {
    const checked = changeNeed(limp, { status: 'CHECKED_WITH_SURVIVOR' }, arrival + HOUR);
    expect(checked.checkedAt).toBe(arrival + HOUR);
    expect(waitsForHer(checked)).toBe(false);
    expect(needRefusal(checked, { status: 'IN_PROGRESS' })).toBeNull();
  });
  it('stays declined when she declines: only asking her again opens it', () => {
    const declined = changeNeed(limp, { status: 'DECLINED' }, arrival + HOUR);
    expect(isOpenNeed(declined.status)).toBe(false);
    expect(
      NeedStatus.options.filter((to) => to !== 'DECLINED' && needRefusal(declined, { status: to }) === null),
    ).toEqual(['CHECKED_WITH_SURVIVOR']);
  });
  it('is acted on at once when life is in danger', () => {
    const danger = need({ source: 'OBSERVED', code: 'EMERGENCY', domain: 'HEALTH', urgency: 'U0' });
    expect(waitsForHer(danger)).toBe(false);
    expect(needRefusal(danger, { status: 'IN_PROGRESS' })).toBeNull();
    expect(needRefusal({ ...danger, status: 'IN_PROGRESS' }, { urgency: 'U1' })).toBe('need-ask-first');
  });
  it('no way of changes leads past her word', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ status, urgency: fc.constantFrom('U1' as const, 'U2' as const, 'U3' as const) }), {
          maxLength: 12,
        }),
        (changes) => {
          let now = limp;
          let asked = false;
          for (const change of changes) {
            if (needRefusal(now, change) !== null) continue;
            now = changeNeed(now, change, arrival + HOUR);
            // Declining is an answer of hers too.
            asked ||= change.status === 'CHECKED_WITH_SURVIVOR' || change.status === 'DECLINED';
            if (!asked) expect(['IDENTIFIED', 'NO_LONGER_NEEDED']).toContain(now.status);
          }
        },
      ),
    );
  });
});

describe('needs in a list', () => {
  const listed = fc.record({
    urgency,
    survivorPriority: fc.constantFrom(null, 1 as const, 5 as const, 'NOT_NOW' as const),
    domain: fc.constantFrom(...NeedDomain.options),
    identifiedAt: fc.nat(5),
  });
  it('domain §6: urgency, then her priority, then the order of domains', () => {
    const rows = [
      need({ title: 'd', urgency: 'U2', domain: 'SAFETY' }),
      need({ title: 'c', urgency: 'U1', survivorPriority: 'NOT_NOW', domain: 'SAFETY' }),
      need({ title: 'b', urgency: 'U1', survivorPriority: 2, domain: 'FUTURE' }),
      need({ title: 'a', urgency: 'U1', survivorPriority: 2, domain: 'HEALTH' }),
      need({ title: '0', urgency: 'U0', survivorPriority: 5, domain: 'FUTURE' }),
      need({ title: 'bb', urgency: 'U1', domain: 'SAFETY' }),
    ];
    expect(rows.sort(compareNeeds).map(({ title }) => title)).toEqual(['0', 'a', 'b', 'bb', 'c', 'd']);
  });
  it('stand in one order whatever order they came in', () => {
    fc.assert(
      fc.property(listed, listed, listed, (a, b, c) => {
        expect(Math.sign(compareNeeds(a, b))).toBe(-Math.sign(compareNeeds(b, a)) + 0);
        if (compareNeeds(a, b) <= 0 && compareNeeds(b, c) <= 0) expect(compareNeeds(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
  it('across cases: what cannot wait first, then nearest first', () => {
    const rows = [
      need({ title: 'b', dueAt: 2 }),
      need({ title: 'now', urgency: 'U0', dueAt: 9 }),
      need({ title: 'a', urgency: 'U3', dueAt: 1 }),
    ];
    expect(rows.sort(compareDue).map(({ title }) => title)).toEqual(['now', 'a', 'b']);
  });
});

describe('domain §0: what house staff see of a need', () => {
  it('is U0 to U2 only', () => {
    expect(Urgency.options.map((level) => houseSees({ code: 'SLEEP', urgency: level }))).toEqual([
      'words',
      'words',
      'words',
      'nothing',
      'nothing',
    ]);
  });
  it('never anything legal or about immigration, whatever its urgency', () => {
    for (const { id } of needCodes.filter(({ domain }) => domain === 'LEGAL')) {
      for (const level of Urgency.options) expect(houseSees({ code: id, urgency: level })).toBe('nothing');
    }
    expect(houseSees({ code: 'OTHER', urgency: 'U0' })).toBe('nothing');
  });
  it('only "look in on her" where the words would tell a story (domain §24.5)', () =>
    expect(houseSees({ code: 'SUICIDAL_INTENT', urgency: 'U0' })).toBe('check-in'));
});

describe('visual §4: the time that helps', () => {
  const now = Date.UTC(2026, 10, 24, 2, 51);
  const when = (level: Urgency, dueAt: number) => needWhen({ urgency: level, dueAt }, now, 'UTC');
  it('says now, today, later or days past, as parts', () => {
    expect(when('U0', Date.UTC(2026, 10, 24, 3, 30))).toEqual({
      strength: 'now',
      by: { date: '2026-11-24', hour: 3, minute: 30 },
      daysPast: 0,
    });
    expect(when('U1', Date.UTC(2026, 10, 24, 8))).toEqual({
      strength: 'today',
      by: { date: '2026-11-24', hour: 8, minute: 0 },
    });
    expect(when('U2', Date.UTC(2026, 10, 26, 8))).toEqual({
      strength: 'later',
      by: { date: '2026-11-26', hour: 8, minute: 0 },
      inDays: 2,
    });
    expect(when('U1', Date.UTC(2026, 10, 23, 21, 40))).toMatchObject({ strength: 'past', daysPast: 1 });
    expect(when('U1', Date.UTC(2026, 10, 24, 1))).toMatchObject({ strength: 'past', daysPast: 0 });
    expect(when('U0', Date.UTC(2026, 10, 22, 1))).toMatchObject({ strength: 'now', daysPast: 2 });
  });
  it('counts days on the shelter’s own calendar', () => {
    const late = Date.UTC(2026, 10, 24, 23, 30);
    expect(needWhen({ urgency: 'U1', dueAt: late }, now, 'UTC').strength).toBe('today');
    expect(needWhen({ urgency: 'U1', dueAt: late }, now, 'Europe/Madrid')).toMatchObject({
      strength: 'later',
      inDays: 1,
    });
  });
});
