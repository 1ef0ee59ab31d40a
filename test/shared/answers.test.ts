import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Answer,
  AnswerDraft,
  AnswerState,
  type Answers,
  changedQuestions,
  hmisCode,
  stampAnswers,
  withoutStamp,
} from '#shared/answers';
import { StaffMemberId } from '#shared/ids';

const ana = StaffMemberId.parse('018f0000-0000-7000-8000-000000000001');
const jo = StaffMemberId.parse('018f0000-0000-7000-8000-000000000002');

const draft = fc.oneof(
  fc.record({
    state: fc.constant('ANSWERED' as const),
    value: fc.jsonValue().filter((value) => value !== null),
    source: fc.constantFrom('EXPRESSED' as const, 'OBSERVED' as const),
  }),
  fc.record({
    state: fc.constantFrom(
      'NOT_ASKED' as const,
      'DECLINED' as const,
      'UNKNOWN' as const,
      'NOT_APPLICABLE' as const,
      'WITHHELD_FOR_SAFETY' as const,
    ),
  }),
  fc.constant({ state: 'NOT_ASKED' as const, later: true as const }),
);

describe('domain §0: answer states', () => {
  it('are these six, and "later" is a way to leave a question not asked', () => {
    expect(AnswerState.options).toEqual([
      'ANSWERED',
      'NOT_ASKED',
      'DECLINED',
      'UNKNOWN',
      'NOT_APPLICABLE',
      'WITHHELD_FOR_SAFETY',
    ]);
    expect(AnswerDraft.safeParse({ state: 'NOT_ASKED', later: true }).success).toBe(true);
    expect(AnswerDraft.safeParse({ state: 'LATER' }).success).toBe(false);
    expect(AnswerDraft.safeParse({ state: 'DECLINED', later: true }).success).toBe(false);
  });
  it('carry a value and a source exactly when answered', () => {
    expect(AnswerDraft.safeParse({ state: 'ANSWERED', value: 'tea', source: 'EXPRESSED' }).success).toBe(true);
    expect(AnswerDraft.safeParse({ state: 'ANSWERED', value: 'tea' }).success).toBe(false);
    expect(AnswerDraft.safeParse({ state: 'ANSWERED', source: 'EXPRESSED' }).success).toBe(false);
    expect(AnswerDraft.safeParse({ state: 'ANSWERED', value: null, source: 'EXPRESSED' }).success).toBe(false);
    for (const state of AnswerState.options.filter((one) => one !== 'ANSWERED')) {
      expect(AnswerDraft.safeParse({ state }).success).toBe(true);
      expect(AnswerDraft.safeParse({ state, value: 'no' }).success).toBe(false);
      expect(AnswerDraft.safeParse({ state, source: 'EXPRESSED' }).success).toBe(false);
    }
  });
  it('a "no" is an answer and a blank is not', () => {
    expect(AnswerDraft.safeParse({ state: 'ANSWERED', value: false, source: 'OBSERVED' }).success).toBe(true);
    expect(changedQuestions({}, { q: { state: 'NOT_ASKED' } })).toEqual([]);
    expect(changedQuestions({}, { q: { state: 'NOT_ASKED', later: true } })).toEqual(['q']);
    expect(changedQuestions({}, { q: { state: 'DECLINED' } })).toEqual(['q']);
  });
  it('map to the HMIS codes', () => expect(AnswerState.options.map(hmisCode)).toEqual([null, 99, 9, 8, null, 99]));
});

describe('the stamp of an answer', () => {
  const before: Answers = {
    q: { state: 'ANSWERED', value: 'tea', source: 'EXPRESSED', recordedAt: 10, recordedBy: ana },
  };
  it('stays when the answer stays, and is new when it changes', () => {
    const kept = stampAnswers(
      before,
      { q: { state: 'ANSWERED', value: 'tea', source: 'EXPRESSED' } },
      { recordedAt: 20, recordedBy: jo },
    );
    expect(kept['q']).toEqual(before['q']);
    const changed = stampAnswers(before, { q: { state: 'DECLINED' } }, { recordedAt: 20, recordedBy: jo });
    expect(changed['q']).toEqual({ state: 'DECLINED', recordedAt: 20, recordedBy: jo });
  });
  it('is new when only the source changed', () =>
    expect(
      stampAnswers(
        before,
        { q: { state: 'ANSWERED', value: 'tea', source: 'REPORTED' } },
        { recordedAt: 20, recordedBy: jo },
      )['q']?.recordedAt,
    ).toBe(20));
  it('is never taken over from the outside: what comes back equals what was sent, plus the stamp', () => {
    fc.assert(
      fc.property(draft, (sent) => {
        const answer = stampAnswers({}, { q: AnswerDraft.parse(sent) }, { recordedAt: 5, recordedBy: ana })[
          'q'
        ] as Answer;
        expect(withoutStamp(answer)).toEqual(AnswerDraft.parse(sent));
        expect([answer.recordedAt, answer.recordedBy]).toEqual([5, ana]);
        expect(changedQuestions({ q: answer }, { q: AnswerDraft.parse(sent) })).toEqual([]);
      }),
    );
  });
});
