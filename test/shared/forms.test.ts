import { describe, expect, it } from 'vitest';
import { answerProblems, isVisible, sectionMark } from '#shared/forms/check-answers';
import { FormDefinition, formProblems, questionsOf, sealedQuestions } from '#shared/forms/form-definition';
import { intakeV1 } from '#shared/forms/intake/v1';
import { findForm, newestForm, publishedForms } from '#shared/forms/published';
import { safetyPlanV1 } from '#shared/forms/safety-plan/v1';

const said = (value: unknown) => ({ state: 'ANSWERED' as const, value: value as string, source: 'EXPRESSED' as const });

describe.each(publishedForms)('form $id version $version', (form) => {
  it('is data: it survives JSON, fits the meta-schema and is sound', () => {
    expect(FormDefinition.parse(JSON.parse(JSON.stringify(form)))).toEqual(form);
    expect(formProblems(form)).toEqual([]);
  });
  it('asks kindly: no exclamation mark, no "why did", no "victim", no question twice', () => {
    const words = JSON.stringify(form);
    expect(words).not.toMatch(/!|why did|why didn|victim|refuse|abscond|non-complian/iu);
    const labels = questionsOf(form).map(({ label }) => label);
    expect(new Set(labels).size).toBe(labels.length);
  });
});

describe('intake, version 1', () => {
  it('has at most nine parts, in the order of the picture', () =>
    expect(intakeV1.sections.map(({ title }) => title)).toEqual([
      'Welcome',
      'Right now',
      'Sleep and rest',
      'Food and drink',
      'Health',
      'Safe contact',
      'People and children',
      'Papers',
      'What happens next',
    ]));
  it('domain §0: nothing can be required, so an empty intake fits', () => {
    expect(answerProblems(intakeV1, {})).toEqual([]);
    expect(
      FormDefinition.safeParse({
        ...intakeV1,
        sections: [{ ...intakeV1.sections[0], questions: [{ ...intakeV1.sections[0]!.questions[0], required: true }] }],
      }).success,
    ).toBe(false);
  });
  it('domain §0: health, people, nationality and papers are T3', () => {
    const tiers = Object.fromEntries(questionsOf(intakeV1).map(({ id, tier }) => [id, tier]));
    expect(tiers).toMatchObject({
      pain: 3,
      medicine: 3,
      'children-here': 3,
      nationality: 3,
      'papers-where': 3,
      'born-on': 2,
      'contact-methods': 2,
    });
  });
});

describe('safety plan, version 1', () => {
  it('domain §7: sections A to P, each of them', () =>
    expect(safetyPlanV1.sections.map(({ letter }) => letter).join('')).toBe('ABCDEFGHIJKLMNOP'));
  it('domain §7: only section D is sealed', () => {
    expect(sealedQuestions(safetyPlanV1)).toEqual(['code-word', 'duress-word', 'police-word', 'signal']);
    expect(safetyPlanV1.sections[3]!.questions.map(({ id }) => id)).toEqual([...sealedQuestions(safetyPlanV1)]);
    expect(sealedQuestions(intakeV1)).toEqual([]);
  });
});

describe('answers against a form', () => {
  it.each([
    ['sleep-best', 'Close to the door.', true],
    ['sleep-best', '', false],
    ['sleep-best', 7, false],
    ['room-alone', 'either', true],
    ['room-alone', 'maybe', false],
    ['access-needs', ['step-free', 'quiet'], true],
    ['access-needs', ['quiet', 'quiet'], false],
    ['access-needs', [], false],
    ['born-on', { precision: 'year', year: 2001 }, true],
    ['born-on', '2001-01-01', false],
    [
      'contact-methods',
      [{ way: 'TEXT', value: '', safe: 'YES', when: 'weekdays 10 to 12', caution: '', voicemail: 'UNKNOWN' }],
      true,
    ],
    ['contact-methods', [{ way: 'TEXT', safe: 'YES' }], false],
    ['no-such-question', 'x', false],
  ])('%s with %j fits: %s', (question, value, fits) =>
    expect(answerProblems(intakeV1, { [question]: said(value) })).toHaveLength(fits ? 0 : 1),
  );
  it('checks no value where nothing was answered', () =>
    expect(
      answerProblems(intakeV1, { 'room-alone': { state: 'DECLINED' }, 'born-on': { state: 'NOT_ASKED', later: true } }),
    ).toEqual([]));
  it('shows a follow-up question only after the answer that leads to it', () => {
    const painWords = questionsOf(intakeV1).find(({ id }) => id === 'pain-words')!;
    expect(isVisible(painWords, {})).toBe(false);
    expect(isVisible(painWords, { pain: said('no') })).toBe(false);
    expect(isVisible(painWords, { pain: { state: 'DECLINED' } })).toBe(false);
    expect(isVisible(painWords, { pain: said('yes') })).toBe(true);
  });
  it('finds faults in a form that is not sound', () => {
    const first = safetyPlanV1.sections[0]!;
    expect(formProblems({ ...safetyPlanV1, sections: [first, { ...first, id: 'again' }] })).toEqual([
      'worries twice',
      'kept-safe twice',
    ]);
    const waiting = {
      ...questionsOf(intakeV1).find(({ id }) => id === 'pain-words')!,
      visibleWhen: { question: 'pain', is: 'perhaps' },
    };
    expect(
      formProblems({
        ...intakeV1,
        sections: [{ ...intakeV1.sections[1]!, questions: [...intakeV1.sections[1]!.questions.slice(0, 5), waiting] }],
      }),
    ).toEqual(['pain-words waits for nothing']);
  });
  it('marks a part by what was said, as in the picture', () => {
    const papers = intakeV1.sections[7]!.questions;
    expect(sectionMark(papers, {})).toBe('not-asked');
    expect(sectionMark(papers, { nationality: { state: 'NOT_ASKED', later: true } })).toBe('later');
    expect(sectionMark(papers, { nationality: said('Peru') })).toBe('later');
    const all = (state: 'DECLINED') => Object.fromEntries(papers.map(({ id }) => [id, { state }]));
    expect(sectionMark(papers, all('DECLINED'))).toBe('declined');
    expect(sectionMark(papers, { ...all('DECLINED'), nationality: said('Peru') })).toBe('answered');
  });
  it('finds a published version and no other', () => {
    expect(findForm('intake', 1)).toBe(intakeV1);
    expect(findForm('intake', 2)).toBeUndefined();
    expect(newestForm('safety-plan')).toBe(safetyPlanV1);
  });
});
