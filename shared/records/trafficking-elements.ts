// Act, means, purpose: which elements of the Palermo Protocol (Article 3) the record holds so far (domain §3.1).
// It says what is recorded. It never says what somebody is or is not.
import type { AnswerDraft } from '../answers.ts';

type Told = Readonly<Record<string, AnswerDraft | undefined>>;

/** How old the person was then. Perhaps under 18 counts as under 18 until it is known. */
export type AgeThen = 'adult' | 'under-18' | 'not-known';

export interface Elements {
  readonly act: boolean;
  readonly means: boolean;
  readonly purpose: boolean;
  /** Article 3(c): not for somebody under 18. Null while nothing is recorded about the age. */
  readonly meansNeeded: boolean | null;
  /** All that is needed is recorded. */
  readonly complete: boolean;
}

const chosen = (answer: AnswerDraft | undefined): readonly string[] => {
  if (answer?.state !== 'ANSWERED') return [];
  return Array.isArray(answer.value) ? (answer.value as string[]) : [answer.value as string];
};

export function ageThen(told: Told): AgeThen {
  const [band] = chosen(told['age-then']);
  if (band === undefined) return 'not-known';
  return ['0-8', '9-17', 'perhaps-under-18'].includes(band) ? 'under-18' : 'adult';
}

function elements(recorded: Pick<Elements, 'act' | 'means' | 'purpose' | 'meansNeeded'>): Elements {
  const hasMeans = recorded.means || recorded.meansNeeded === false;
  return { ...recorded, complete: recorded.act && recorded.purpose && hasMeans };
}

/** The Protocol: act, means and purpose; under 18 act and purpose. */
export function elementsRecorded(told: Told): Elements {
  const age = ageThen(told);
  return elements({
    act: chosen(told['acts']).length > 0,
    means: chosen(told['means']).length > 0,
    purpose: chosen(told['purposes']).length > 0,
    meansNeeded: age === 'not-known' ? null : age === 'adult',
  });
}

/** Means that are force, fraud or coercion. Abuse of power or vulnerability and payments stand outside the federal words. */
const US_MEANS = ['force', 'abduction', 'fraud', 'deception', 'threat', 'coercion-other'];
/** Purposes that are labour, also where people are counted by them. */
export const LABOUR_PURPOSES: readonly string[] = [
  'ForcedLabour',
  'ChildLabour',
  'Servitude',
  'ForcedBegging',
  'ForcedCriminality',
  'SlaveryLike',
];

export interface UsView {
  /** Null when that purpose is not recorded. */
  readonly sex: Elements | null;
  readonly labour: Elements | null;
}

/**
 * The view of the United States' TVPA, a variant beside the Protocol: means are force, fraud or coercion; a minor in commercial
 * sex needs none, a minor in labour does; some acts are named for sex trafficking only. A summary, to be checked with counsel.
 */
export function elementsInUsView(told: Told): UsView {
  const age = ageThen(told);
  const purposes = chosen(told['purposes']);
  const act = chosen(told['acts']).length > 0;
  const means = chosen(told['means']).some((one) => US_MEANS.includes(one));
  const isAdult = age === 'not-known' ? null : age === 'adult';
  const actForSex = act || chosen(told['acts-us']).length > 0;
  return {
    sex: purposes.includes('SexualExploitation')
      ? elements({ act: actForSex, means, purpose: true, meansNeeded: isAdult })
      : null,
    labour: purposes.some((one) => LABOUR_PURPOSES.includes(one))
      ? elements({ act, means, purpose: true, meansNeeded: true })
      : null,
  };
}
