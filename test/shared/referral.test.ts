// domain §12 and §24b: by when an agency should have answered, what may follow on what, and which word says who it is about.
import { describe, expect, it } from 'vitest';
import { type ReferralAct, ReferralState } from '#shared/records/referral';
import {
  actRefusal,
  chaseFrom,
  isOpenReferral,
  isToChase,
  passedThrough,
  standsToday,
} from '#shared/records/referral-rules';
import { wordThatSaysWho } from '#shared/records/words-that-say-who';

const at = (utc: string): number => Date.parse(`${utc}Z`);

describe('§24b: the clock of an answer', () => {
  const routine = { chase: { ...chaseFrom('U3', at('2026-03-13T09:00'), '2026-03-13'), asked: 0 } };

  it('SENT Fri 13 March, routine: ask again when nobody answered by the end of Tue 17 March', () => {
    expect(routine.chase).toEqual({ on: '2026-03-17', at: null, asked: 0 });
    expect(isToChase(routine, at('2026-03-17T23:59'), '2026-03-17')).toBe(false);
    expect(isToChase(routine, at('2026-03-18T00:00'), '2026-03-18')).toBe(true);
  });

  it('what is needed now or today is asked for again after two hours, at night and on Sundays as well', () => {
    const sent = at('2026-03-15T22:30');
    for (const urgency of ['U0', 'U1'] as const) {
      const urgent = { chase: { ...chaseFrom(urgency, sent, '2026-03-15'), asked: 0 } };
      expect(urgent.chase).toMatchObject({ on: null, at: at('2026-03-16T00:30') });
      expect(isToChase(urgent, at('2026-03-16T00:30'), '2026-03-16')).toBe(false);
      expect(isToChase(urgent, at('2026-03-16T00:31'), '2026-03-16')).toBe(true);
    }
    expect(chaseFrom('U2', sent, '2026-03-15').at).toBeNull();
  });

  it('runs no longer once there is an answer', () => {
    expect(isToChase({ chase: null }, at('2027-01-01T00:00'), '2027-01-01')).toBe(false);
  });
});

describe('§12: the states of a referral', () => {
  const allowed = (act: ReferralAct['to']): string[] =>
    ReferralState.options.filter((state) => actRefusal(state, act) === null);

  it('follow one on another as the trade has them, and nothing jumps over a permission', () => {
    expect(allowed('READY')).toEqual(['DRAFT', 'CONSENT_NEEDED']);
    expect(allowed('SENT')).toEqual(['READY']);
    expect(allowed('ACKNOWLEDGED')).toEqual(['SENT']);
    expect(allowed('ACCEPTED')).toEqual(['SENT', 'ACKNOWLEDGED', 'WAITLISTED']);
    expect(allowed('WAITLISTED')).toEqual(['SENT', 'ACKNOWLEDGED']);
    expect(allowed('DECLINED_BY_PARTNER')).toEqual(['SENT', 'ACKNOWLEDGED', 'WAITLISTED']);
    expect(allowed('APPOINTMENT_SET')).toEqual(['ACCEPTED', 'APPOINTMENT_SET', 'MISSED']);
    expect(allowed('ATTENDED')).toEqual(['APPOINTMENT_SET']);
    expect(allowed('MISSED')).toEqual(['APPOINTMENT_SET']);
    expect(allowed('OUTCOME_RECORDED')).toEqual(['DECLINED_BY_PARTNER', 'ATTENDED', 'MISSED']);
  });

  it('can be ended by her or by us from everywhere that is not an end', () => {
    const ends = ['OUTCOME_RECORDED', 'WITHDRAWN_BY_SURVIVOR', 'CANCELLED'];
    const others = ReferralState.options.filter((state) => !ends.includes(state));
    expect(allowed('WITHDRAWN_BY_SURVIVOR')).toEqual(others);
    expect(allowed('CANCELLED')).toEqual(others);
    expect(ReferralState.options.filter((state) => !isOpenReferral(state))).toEqual(['DECLINED_BY_PARTNER', ...ends]);
  });

  it('keep the step between when an agency says yes at once', () => {
    expect(passedThrough('SENT', 'ACCEPTED')).toEqual(['ACKNOWLEDGED', 'ACCEPTED']);
    expect(passedThrough('WAITLISTED', 'ACCEPTED')).toEqual(['ACCEPTED']);
  });

  it('fall back to her permission when it has ended, but only before it left', () => {
    expect(standsToday('READY', false)).toBe('CONSENT_NEEDED');
    expect(standsToday('READY', true)).toBe('READY');
    expect(standsToday('SENT', false)).toBe('SENT');
  });
});

describe('a word that says who it is about', () => {
  const maya = {
    names: ['Maya', 'Marisol de la Cruz', 'Łucja', 'Оксана', 'فاطمة', '王小明', 'Bo'],
    caseNumbers: ['7K2-F9Q', 'BCD-FGH'],
    born: { precision: 'exact' as const, date: '1994-05-04' },
  };
  const word = (text: string): string | null => wordThatSaysWho(text, maya);

  it.each([
    ['Is there a bed for maya tonight?', 'maya'],
    ['MAYA’s tooth hurts', 'MAYA'],
    ['A room for Marisol', 'Marisol'],
    ['Ask for Ms Cruz', 'Cruz'],
    ['Lucja would come by bus', 'Lucja'],
    ['Oksana speaks Ukrainian', 'Oksana'],
    ['Est-ce que فاطمه peut venir', 'فاطمه'],
    ['给王小明一个房间', '王小明'],
    ['bo needs shoes', 'bo'],
    ['About 7k2-f9q', '7k2-f9q'],
    ['About 7K2 F9Q', '7K2 F9Q'],
    ['About another, 9PQ-44X', '9PQ-44X'],
    ['born 1994-05-04', '1994-05-04'],
    ['born 4.5.1994', '4.5.1994'],
    ['born 05/04/94', '05/04/94'],
    ['born on 4 May 1994, speaks Spanish', '4 May 1994'],
    ['born May 4th, 1994', 'May 4th, 1994'],
    ['nacida el 4 de mayo de 1994', '4 de mayo de 1994'],
  ])('%s', (text, found) => {
    expect(word(text)).toBe(found);
  });

  it.each([
    'Is there a bed for one woman, 31, and can somebody speak Spanish?',
    'The first visit on 4 May 2026 at 10:30, born in 1994',
    'Two people, one child: the places de la rue',
    'A phone: 0155 0100. Bows and maypoles.',
    'NGO-led and long-term help',
  ])('lets pass: %s', (text) => {
    expect(word(text)).toBeNull();
  });

  it('knows only a whole birthday', () => {
    expect(wordThatSaysWho('born 1994', { ...maya, born: { precision: 'year', year: 1994 } })).toBeNull();
  });
});
