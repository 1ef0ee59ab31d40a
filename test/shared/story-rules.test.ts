// domain §19: when a story may be told, day by day.
import { describe, expect, it } from 'vitest';
import type { StoryConsent } from '#shared/records/story-consent';
import { firstUseOn, latestExpiry, storyRefusal, storyState, useRefusal } from '#shared/records/story-rules';
import { aStory } from '../helpers/awareness.ts';

const TODAY = '2026-03-02';
const kept = (change: Partial<StoryConsent> = {}): StoryConsent => ({
  ...aStory(),
  version: 1,
  withdrawnOn: null,
  ...change,
});
const refusal = (change: Parameters<typeof aStory>[0], before: StoryConsent | null = null, today = TODAY) =>
  storyRefusal(aStory(change), before, today);
const told = { purpose: 'TRAINING', on: '2026-03-09' } as const;

describe('§19: an agreement', () => {
  it('is never made with somebody under 18, nor with somebody whose age is not known', () => {
    expect(refusal({ isAdult: false })).toBe('story-minor');
    expect(refusal({})).toBeNull();
  });

  it('warns in the first 90 days, until waiting was talked about', () => {
    expect(refusal({ isEarly: true })).toBe('story-early');
    expect(refusal({ isEarly: true, toldSheCanWait: true })).toBeNull();
  });

  it('lasts 12 months at most, also over the end of a February', () => {
    expect(refusal({ expiresOn: '2027-03-03' })).toBe('story-expiry');
    expect(refusal({ expiresOn: '2026-03-02' })).toBe('story-expiry');
    expect(latestExpiry('2024-02-29')).toBe('2025-02-28');
    expect(refusal({ signedOn: '2026-03-03' })).toBe('story-signed');
  });

  it('is signed anew when its words change, and not when only the pay was made', () => {
    const change = { text: 'I learnt to bake again.' };
    expect(refusal(change, kept(), '2026-05-01')).toBe('story-new-words');
    expect(refusal({ ...change, signedOn: '2026-05-01' }, kept(), '2026-05-01')).toBeNull();
    expect(refusal({ uses: ['PRESS'] }, kept(), '2026-05-01')).toBe('story-new-words');
    expect(refusal({ feePaidOn: '2026-04-01' }, kept(), '2026-05-01')).toBeNull();
    expect(refusal({}, kept({ withdrawnOn: '2026-04-01' }), '2026-05-01')).toBe('story-over');
  });

  it('holds no number of a case', () => {
    expect(refusal({ text: 'I am 7K2-F9Q, and I bake.' })).toBe('awareness-case-number');
    expect(refusal({ alias: '7K2-F9Q' })).toBe('awareness-case-number');
  });
});

describe('§19: a use', () => {
  it('waits 7 days: signed on 2 March, first told on the 9th', () => {
    expect(firstUseOn(kept())).toBe('2026-03-09');
    expect(useRefusal(kept(), { ...told, on: '2026-03-08' }, '2026-03-09')).toBe('story-cooling');
    expect(useRefusal(kept(), told, '2026-03-09')).toBeNull();
  });

  it('is for what was agreed to, on a day that has come, and not after the last day', () => {
    expect(useRefusal(kept(), { ...told, purpose: 'PRESS' }, '2026-03-09')).toBe('story-use');
    expect(useRefusal(kept(), { ...told, on: '2026-03-10' }, '2026-03-09')).toBe('story-use-later');
    const last = { ...told, on: '2027-03-02' };
    expect(useRefusal(kept(), last, '2027-03-02')).toBeNull();
    expect(useRefusal(kept(), last, '2027-03-03')).toBe('story-over');
    expect(useRefusal(kept({ withdrawnOn: '2026-03-09' }), told, '2026-03-09')).toBe('story-over');
  });
});

it('§19: what has ended is to be taken down until no place is left', () => {
  const places = [{ downOn: '2026-04-01' }, { downOn: null }];
  expect(storyState(kept(), places, '2026-03-08')).toBe('COOLING');
  expect(storyState(kept(), places, '2026-03-09')).toBe('USABLE');
  expect(storyState(kept(), places, '2027-03-03')).toBe('TAKE_DOWN');
  expect(storyState(kept({ withdrawnOn: '2026-03-20' }), places, '2026-03-20')).toBe('TAKE_DOWN');
  expect(storyState(kept({ withdrawnOn: '2026-03-20' }), [{ downOn: '2026-04-01' }], '2026-03-20')).toBe('ENDED');
});
