// The rules of well-being screens (domain §5): what a set of answers comes to, when there is no total, what opens the safety step.
// Pure; nothing here names a condition a person has.
import type { InstrumentDefinition, InstrumentId } from '../instruments/instrument-definition.ts';
import type { CalendarDate } from '../time.ts';
import type {
  AsqAnswer,
  Band,
  Clusters,
  CssrsTier,
  Cuts,
  SafetyReason,
  ScreenAge,
  ScreeningAnswers,
  ScreeningResult,
} from './screening.ts';

/** Upper ends of the bands, in their order; what is above the last is SEVERE. */
const bands: Partial<Readonly<Record<InstrumentId, readonly (readonly [number, Band])[]>>> = {
  'phq-9': [
    [4, 'MINIMAL'],
    [9, 'MILD'],
    [14, 'MODERATE'],
    [19, 'MODERATELY_SEVERE'],
  ],
  'gad-7': [
    [4, 'MINIMAL'],
    [9, 'MILD'],
    [14, 'MODERATE'],
  ],
};

/** The band of a total; null for an instrument that has none. */
export function bandOf(id: InstrumentId, total: number): Band | null {
  const known = bands[id];
  return known === undefined ? null : (known.find(([end]) => total <= end)?.[1] ?? 'SEVERE');
}

/** From this total on the screen is positive. */
export function cutOf(id: InstrumentId, cuts: Cuts): number {
  if (id === 'pc-ptsd-5') return cuts.pcPtsd5;
  if (id === 'pcl-5') return cuts.pcl5;
  return id === 'phq-2' || id === 'gad-2' ? 3 : 10;
}

/** domain §5, DSM rule: an item at 2 or more counts; one of B, one of C, two of D, two of E. */
export function clustersOf(answers: readonly number[]): Clusters {
  const endorsed = (from: number, to: number): number =>
    answers.slice(from - 1, to).filter((value) => value >= 2).length;
  const [B, C, D, E] = [endorsed(1, 5), endorsed(6, 7), endorsed(8, 14), endorsed(15, 20)];
  return { B, C, D, E, met: B >= 1 && C >= 1 && D >= 2 && E >= 2 };
}

const isAnswered = (answer: number | null): answer is number => answer !== null;

function scoreItems(
  instrument: InstrumentDefinition & { entry: 'items' },
  given: ScreeningAnswers & { entry: 'items' },
  cuts: Cuts,
): ScreeningResult {
  const asked = instrument.items.length;
  const answered = given.answers.filter(isAnswered);
  const stopped = instrument.gate !== null && given.gate === 'NO';
  const isWhole = stopped || (answered.length === asked && (instrument.gate === null || given.gate === 'YES'));
  if (!isWhole) return { kind: 'incomplete', answered: answered.length, asked };
  const total = stopped ? 0 : answered.reduce((sum, value) => sum + value, 0);
  const cut = cutOf(instrument.id, cuts);
  return {
    kind: 'total',
    total,
    max: asked * Math.max(...instrument.scale.map(({ value }) => value)),
    cut,
    positive: total >= cut,
    band: bandOf(instrument.id, total),
    clusters: instrument.id === 'pcl-5' ? clustersOf(answered) : null,
  };
}

/** A refusal reads as yes. With every answer no, only the judgement of staff makes it positive. */
function readAsq({ answers, acuity, judgement }: ScreeningAnswers & { entry: 'asq' }): ScreeningResult {
  const positive = answers.some((answer) => answer === 'YES' || answer === 'DECLINED');
  const answered = answers.filter((answer) => answer !== null).length;
  if (!positive && !judgement && answered < answers.length)
    return { kind: 'incomplete', answered, asked: answers.length };
  const byJudgement = !positive && judgement;
  return { kind: 'asq', outcome: positive || judgement ? asqAcuity(acuity) : 'NEGATIVE', byJudgement };
}

const asqAcuity = (acuity: AsqAnswer | null): 'ACUTE' | 'NON_ACUTE' | 'POSITIVE' =>
  acuity === 'YES' ? 'ACUTE' : acuity === 'NO' ? 'NON_ACUTE' : 'POSITIVE';

