// Answers to a published form as lines for somebody outside: the question as it was asked, the answer as it was given.
import { z } from 'zod';
import type { Answer, Answers } from '#shared/answers';
import { ListItem } from '#shared/forms/check-answers';
import { type FormDefinition, type Question, questionsOf } from '#shared/forms/form-definition';
import { countries } from '#shared/htcds/countries';
import { PartialDate } from '#shared/partial-date';
import type { ReleasedRow } from '#shared/records/package';
import { releasedText } from '#shared/text/en/released';

const Texts = z.array(z.string());

/** The answer in words; null when there is nothing to say. */
function wordsOf(question: Question, answer: Answer): string | null {
  switch (question.kind) {
    case 'short-text':
    case 'long-text':
      return z.string().parse(answer.value);
    case 'choice':
      return labelOf(question, z.string().parse(answer.value));
    case 'choices':
      return Texts.parse(answer.value)
        .map((id) => labelOf(question, id))
        .join('\n');
    case 'countries':
      return Texts.parse(answer.value)
        .map((code) => countries.find(([alpha2]) => alpha2 === code)?.[2] ?? code)
        .join('\n');
    case 'date':
      return releasedText.dateWords(PartialDate.parse(answer.value));
    case 'lines':
    case 'list':
      return z
        .array(ListItem)
        .parse(answer.value)
        .map(({ words }) => words)
        .join('\n');
    case 'contact-methods':
      return null; // the case file's safe contact is what counts now, not the day of the intake
  }
}

const labelOf = (question: Extract<Question, { options: unknown }>, id: string): string =>
  question.options.find((option) => option.id === id)?.label ?? id;

/** Rows for the questions that `mayLeave` lets through, in the order of the form. Sealed questions never pass. */
export function answerRows(form: FormDefinition, answers: Answers, mayLeave: (id: string) => boolean): ReleasedRow[] {
  return questionsOf(form).flatMap((question): ReleasedRow[] => {
    const answer = answers[question.id];
    if (question.tier === 4 || !mayLeave(question.id) || answer?.state !== 'ANSWERED') return [];
    const value = wordsOf(question, answer)?.trim() ?? '';
    if (value === '') return [];
    const expressed = (answer.source ?? 'EXPRESSED') === 'EXPRESSED';
    const hers = question.hers === true && expressed ? { hers: true } : {};
    return [{ label: question.label, value, ...(expressed ? {} : { source: answer.source }), ...hers }];
  });
}
