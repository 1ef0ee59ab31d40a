// Requests about one's own record: the last day for an answer, and what an end must say (domain §15).
import { describe, expect, it } from 'vitest';
import { CaseFileId } from '#shared/ids';
import { longerRefusal, restricts, rightDueOn, settleRefusal } from '#shared/records/rights-rules';
import type { RightsOutcome, RightsRequest } from '#shared/records/rights-request';

const asked = (change: Partial<RightsRequest> = {}): RightsRequest => ({
  caseFileId: CaseFileId.parse('018f0000-0000-7000-8000-0000000000aa'),
  kind: 'ACCESS',
  receivedOn: '2026-03-31',
  words: '',
  askedBy: { who: 'SELF' },
  timing: 'GDPR',
  identity: { how: 'IN_PERSON', on: '2026-03-31' },
  extended: null,
  outcome: null,
  liftedOn: null,
  erased: [],
  due: null,
  ...change,
});
const ends = (change: Partial<RightsOutcome> = {}): RightsOutcome => ({
  end: 'DONE',
  on: '2026-04-10',
  codes: [],
  words: '',
  partlyOffered: false,
  reviewOn: null,
  ...change,
});

describe('domain §15: by when', () => {
  it.each([
    ['received 2026-03-31: the last day of the shorter month', '2026-03-31', 'GDPR', false, '2026-04-30'],
    ['a last day on a Sunday moves to Monday', '2026-04-03', 'GDPR', false, '2026-05-04'],
    ['a last day on a Saturday moves to Monday', '2026-03-04', 'GDPR', false, '2026-04-06'],
    ['in the UK also past a bank holiday', '2026-03-04', 'UK_GDPR', false, '2026-04-07'],
    ['two further months are counted from the day it was received', '2026-03-31', 'GDPR', true, '2026-06-30'],
    ['the house’s own rule: 14 days', '2026-03-31', 'POLICY', false, '2026-04-14'],
    ['2024-01-31 falls on 29 February', '2024-01-31', 'GDPR', false, '2024-02-29'],
  ] as const)('%s', (_what, received, timing, extended, due) =>
    expect(rightDueOn(received, timing, extended)).toBe(due),
  );

  it('is made longer once, by the law that allows it, and while the first month lasts', () => {
    expect(longerRefusal(asked(), '2026-04-30')).toBeNull();
    expect(longerRefusal(asked(), '2026-05-01')).toBe('right-longer-late');
    expect(longerRefusal(asked({ timing: 'POLICY' }), '2026-04-01')).toBe('right-not-longer');
    const extended = { toldOn: '2026-04-10', why: 'Many notes' };
    expect(longerRefusal(asked({ extended }), '2026-04-11')).toBe('right-not-longer');
    expect(longerRefusal(asked({ outcome: ends() }), '2026-04-11')).toBe('right-settled');
  });
});

describe('domain §15: how it ends', () => {
  it('gives nothing before somebody checked who is asking, except another worker and a complaint', () => {
    expect(settleRefusal(asked({ identity: null }), ends(), false)).toBe('right-identity');
    expect(settleRefusal(asked({ identity: null }), ends({ end: 'REFUSED', words: 'No' }), false)).toBeNull();
    expect(settleRefusal(asked({ identity: null, kind: 'CHANGE_WORKER' }), ends(), false)).toBeNull();
    expect(settleRefusal(asked(), ends(), false)).toBeNull();
  });

  it('scenario §24 no. 14: a parent who causes harm, or of whom nobody knows, is given nothing', () => {
    for (const harms of [true, null]) {
      const parent = asked({ askedBy: { who: 'GUARDIAN', name: 'P', harms } });
      expect(settleRefusal(parent, ends(), false)).toBe('right-asker-harms');
      expect(settleRefusal(parent, ends({ end: 'REFUSED', words: 'Neither yes nor no' }), false)).toBeNull();
    }
    const safe = asked({ askedBy: { who: 'GUARDIAN', name: 'P', harms: false } });
    expect(settleRefusal(safe, ends(), false)).toBeNull();
  });

  it('scenario §24 no. 19: a refusal to erase names its reason, offers a part, and has a day to look again', () => {
    const erase = asked({ kind: 'ERASE' });
    const refused = (change: Partial<RightsOutcome>) => ends({ end: 'REFUSED', words: 'A court asked', ...change });
    expect(settleRefusal(erase, ends(), true)).toBe('right-held');
    expect(settleRefusal(erase, refused({}), true)).toBe('right-code');
    const coded = refused({ codes: ['LEGAL_HOLD'] });
    expect(settleRefusal(erase, coded, true)).toBe('right-partly');
    expect(settleRefusal(erase, { ...coded, partlyOffered: true }, true)).toBe('right-review');
    expect(settleRefusal(erase, { ...coded, partlyOffered: true, reviewOn: '2026-04-10' }, true)).toBe('right-review');
    expect(settleRefusal(erase, { ...coded, partlyOffered: true, reviewOn: '2026-07-10' }, true)).toBeNull();
    expect(settleRefusal(erase, ends(), false)).toBeNull();
  });

  it('a refusal is never without words', () =>
    expect(settleRefusal(asked(), ends({ end: 'REFUSED' }), false)).toBe('right-why'));

  it('restricts from the yes to the day it is taken back', () => {
    const granted = asked({ kind: 'RESTRICT', outcome: ends() });
    expect(restricts(granted)).toBe(true);
    expect(restricts({ ...granted, liftedOn: '2026-05-01' })).toBe(false);
    expect(restricts(asked({ kind: 'RESTRICT' }))).toBe(false);
    expect(restricts(asked({ kind: 'ACCESS', outcome: ends() }))).toBe(false);
  });
});
