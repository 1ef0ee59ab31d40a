// Answers from a screen, checked against the published form they claim, stamped with when and by whom.
import { type AnswerDrafts, type Answers, stampAnswers } from '#shared/answers';
import { answerProblems, ListItem } from '#shared/forms/check-answers';
import { sealedQuestions, type FormDefinition, type FormId, questionsOf } from '#shared/forms/form-definition';
import { findForm } from '#shared/forms/published';
import { VaultError } from '#shared/contract/errors';
import type { WriteContext } from '../context.ts';
import { obey } from './revision-mark.ts';

export interface GivenAnswers {
  readonly formId: FormId;
  readonly formVersion: number;
  readonly answers: AnswerDrafts;
  /** `open`: no sealed question may be answered here. `sealed`: nothing else may. */
  readonly part: 'open' | 'sealed';
}

/** Throws rule-broken {rule: 'form-unknown' | 'answers' | 'sealed'}. `before` is what was saved last, with its version. */
export function acceptAnswers(
  context: WriteContext,
  given: GivenAnswers,
  before: { readonly formVersion: number; readonly answers: Answers } | undefined,
): { readonly form: FormDefinition; readonly answers: Answers } {
  const form = findForm(given.formId, given.formVersion);
  if (form === undefined || (before !== undefined && before.formVersion > form.version))
    throw new VaultError('rule-broken', { rule: 'form-unknown' });
  const sealed = new Set(sealedQuestions(form));
  const strays = Object.keys(given.answers).some((question) => sealed.has(question) !== (given.part === 'sealed'));
  obey(strays ? 'sealed' : null);
  obey(answerProblems(form, given.answers).length > 0 ? 'answers' : null);
  const stamp = { recordedAt: context.now(), recordedBy: context.staffMember.id };
  return { form, answers: stampAnswers(before?.answers ?? {}, given.answers, stamp) };
}

const WRITTEN = ['short-text', 'long-text', 'list', 'lines'];

/** What was said in words to a form, for search. Answers to sealed questions (T4) are never among it. */
export function wordsOfAnswers(
  formId: FormId,
  body: { readonly formVersion: number; readonly answers: Answers },
): string {
  const form = findForm(formId, body.formVersion);
  return (form === undefined ? [] : questionsOf(form))
    .filter(({ kind, tier }) => tier !== 4 && WRITTEN.includes(kind))
    .flatMap(({ id }) => wordsIn(body.answers[id]?.value))
    .join('\n');
}

function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.flatMap((item) => ListItem.safeParse(item).data?.words ?? wordsIn(item)) : [];
}
