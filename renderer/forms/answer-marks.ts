// From an answer to the mark on the screen, and from a way out to the answer that is stored.
import { type AnswerDraft, type AnswerSource, notAsked } from '#shared/answers';
import type { Mark, Way } from '../ui/question.tsx';

const marks: Record<AnswerDraft['state'], Mark> = {
  ANSWERED: 'answered',
  NOT_ASKED: 'notAsked',
  DECLINED: 'declined',
  UNKNOWN: 'notKnown',
  NOT_APPLICABLE: 'notApplicable',
  WITHHELD_FOR_SAFETY: 'withheld',
};
const answers: Record<Way, AnswerDraft> = {
  notAsked,
  later: { state: 'NOT_ASKED', later: true },
  declined: { state: 'DECLINED' },
  notKnown: { state: 'UNKNOWN' },
  notApplicable: { state: 'NOT_APPLICABLE' },
  withheld: { state: 'WITHHELD_FOR_SAFETY' },
};

export const markOf = (answer: AnswerDraft | undefined): Mark =>
  answer === undefined ? 'notAsked' : answer.later === true ? 'later' : marks[answer.state];

export const answerOf = (way: Way): AnswerDraft => answers[way];

/** A value makes it answered; taking the value away makes it not asked again. */
export const answerWith = (value: unknown, source: AnswerSource): AnswerDraft =>
  value === undefined ? notAsked : { state: 'ANSWERED', value: value as NonNullable<AnswerDraft['value']>, source };
