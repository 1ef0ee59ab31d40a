// What a person decided about doubtful values, applied to a row. Without a decision a value stays as it was read or written
// and carries a mark, so that the case shows that somebody should look at it.
import type { Decision } from '../records/htcds-import.ts';
import type { HtcdsAnswer, HtcdsAnswers, HtcdsChoice } from '../records/htcds-record.ts';
import type { CalendarDate } from '../time.ts';
import { isCodeOf } from './choices.ts';
import { readDateText } from './dates.ts';
import { type HtcdsField, type HtcdsFieldName, htcdsField } from './fields.ts';
import { type ProblemCode, problemWeight } from './problem.ts';
import type { RowProblem } from './read-row.ts';
import { dateAnswer } from './read-value.ts';

export type AskedCode = Extract<ProblemCode, 'unknown-value' | 'ambiguous-value' | 'date-day-or-month'>;

/** Whether this decision answers this kind of question about this field. */
export function fitsQuestion(code: AskedCode, field: HtcdsField, decision: Decision): boolean {
  switch (decision.decide) {
    case 'undecided':
    case 'keep-as-written':
      return true;
    case 'use-code':
      return code !== 'date-day-or-month' && isCodeOf(field, decision.code);
    case 'day-first':
    case 'month-first':
      return code === 'date-day-or-month';
  }
}

/** The answers as they will be saved. `decisionFor` is asked for problems that a person can decide. */
export function applyDecisions(
  row: { readonly answers: HtcdsAnswers; readonly problems: readonly RowProblem[] },
  decisionFor: (problem: RowProblem) => Decision,
  today: CalendarDate,
): HtcdsAnswers {
  const answers: HtcdsAnswers = { ...row.answers };
  for (const problem of row.problems) {
    const answer = problem.field === null ? undefined : answers[problem.field];
    if (problem.field === null || answer === undefined) continue;
    answers[problem.field] =
      problemWeight(problem.code) === 'ask'
        ? decide(htcdsField(problem.field), answer, { problem, decision: decisionFor(problem), today })
        : marked(answer, problem.code);
  }
  return answers;
}

/** Notes need no mark; the first mark stays. */
const marked = (answer: HtcdsAnswer, code: ProblemCode): HtcdsAnswer =>
  problemWeight(code) === 'note' || answer.check !== undefined ? answer : { ...answer, check: code };

interface Deciding {
  readonly problem: RowProblem;
  readonly decision: Decision;
  readonly today: CalendarDate;
}

function decide(field: HtcdsField, answer: HtcdsAnswer, { problem, decision, today }: Deciding): HtcdsAnswer {
  switch (decision.decide) {
    case 'undecided':
      return marked(answer, problem.code);
    case 'keep-as-written':
      return keptAsWritten(field, answer, problem.words);
    case 'use-code':
      return withCode(field, answer, problem.words, decision.code);
    case 'day-first':
    case 'month-first': {
      const reading = dateAnswer(field, readDateText(problem.words, decision.decide), problem.words, today);
      const next = reading.answer ?? answer;
      return reading.problems.reduce((so, { code }) => marked(so, code), {
        ...next,
        ...(answer.check === undefined ? {} : { check: answer.check }),
      });
    }
  }
}

function keptAsWritten(field: HtcdsField, answer: HtcdsAnswer, words: string): HtcdsAnswer {
  if (field.kind === 'date')
    return { ...answer, value: { kind: 'date', date: { precision: 'as-written', text: words.slice(0, 500) } } };
  return replaced(field, answer, words, { written: words });
}

function withCode(field: HtcdsField, answer: HtcdsAnswer, words: string, code: string): HtcdsAnswer {
  if (field.kind === 'checkbox')
    return { ...answer, value: { kind: 'yes-no', yes: code === 'yes' }, asWritten: answer.asWritten ?? words };
  return replaced(field, { ...answer, asWritten: answer.asWritten ?? words }, words, { code });
}

/** Puts one entry in the place of every entry that these words stand for. */
function replaced(field: HtcdsField, answer: HtcdsAnswer, words: string, by: HtcdsChoice): HtcdsAnswer {
  if (answer.value?.kind !== 'choices') return answer;
  const isMeant = (choice: HtcdsChoice): boolean =>
    'written' in choice ? choice.written === words : choice.code.toLowerCase() === words.trim().toLowerCase();
  return {
    ...answer,
    value: { kind: 'choices', choices: answer.value.choices.map((choice) => (isMeant(choice) ? by : choice)) },
  };
}

/** A question stands for all cells that ask the same: dates by column, values by their words. */
export const questionKey = (code: AskedCode, field: HtcdsFieldName, words: string): string =>
  code === 'date-day-or-month' ? `${code} ${field}` : `${code} ${field} ${words.trim()}`;
