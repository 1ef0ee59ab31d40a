// What was said, or why nothing was: the state that every field about a survivor carries (domain §0).
// A blank is never turned into "No". The default is NOT_ASKED, and no state blocks a save.
import { z } from 'zod';
import { StaffMemberId } from './ids.ts';
import { Instant } from './time.ts';

export const AnswerState = z.enum([
  'ANSWERED',
  'NOT_ASKED',
  'DECLINED',
  'UNKNOWN',
  'NOT_APPLICABLE',
  'WITHHELD_FOR_SAFETY',
]);
export type AnswerState = z.output<typeof AnswerState>;

/** EXPRESSED: she said it. OBSERVED: staff saw it. REPORTED: a third person said it. DOCUMENT: it was read. */
export const AnswerSource = z.enum(['EXPRESSED', 'OBSERVED', 'REPORTED', 'DOCUMENT']);
export type AnswerSource = z.output<typeof AnswerSource>;

/**
 * "Later" is not a seventh state. Nothing was asked yet, so it is stored as NOT_ASKED with `later: true`: exports and
 * counts see NOT_ASKED, and only the screen folds the question with "We will not bring it up before she does."
 */
const draft = {
  state: AnswerState,
  later: z.literal(true).optional(),
  value: z.json().optional(),
  source: AnswerSource.optional(),
};
type AnswerShape = { state: AnswerState; later?: true | undefined; value?: unknown; source?: AnswerSource | undefined };

const valueOnlyWhenAnswered = (answer: AnswerShape): boolean =>
  (answer.state === 'ANSWERED') === (answer.value !== undefined && answer.value !== null);
const sourceOnlyWhenAnswered = (answer: AnswerShape): boolean =>
  (answer.state === 'ANSWERED') === (answer.source !== undefined);
const laterOnlyWhenNotAsked = (answer: AnswerShape): boolean =>
  answer.later === undefined || answer.state === 'NOT_ASKED';

/** What a screen sends: the vault adds when and by whom. */
export const AnswerDraft = z
  .strictObject(draft)
  .refine(valueOnlyWhenAnswered, 'a value stands exactly with ANSWERED')
  .refine(sourceOnlyWhenAnswered, 'a source stands exactly with ANSWERED')
  .refine(laterOnlyWhenNotAsked, 'later stands only with NOT_ASKED');
export type AnswerDraft = z.output<typeof AnswerDraft>;

export const Answer = z
  .strictObject({ ...draft, recordedAt: Instant, recordedBy: StaffMemberId })
  .refine(valueOnlyWhenAnswered, 'a value stands exactly with ANSWERED')
  .refine(sourceOnlyWhenAnswered, 'a source stands exactly with ANSWERED')
  .refine(laterOnlyWhenNotAsked, 'later stands only with NOT_ASKED');
export type Answer = z.output<typeof Answer>;

/** Question id → answer. A question that is not here was not asked. */
export const QuestionId = z.string().regex(/^[a-z][a-z0-9-]{0,59}$/);
export const AnswerDrafts = z.record(QuestionId, AnswerDraft);
export type AnswerDrafts = z.output<typeof AnswerDrafts>;
export const Answers = z.record(QuestionId, Answer);
export type Answers = z.output<typeof Answers>;

export const notAsked: AnswerDraft = { state: 'NOT_ASKED' };

/** Without the stamp, for comparing and for sending back. */
export const withoutStamp = ({ state, later, value, source }: Answer): AnswerDraft => ({
  state,
  ...(later === undefined ? {} : { later }),
  ...(value === undefined ? {} : { value }),
  ...(source === undefined ? {} : { source }),
});

/** All of them without their stamps, as a form is filled in. */
export const withoutStamps = (answers: Answers): AnswerDrafts =>
  Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, withoutStamp(answer)]));

const sameAnswer = (one: AnswerDraft, other: AnswerDraft): boolean =>
  one.state === other.state &&
  one.later === other.later &&
  one.source === other.source &&
  JSON.stringify(one.value) === JSON.stringify(other.value);

/** Stamps what is new or changed; an answer that stayed the same keeps its time and its writer. */
export function stampAnswers(
  before: Answers,
  after: AnswerDrafts,
  stamp: { readonly recordedAt: Instant; readonly recordedBy: StaffMemberId },
): Answers {
  return Object.fromEntries(
    Object.entries(after).map(([question, answer]) => {
      const known = before[question];
      return [
        question,
        known !== undefined && sameAnswer(withoutStamp(known), answer) ? known : { ...answer, ...stamp },
      ];
    }),
  );
}

/** Questions whose answer differs between two sets, absent counting as not asked. */
export function changedQuestions(before: Answers, after: Answers | AnswerDrafts): readonly string[] {
  const plain = (answer: Answer | AnswerDraft | undefined): AnswerDraft =>
    answer === undefined ? notAsked : 'recordedAt' in answer ? withoutStamp(answer) : answer;
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (question) => !sameAnswer(plain(before[question]), plain(after[question])),
  );
}

/** HMIS data-quality codes of the states that carry no value (domain §0): 8 does not know, 9 prefers not to answer, 99 not collected. */
export function hmisCode(state: AnswerState): 8 | 9 | 99 | null {
  switch (state) {
    case 'UNKNOWN':
      return 8;
    case 'DECLINED':
      return 9;
    case 'NOT_ASKED':
    case 'WITHHELD_FOR_SAFETY':
      return 99;
    case 'ANSWERED':
    case 'NOT_APPLICABLE':
      return null;
  }
}
