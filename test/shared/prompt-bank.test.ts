// domain §4: the prompt bank. Forty or more open questions, grade six at most, none of the forms that hurt.
import { describe, expect, it } from 'vitest';
import { promptBank, promptDomains } from '#shared/records/prompt-bank';
import { prompts } from '#shared/text/en/prompts';
import { readingGrade } from '../helpers/reading-grade.ts';

const why = /\bwhy\b/i;
/** Two questions in one: two marks, or a second question word after "and" or "or". */
const twoInOne = /\?.*\?|\b(and|or)\s+(what|who|how|when|where|which|do|did|are|is|would|can)\b/i;
const leading =
  /^(is it true|you (must|should|have to)|did(n['’]t)?|do(n['’]t)?|are(n['’]t)?|was(n['’]t)?|were(n['’]t)?|have(n['’]t)?|so you)\b|(isn|wasn|don|didn|aren)['’]t (it|he|she|they|you)\b|, right\?/i;
const promise =
  /\byou(['’]ll| will) be (safe|fine|okay|all right)\b|\bI understand\b|\bI promise\b|\beverything will\b/i;
const open = /^(what|who|how|when|where|which|is there anything)\b/i;
const hurts = (text: string): boolean => [why, twoInOne, leading, promise].some((form) => form.test(text));

describe('domain §4: the prompt bank', () => {
  it('has forty questions or more, some in every domain, and every question has words', () => {
    expect(promptBank.length).toBeGreaterThanOrEqual(40);
    expect(promptBank.map(({ id }) => id).sort()).toEqual(Object.keys(prompts).sort());
    for (const domain of promptDomains)
      expect(promptBank.filter((one) => one.domain === domain).length).toBeGreaterThanOrEqual(3);
  });

  it.each(promptBank)('$id is open, reads at the grade it says, and hurts nobody', ({ id, grade }) => {
    const text = prompts[id];
    expect(text).toMatch(open);
    expect(hurts(text)).toBe(false);
    expect(Math.max(1, Math.ceil(readingGrade(text)))).toBe(grade);
    expect(grade).toBeLessThanOrEqual(6);
  });

  it.each([
    'Why didn’t you run away?',
    'Where were you and who was with you?',
    'How old are you? Where is your mother?',
    'Didn’t he hit you?',
    'That was hard, right?',
    'You’ll be safe now, what else?',
    'How is that? I understand exactly.',
  ])('“%s” would be found', (text) => expect(hurts(text)).toBe(true));

  it('the measure tells hard words from easy ones', () => {
    expect(readingGrade('How are you?')).toBeLessThan(2);
    expect(
      readingGrade('Which administrative documentation regarding immigration proceedings accompanies you?'),
    ).toBeGreaterThan(12);
  });
});
