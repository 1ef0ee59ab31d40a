// Turns records into the lines of a sheet. Neutral by construction: nothing here knows the shelter's name or an address, and
// what staff noted for themselves is not asked for.
import type { Answers } from '#shared/answers';
import { ListItem } from '#shared/forms/check-answers';
import type { FormSection } from '#shared/forms/form-definition';
import { findForm } from '#shared/forms/published';
import type { DisclosureLine } from '#shared/records/disclosure-log';
import type { StoredNeed } from '#shared/records/need';
import type { StoredSafetyPlan } from '#shared/records/safety-plan';
import type { Goal, Step, StoredSupportPlan } from '#shared/records/support-plan';
import { hasHerYes } from '#shared/records/support-plan-rules';
import type { Translate } from '#shared/text/language';
import { dateOf, fullDate } from '../../dates.ts';
import type { SheetLine, SheetSection } from './sheet-content.ts';

/** What is open, in plain words; a need that waits for her answer is not on her list yet. */
export function needsList(needs: readonly StoredNeed[], t: Translate): SheetSection[] {
  const hers = needs.filter(({ checkedAt }) => checkedAt !== null);
  const lines = hers.map(({ id, title, dueAt }) => ({
    id,
    words: title,
    hers: false,
    note: t('prints.by', { date: fullDate(dateOf(dueAt)) }),
  }));
  return lines.length === 0 ? [] : [{ id: 'needs', lines }];
}

/** Her own log: every line, with what allowed it and how she was told. */
export function disclosureLog(log: readonly DisclosureLine[], t: Translate): SheetSection[] {
  const lines = log.map((line) => {
    const { id, on, recipientName: name, basis, survivorTold } = line;
    const what = whatLeft(line, t);
    const { how } = survivorTold;
    const told = survivorTold.told ? t('prints.logTold', { how: howTold(how, t) }) : t('prints.logNotTold', { how });
    return {
      id,
      words: t('prints.logLine', { date: fullDate(on), name, what }),
      hers: false,
      note: `${basisWords(basis, t)}. ${told}`,
    };
  });
  return lines.length === 0 ? [] : [{ id: 'log', lines }];
}

/** What it was about; of an answer to another house all that was answered. */
function whatLeft({ categories, answer, what }: DisclosureLine, t: Translate): string {
  if (answer === null) return categories.map((category) => t(`sharing.category.${category}`)).join(', ');
  const said = t('prints.logAnswered', { answer: t(`received.answers.${answer}`) });
  return what === '' ? said : `${said}. ${what}`;
}

/** A package under her permission: that permission is how she was told. An answer: she was asked for it. */
const howTold = (how: string, t: Translate): string =>
  how === 'RELEASE' ? t('prints.logBasis.RELEASE') : how === 'ASKED' ? t('prints.logAsked') : how;

const basisWords = (basis: DisclosureLine['basis'], t: Translate): string => {
  switch (basis.kind) {
    case 'RELEASE':
    case 'SURVIVOR_COPY':
    case 'AGREED_ANSWER':
      return t(`prints.logBasis.${basis.kind}`);
    case 'COURT_ORDER':
    case 'STATUTORY_MANDATE':
    case 'IMMINENT_DANGER_POLICY':
      return t(`prints.logBasis.${basis.kind}`, { reference: basis.reference });
  }
};

/** Every part with something in it. The sealed part is never among the answers of a plan. */
export const safetyPlan = (plan: StoredSafetyPlan): SheetSection[] =>
  sectionsOf(plan.formVersion).flatMap((section) => {
    const lines = linesOfSection(section, plan.answers);
    return lines.length === 0 ? [] : [{ id: section.id, title: section.title, lines }];
  });

/** The same lines without titles, for a card that tells nobody what it is. */
export const safetyCard = (plan: StoredSafetyPlan): SheetSection[] => {
  const lines = safetyPlan(plan).flatMap((section) => section.lines);
  return lines.length === 0 ? [] : [{ id: 'card', lines }];
};

/** The sealed words, opened with a reason: on a paper of their own, without saying what they are for. */
export function sealedWords(answers: Answers, formVersion: number): SheetSection[] {
  const lines = sectionsOf(formVersion).flatMap((section) => linesOfSection(section, answers));
  return lines.length === 0 ? [] : [{ id: 'sealed', lines }];
}

const sectionsOf = (version: number): readonly FormSection[] => findForm('safety-plan', version)?.sections ?? [];

const linesOfSection = (section: FormSection, answers: Answers): SheetLine[] =>
  section.questions.flatMap(({ id }) =>
    wordsOf(answers[id]?.value).map((words, at) => ({ id: `${id}-${at}`, words, hers: true })),
  );

/** The questions of a safety plan are lists or one line; anything else has no words for a sheet. */
function wordsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  const items = ListItem.array().safeParse(value);
  return items.success ? items.data.map(({ words }) => words) : [];
}

/** Her copy (domain §8): her hopes, what she builds on, the goals she said yes to, and the next look together. */
export function supportPlan(plan: StoredSupportPlan, t: Translate): SheetSection[] {
  const hopes = plan.vision.trim() === '' ? [] : [{ id: 'hopes', words: plan.vision, hers: true }];
  const strengths = plan.strengths.map((words, at) => ({ id: `strength-${at}`, words, hers: true }));
  const next = { id: 'next', words: fullDate(plan.nextReviewOn), hers: false };
  return [
    { id: 'hopes', title: t('prints.hopes'), lines: hopes },
    { id: 'strengths', title: t('prints.strengths'), lines: strengths },
    ...plan.goals.filter(isOnHerCopy).map((goal) => goalSection(goal, t)),
    { id: 'next', title: t('prints.next'), lines: [next] },
  ].filter(({ lines }) => lines.length > 0);
}

const isOnHerCopy = (goal: Goal): boolean =>
  hasHerYes(goal) && goal.status !== 'CHANGED' && goal.status !== 'DROPPED_BY_SURVIVOR';

function goalSection(goal: Goal, t: Translate): SheetSection {
  const wording = { id: goal.id, words: goal.survivorWording, hers: true };
  return { id: goal.id, lines: [wording, ...goal.steps.filter(isOpen).map((step) => stepLine(step, t))] };
}

const isOpen = ({ status }: Step): boolean => status === 'OPEN';

const stepLine = ({ id, what, who, byWhen }: Step, t: Translate): SheetLine => {
  const by = byWhen === null ? [] : [t('prints.by', { date: fullDate(byWhen) })];
  return { id, words: what, hers: false, note: [t(`prints.who.${who}`), ...by].join(', ') };
};
