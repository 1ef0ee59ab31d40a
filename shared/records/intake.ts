// Intake: the first structured conversation at an admission, as answers to one published form version.
// An answer that feeds a fact of the case changes that fact when it is given; the intake keeps what was said on the day.
import { z } from 'zod';
import type { AnswerDraft, Answers } from '../answers.ts';
import { AnswerDrafts, Answers as AnswersSchema, changedQuestions } from '../answers.ts';
import { caseWorkers, read, write } from '../contract/operation.ts';
import type { CaseFact, FormDefinition, Question } from '../forms/form-definition.ts';
import { questionsOf } from '../forms/form-definition.ts';
import { CaseFileId, RecordId } from '../ids.ts';
import type { CalendarDate } from '../time.ts';
import type { GoodToKnow } from './case-facts.ts';
import type { CaseFile } from './case-file.ts';
import { BasedOn, OfCase, RevisionMark } from './revision-mark.ts';
import { ContactMethods } from './safe-contact.ts';

const FormVersion = z.int().min(1).max(999);

export const Intake = z.strictObject({
  caseFileId: CaseFileId,
  formId: z.literal('intake'),
  formVersion: FormVersion,
  answers: AnswersSchema,
});
export type Intake = z.output<typeof Intake>;

export const StoredIntake = z.strictObject({ ...Intake.shape, ...RevisionMark.shape, id: RecordId });
export type StoredIntake = z.output<typeof StoredIntake>;

export const intakeOperations = {
  get: read(caseWorkers, OfCase, StoredIntake.nullable()),
  /** Errors: rule-broken {rule: 'form-unknown' | 'answers'}, conflict. */
  save: write(
    caseWorkers,
    ['intake', 'caseFile', 'today'],
    z.strictObject({ caseFileId: CaseFileId, basedOn: BasedOn, formVersion: FormVersion, answers: AnswerDrafts }),
    StoredIntake,
  ),
  /** Newest first. */
  history: read(caseWorkers, OfCase, z.array(StoredIntake)),
};

type Facts = Pick<CaseFile, 'confidentialityNotice' | 'pronouns' | 'languages' | 'goodToKnow' | 'safeContact'>;
type NoticeReason = Extract<CaseFile['confidentialityNotice'], { told: 'NOT_YET' }>['reason'];

const waitingFor: Readonly<Record<string, NoticeReason>> = {
  rest: 'REST',
  interpreter: 'INTERPRETER',
  'private-place': 'PRIVATE_PLACE',
  distress: 'DISTRESS',
};

/**
 * The facts of the case after an intake was saved. Only answers that changed in this save count, so that an old intake
 * saved again never undoes what was put right elsewhere since. An answer taken back empties its fact; "rather not say"
 * does the same.
 */
export function caseFactsAfterIntake(
  facts: Facts,
  intake: { readonly form: FormDefinition; readonly before: Answers; readonly after: Answers },
  today: CalendarDate,
): Facts {
  const changed = new Set(changedQuestions(intake.before, intake.after));
  const told = questionsOf(intake.form).filter((question) => changed.has(question.id));
  return told.reduce(
    (now, question) => feed(now, question, intake.after[question.id], { today, after: intake.after }),
    facts,
  );
}

interface Told {
  readonly question: Question;
  /** Undefined when nothing was answered. */
  readonly value: unknown;
  readonly words: string;
  readonly today: CalendarDate;
  readonly after: Answers;
}

type Feed = (facts: Facts, told: Told) => Facts;

const toSafeContact =
  (change: (told: Told) => Partial<CaseFile['safeContact']>): Feed =>
  (facts, told) => ({ ...facts, safeContact: { ...facts.safeContact, ...change(told), confirmedOn: told.today } });

const toHouse =
  (kind: GoodToKnow['kind']): Feed =>
  (facts, { question, value }) => ({
    ...facts,
    goodToKnow: withLine(facts.goodToKnow, kind, lineFor(question, value)),
  });

const feeds: Readonly<Record<CaseFact, Feed>> = {
  'confidentiality-notice': (facts, told) => ({ ...facts, confidentialityNotice: notice(told) }),
  pronouns: (facts, { words }) => ({ ...facts, pronouns: words.slice(0, 100) }),
  languages: (facts, { words }) => ({ ...facts, languages: languagesIn(words) }),
  'identify-as': toSafeContact(({ words }) => ({ identifyAs: words.slice(0, 200) })),
  'contact-methods': toSafeContact(({ value }) => ({ methods: ContactMethods.parse(value ?? []) })),
  allergy: toHouse('allergy'),
  access: toHouse('access'),
  door: toHouse('door'),
  sleep: toHouse('sleep'),
  food: toHouse('food'),
};

function feed(
  facts: Facts,
  question: Question,
  answer: AnswerDraft | undefined,
  around: Pick<Told, 'today' | 'after'>,
): Facts {
  if (question.feeds === undefined) return facts;
  const value = answer?.state === 'ANSWERED' ? answer.value : undefined;
  const words = typeof value === 'string' ? value.trim() : '';
  return feeds[question.feeds](facts, { question, value, words, ...around });
}

function notice({ today, after }: Told): CaseFile['confidentialityNotice'] {
  if (after['confidentiality-notice']?.value === 'yes') return { told: 'YES', on: today };
  const why = after['confidentiality-not-yet']?.value;
  return { told: 'NOT_YET', reason: (typeof why === 'string' ? waitingFor[why] : undefined) ?? 'OTHER' };
}

/** "Spanish, some English" → two entries. */
const languagesIn = (words: string): string[] =>
  words
    .split(/[,;،、\n]/u)
    .map((one) => one.trim().slice(0, 80))
    .filter((one) => one !== '')
    .slice(0, 20);

function lineFor(question: Question, value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (!Array.isArray(value) || question.kind !== 'choices') return '';
  return question.options
    .filter(({ id }) => value.includes(id))
    .map(({ label }) => label)
    .join('. ');
}

const withLine = (lines: readonly GoodToKnow[], kind: GoodToKnow['kind'], words: string): GoodToKnow[] => [
  ...lines.filter((line) => line.kind !== kind),
  ...(words === '' ? [] : [{ kind, words: words.slice(0, 1_000) }]),
];
