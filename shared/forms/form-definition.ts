// The shape of a form: sections and questions as data that survives JSON. No functions, no scores, no rules.
// No question can be required: nothing about a survivor may ever block a save (domain §0).
import { z } from 'zod';
import { QuestionId } from '../answers.ts';

const Words = z.string().trim().min(1).max(300);

/** domain §0: 1 operational, 2 identifying, 3 special, 4 sealed. */
export const Tier = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
export type Tier = z.output<typeof Tier>;

/** Where an answer also becomes a current fact of the case. The answer stays as what was said on that day. */
export const CaseFact = z.enum([
  'confidentiality-notice',
  'pronouns',
  'languages',
  'identify-as',
  'contact-methods',
  'allergy',
  'access',
  'door',
  'sleep',
  'food',
]);
export type CaseFact = z.output<typeof CaseFact>;

/** A word of the form, or a code of a public list as that list spells it. */
const OptionId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,59}$/);
export const Option = z.strictObject({ id: OptionId, label: Words });
export type Option = z.output<typeof Option>;

const question = {
  id: QuestionId,
  label: Words,
  help: Words.optional(),
  tier: Tier,
  /** Written down in her words, shown in her typeface. */
  hers: z.literal(true).optional(),
  /** Staff saw it; nobody said it. Its answers carry that source, whoever the form is filled in with. */
  observed: z.literal(true).optional(),
  feeds: CaseFact.optional(),
  visibleWhen: z.strictObject({ question: QuestionId, is: OptionId }).optional(),
};

export const Question = z.discriminatedUnion('kind', [
  z.strictObject({ ...question, kind: z.literal('short-text') }),
  z.strictObject({ ...question, kind: z.literal('long-text') }),
  z.strictObject({ ...question, kind: z.literal('choice'), options: z.array(Option).min(2).max(30) }),
  z.strictObject({ ...question, kind: z.literal('choices'), options: z.array(Option).min(2).max(60) }),
  z.strictObject({ ...question, kind: z.literal('date') }),
  z.strictObject({ ...question, kind: z.literal('countries') }),
  /** Short lines. */
  z.strictObject({ ...question, kind: z.literal('lines') }),
  /** Short lines, each with the person who does it. */
  z.strictObject({ ...question, kind: z.literal('list') }),
  z.strictObject({ ...question, kind: z.literal('contact-methods') }),
]);
export type Question = z.output<typeof Question>;
export type QuestionKind = Question['kind'];

export const FormSection = z.strictObject({
  id: QuestionId,
  title: Words,
  /** The letter by which staff know it, e.g. `D` of the safety plan. */
  letter: z
    .string()
    .regex(/^[A-Z]$/)
    .optional(),
  help: Words.optional(),
  /** "Words that may help": open questions a worker can borrow. */
  prompts: z.array(Words).max(8),
  questions: z.array(Question).min(1).max(20),
});
export type FormSection = z.output<typeof FormSection>;

export const FormId = z.enum(['intake', 'safety-plan', 'trafficking-profile']);
export type FormId = z.output<typeof FormId>;

export const FormDefinition = z.strictObject({
  id: FormId,
  version: z.int().min(1).max(999),
  title: Words,
  sections: z.array(FormSection).min(1).max(16),
});
export type FormDefinition = z.output<typeof FormDefinition>;

export const questionsOf = (form: FormDefinition): readonly Question[] =>
  form.sections.flatMap((part) => part.questions);

/** Ids of the sealed (T4) questions: never searched, exported, printed in bulk or listed. */
export const sealedQuestions = (form: FormDefinition): readonly string[] =>
  questionsOf(form)
    .filter(({ tier }) => tier === 4)
    .map(({ id }) => id);

/**
 * What a form is beyond its shape: ids used once, conditions that point at an earlier choice and at one of its options.
 * Empty when the form is sound.
 */
export function formProblems(form: FormDefinition): readonly string[] {
  const questions = questionsOf(form);
  const ids = [...questions.map(({ id }) => id), ...form.sections.map(({ id }) => `section ${id}`)];
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${id} twice`);
  const options = questions.flatMap((one) =>
    'options' in one && new Set(one.options.map(({ id }) => id)).size !== one.options.length
      ? [`${one.id} option twice`]
      : [],
  );
  const conditions = questions.flatMap((one, at) => {
    const when = one.visibleWhen;
    if (when === undefined) return [];
    const earlier = questions.slice(0, at).find(({ id }) => id === when.question);
    const points = earlier !== undefined && 'options' in earlier && earlier.options.some(({ id }) => id === when.is);
    return points ? [] : [`${one.id} waits for nothing`];
  });
  return [...twice, ...options, ...conditions];
}
