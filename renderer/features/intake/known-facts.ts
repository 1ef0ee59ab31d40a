// Facts of the case that answer a question of the intake already: told once is enough, so they are not asked again.
import type { AnswerDrafts } from '#shared/answers';
import type { CaseFact, FormDefinition, Question } from '#shared/forms/form-definition';
import { questionsOf } from '#shared/forms/form-definition';
import type { StoredCaseFile } from '#shared/records/case-file';

export interface KnownFact {
  readonly question: Question;
  readonly words: string;
  /** How many, where a list would say too much beside an open door. */
  readonly count: number;
}

const known: Partial<Readonly<Record<CaseFact, (caseFile: StoredCaseFile) => string>>> = {
  pronouns: ({ pronouns }) => pronouns,
  languages: ({ languages }) => languages.join(', '),
  'identify-as': ({ safeContact }) => safeContact.identifyAs,
};

/** What the case knows and this intake has not asked. */
export function knownFacts(form: FormDefinition, caseFile: StoredCaseFile, answers: AnswerDrafts): KnownFact[] {
  return questionsOf(form).flatMap((question) => {
    if (question.feeds === undefined || answers[question.id] !== undefined) return [];
    const count = question.feeds === 'contact-methods' ? caseFile.safeContact.methods.length : 0;
    const words = known[question.feeds]?.(caseFile) ?? '';
    return words === '' && count === 0 ? [] : [{ question, words, count }];
  });
}

/** The form without the questions whose answers are known; a part that would be empty keeps its questions. */
export const withoutKnown = (form: FormDefinition, facts: readonly KnownFact[]): FormDefinition => {
  const ids = new Set(facts.map(({ question }) => question.id));
  const sections = form.sections.map((section) => {
    const questions = section.questions.filter(({ id }) => !ids.has(id));
    return questions.length === 0 ? section : { ...section, questions };
  });
  return { ...form, sections };
};
