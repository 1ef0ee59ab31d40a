// domain §2: red, amber, green. Not knowing is a no; hours, sharing and old agreements make a yes careful.
import { describe, expect, it } from 'vitest';
import {
  type ContactMethod,
  isAgreedTime,
  newContactMethod,
  noSafeContact,
  reachVerdict,
  type SafeContact,
} from '#shared/records/safe-contact';

const call: ContactMethod = { ...newContactMethod, way: 'CALL', value: '+34 600 123 456', safe: 'YES' };
const agreed: SafeContact = {
  ...noSafeContact,
  identifyAs: 'Mia from the library',
  methods: [call],
  confirmedOn: '2026-03-02',
};
/** A Tuesday. */
const tuesday = (hour: number, minute = 0) => ({ date: '2026-03-03', hour, minute });
const sign = (contact: SafeContact, change: Partial<ContactMethod>, moment = tuesday(11)) =>
  reachVerdict(contact, { ...call, ...change }, moment);

describe('domain §2: the sign of a way', () => {
  it('is green only when it is agreed, now, alone, and asked about within 30 days', () =>
    expect(sign(agreed, {})).toEqual({ sign: 'GREEN', reasons: [] }));

  it.each([
    ['NO', 'NOT_SAFE'],
    ['UNKNOWN', 'NOT_KNOWN'],
  ] as const)('is red for %s', (safe, reason) =>
    expect(sign(agreed, { safe })).toEqual({ sign: 'RED', reasons: [reason] }),
  );

  it.each([
    [{ sharedWith: 'room-mate' }, agreed, 'SHARED'],
    [{ days: [1, 3] }, agreed, 'OTHER_HOURS'],
    [{ hours: { from: '12:00', to: '14:00' } }, agreed, 'OTHER_HOURS'],
    [{}, { ...agreed, confirmedOn: '2026-02-01' }, 'ASK_AGAIN'],
    [{}, { ...agreed, identifyAs: '' }, 'NO_NEUTRAL_NAME'],
  ] as const)('is amber with its reason, %o', (change, contact, reason) =>
    expect(sign({ ...contact, methods: [] }, change as Partial<ContactMethod>)).toEqual({
      sign: 'AMBER',
      reasons: [reason],
    }),
  );

  it.each(['+34 600 123 456', '0034600123456', '600-123-456'])(
    'is red for a number on the do-not-contact list, written as %s',
    (line) => expect(sign({ ...agreed, doNotContact: [line] }, {}).reasons).toEqual(['DO_NOT_CONTACT']),
  );

  it('is not red for another number, or for a way without one', () => {
    const contact = { ...agreed, doNotContact: ['600 999 999', 'Her uncle'] };
    expect(sign(contact, {}).sign).toBe('GREEN');
    expect(sign(contact, { value: '' }).sign).toBe('GREEN');
  });
});

describe('domain §2: agreed days and hours', () => {
  const evening = { days: [1], hours: { from: '22:00', to: '02:00' } };
  it.each([
    ['a Monday night before midnight', { date: '2026-03-02', hour: 23, minute: 0 }, true],
    ['the same night after midnight', tuesday(1, 30), true],
    ['the end of it', tuesday(2, 0), true],
    ['a minute past the end', tuesday(2, 1), false],
    ['the next evening', tuesday(23), false],
  ] as const)('run past midnight: %s', (_name, moment, is) => expect(isAgreedTime(evening, moment)).toBe(is));

  it('any day and any hour when none is named', () =>
    expect(isAgreedTime({ days: [], hours: null }, tuesday(3))).toBe(true));
});
