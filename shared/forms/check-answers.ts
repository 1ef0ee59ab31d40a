// Answers checked against the form they were given to. A question that is left out is simply not asked.
// Says what does not fit, never corrects or fills in anything.
import { z } from 'zod';
import type { AnswerDraft, AnswerDrafts } from '../answers.ts';
import { countries } from '../htcds/countries.ts';
import { PartialDate } from '../partial-date.ts';
import { ContactMethods } from '../records/safe-contact.ts';
import type { FormDefinition, Option, Question } from './form-definition.ts';
import { questionsOf } from './form-definition.ts';

/** One line of a list, with who does it. `who` empty means nobody was named. */
export const ListItem = z.strictObject({
  words: z.string().trim().min(1).max(500),
  who: z.enum(['SURVIVOR', 'STAFF', 'TOGETHER', 'OTHER']).optional(),
});
export type ListItem = z.output<typeof ListItem>;

const ListValue = z.array(ListItem).min(1).max(40);

const alpha2 = new Set(countries.map(([code]) => code));
/** ISO 3166-1 alpha-2, each once. */
const CountryCodes = z
  .array(z.string().refine((code) => alpha2.has(code)))
  .min(1)
  .max(60)
  .refine((chosen) => new Set(chosen).size === chosen.length);

const oneOf = (options: readonly Option[]): z.ZodType => z.enum(options.map(({ id }) => id));

/** The shape of an answered question's value. */
export function valueSchema(question: Question): z.ZodType {
  switch (question.kind) {
    case 'short-text':
      return z.string().trim().min(1).max(500);
    case 'long-text':
      return z.string().trim().min(1).max(20_000);
    case 'choice':
      return oneOf(question.options);
    case 'choices':
      return z
        .array(oneOf(question.options))
        .min(1)
        .refine((chosen) => new Set(chosen).size === chosen.length);
    case 'date':
      return PartialDate;
    case 'countries':
      return CountryCodes;
    case 'lines':
    case 'list':
      return ListValue;
    case 'contact-methods':
      return ContactMethods.min(1);
  }
}

export type AnswerProblem = { readonly question: string; readonly problem: 'not-in-this-form' | 'does-not-fit' };

const fits = (question: Question, answer: AnswerDraft): boolean =>
  answer.state !== 'ANSWERED' || valueSchema(question).safeParse(answer.value).success;

/** Every answer that has no question in this form or a value of another kind. Empty when all fit. */
export function answerProblems(form: FormDefinition, answers: AnswerDrafts): readonly AnswerProblem[] {
  const questions = new Map(questionsOf(form).map((one) => [one.id, one]));
  return Object.entries(answers).flatMap(([id, answer]): AnswerProblem[] => {
    const question = questions.get(id);
    if (question === undefined) return [{ question: id, problem: 'not-in-this-form' }];
    return fits(question, answer) ? [] : [{ question: id, problem: 'does-not-fit' }];
  });
}

/** Shown now: its condition, if it has one, is met by an answer. */
export function isVisible(question: Question, answers: AnswerDrafts): boolean {
  const when = question.visibleWhen;
  if (when === undefined) return true;
  const answer = answers[when.question];
  if (answer?.state !== 'ANSWERED') return false;
  return Array.isArray(answer.value) ? answer.value.includes(when.is) : answer.value === when.is;
}

/** The mark in the list of parts: settled when each question has an outcome, begun when some have. */
export type SectionMark = 'answered' | 'declined' | 'later' | 'not-asked';

/** One quiet mark per section: answered beats later beats declined; a section nobody opened is not asked. */
export function sectionMark(questions: readonly Question[], answers: AnswerDrafts): SectionMark {
  const given = questions.map(({ id }) => answers[id]).filter((answer) => answer !== undefined);
  const open = questions.some(({ id }) => answers[id] === undefined || answers[id]?.state === 'NOT_ASKED');
  if (given.some(({ state }) => state === 'ANSWERED')) return open ? 'later' : 'answered';
  if (given.some(({ later }) => later === true)) return 'later';
  return !open ? 'declined' : 'not-asked';
}
