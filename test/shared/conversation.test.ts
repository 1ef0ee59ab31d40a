// domain §4: the pace of a conversation, and what her answer about notes allows.
import { describe, expect, it } from 'vitest';
import { noDetails } from '#shared/records/conversation';
import { conversationNoteRefusal, detailsRefusal, paceOf } from '#shared/records/conversation-rules';

const at = (minutes: number): number => 1_000_000 + minutes * 60_000;
const pace = (now: number, restedAt: number | null = null) =>
  paceOf({ startedAt: at(0), restedAt: restedAt === null ? null : at(restedAt), now: at(now) });

describe('domain §4: pacing', () => {
  it.each([
    [0, false, false],
    [19, false, false],
    [20, true, false],
    [59, true, false],
    [60, true, true],
  ])('after %i minutes', (minutes, offersBreak, isLong) =>
    expect(pace(minutes)).toEqual({ minutes, offersBreak, isLong }),
  );

  it('offers the next rest twenty minutes after the last, while the hour goes on', () => {
    expect(pace(39, 20).offersBreak).toBe(false);
    expect(pace(40, 20).offersBreak).toBe(true);
    expect(pace(61, 50)).toEqual({ minutes: 61, offersBreak: false, isLong: true });
  });

  it('never counts below nothing when a clock was put right', () => expect(pace(-5).minutes).toBe(0));
});

describe('domain §4: consent to notes', () => {
  it('with NO only purpose and times may be kept', () => {
    expect(detailsRefusal({ notesConsent: 'NO' }, noDetails)).toBeNull();
    for (const more of [{ language: 'es' }, { comfort: 0 }, { opening: { RIGHTS: { isDone: true, reason: '' } } }])
      expect(detailsRefusal({ notesConsent: 'NO' }, { ...noDetails, ...more })).toBe('conversation-without-consent');
    expect(detailsRefusal({ notesConsent: 'NOT_ASKED' }, { ...noDetails, language: 'es' })).toBeNull();
  });

  it.each([
    ['NOT_ASKED', 'YES', false],
    ['NO', 'YES', false],
    ['NO', 'NO', false],
    ['YES', 'YES', true],
    ['YES_BUT_LIMITED', 'YES_BUT_LIMITED', true],
    ['YES_BUT_LIMITED', 'YES', false],
  ] as const)('%s, a note under %s: %s', (notesConsent, ofNote, may) => {
    const refusal = conversationNoteRefusal({ notesConsent, endedAt: null }, { notesConsent: ofNote });
    expect(refusal).toBe(may ? null : 'conversation-without-consent');
  });

  it('nothing is added to a conversation that is over', () =>
    expect(conversationNoteRefusal({ notesConsent: 'YES', endedAt: 1 }, { notesConsent: 'YES' })).toBe(
      'conversation-ended',
    ));
});