/** What the answers come to. They must fit the instrument (`answersRefusal`). */
export function resultOf(instrument: InstrumentDefinition, given: ScreeningAnswers, cuts: Cuts): ScreeningResult {
  if (given.entry === 'asq') return readAsq(given);
  if (given.entry === 'c-ssrs') return { kind: 'tier', tier: given.tier };
  if (instrument.entry !== 'items') throw new RangeError('answers of another instrument');
  return scoreItems(instrument, given, cuts);
}

/** The ninth question of the PHQ-9, counted from 0: being better off dead, or hurting oneself. */
const ITEM_9 = 8;

/** Why the safety step opens, whatever the total; null when it does not. */
export function safetyReason(id: InstrumentId, given: ScreeningAnswers, result: ScreeningResult): SafetyReason | null {
  if (id === 'phq-9' && given.entry === 'items') return (given.answers[ITEM_9] ?? 0) >= 1 ? 'PHQ9_ITEM_9' : null;
  if (result.kind === 'asq') return result.outcome === 'NEGATIVE' ? null : 'ASQ';
  if (result.kind === 'tier') return result.tier === 'MODERATE' || result.tier === 'HIGH' ? 'C_SSRS' : null;
  return null;
}

/** By the numbers of its questions: what was answered with yes, and when the sixth was true. */
export interface CssrsAnswers {
  /** Of questions 1 to 5. */
  readonly yes: readonly number[];
  readonly six: 'NO' | 'WITHIN_3_MONTHS' | 'LONGER_AGO';
}

/** domain §5: 1 or 2 low; 3, or 6 longer ago, moderate; 4, 5, or 6 within three months high. Without 2, 3 to 5 are not asked. */
export function cssrsTier({ yes, six }: CssrsAnswers): CssrsTier {
  const said = (question: number): boolean => yes.includes(question) && (question < 3 || yes.includes(2));
  if (said(4) || said(5) || six === 'WITHIN_3_MONTHS') return 'HIGH';
  if (said(3) || six === 'LONGER_AGO') return 'MODERATE';
  return said(1) || said(2) ? 'LOW' : 'NONE';
}

/** The longer screen a positive short one leads to; its two answers go along. */
export function nextScreen(id: InstrumentId, result: ScreeningResult): InstrumentId | null {
  if (result.kind !== 'total' || !result.positive) return null;
  return id === 'phq-2' ? 'phq-9' : id === 'gad-2' ? 'gad-7' : null;
}

/** How a change between two totals is read. NOT_KNOWN: nobody has published by how much this one has to move. */
export type ChangeMeans = 'CLEAR' | 'RELIABLE' | 'SMALL' | 'NOT_KNOWN';

/** domain §5: PCL-5 5 the least that is reliable, 10 one that is felt; PHQ-9 5. */
export function changeMeans(id: InstrumentId, before: number, after: number): ChangeMeans {
  const by = Math.abs(after - before);
  if (id === 'pcl-5') return by >= 10 ? 'CLEAR' : by >= 5 ? 'RELIABLE' : 'SMALL';
  if (id === 'phq-9') return by >= 5 ? 'CLEAR' : 'SMALL';
  return 'NOT_KNOWN';
}

export type ScreeningRefusal =
  | 'screening-answers'
  | 'screening-under-12'
  | 'screening-age'
  | 'screening-day'
  | 'screening-step-open'
  | 'screening-reason';

/** Whether these answers can be answers to this instrument. */
export function answersRefusal(instrument: InstrumentDefinition, given: ScreeningAnswers): ScreeningRefusal | null {
  if (instrument.entry === 'result') return given.entry === instrument.id ? null : 'screening-answers';
  if (given.entry !== 'items' || given.answers.length !== instrument.items.length) return 'screening-answers';
  if (instrument.gate === null && given.gate !== null) return 'screening-answers';
  const known = instrument.scale.map(({ value }) => value);
  return given.answers.every((answer) => answer === null || known.includes(answer)) ? null : 'screening-answers';
}

/** Nobody under 12 is screened; when the record does not say how old she is, somebody has to have asked. */
export function ageRefusal(age: ScreenAge, ageSaid: boolean): ScreeningRefusal | null {
  if (age === 'UNDER_12') return 'screening-under-12';
  return age === 'UNKNOWN' && !ageSaid ? 'screening-age' : null;
}

export const dayRefusal = (doneOn: CalendarDate, today: CalendarDate): ScreeningRefusal | null =>
  doneOn > today ? 'screening-day' : null;
