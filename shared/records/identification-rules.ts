// What the indicators that were marked add up to (domain §3.4): dimension by dimension, then together. A decision aid that
// names a pattern and what it rests on; it decides nothing about a person. Pure: nothing is put into words here.
import { z } from 'zod';
import { type DimensionId, type Indicator, ilo2009, type WeighedProfile } from '../indicators/ilo-2009.ts';

/** Adult or child, labour or sexual exploitation. */
export const IndicatorProfile = z.enum(['AL', 'CL', 'AS', 'CS']);
export type IndicatorProfile = z.output<typeof IndicatorProfile>;

export const IndicatorState = z.enum(['PRESENT', 'NOT_PRESENT', 'UNSURE', 'NOT_ASKED']);
export type IndicatorState = z.output<typeof IndicatorState>;

/** Indicator → state. One that is not here was not asked. */
export const IndicatorMarks = z.record(z.string().regex(/^d[1-6]-[a-z-]{2,20}$/), IndicatorState);
export type IndicatorMarks = z.output<typeof IndicatorMarks>;

export const Dimension = z.enum(ilo2009.dimensions.map(({ id }) => id) as [DimensionId, ...DimensionId[]]);
export type Dimension = DimensionId;

export const Pattern = z.enum([
  'NONE',
  'EXPLOITATION',
  'EXPLOITATION_AND_MEANS',
  'DECEPTION_WITH_EXPLOITATION',
  'TRAFFICKING_BY_VULNERABILITY',
  'TRAFFICKING',
]);
export type Pattern = z.output<typeof Pattern>;

const count = z.int().min(0).max(99);
export const Counts = z.strictObject({ strong: count, medium: count, weak: count });
export type Counts = z.output<typeof Counts>;

export const Assessment = z.strictObject({
  pattern: Pattern,
  /** For children: whether the record held an act when this was worked out. */
  actRecorded: z.boolean(),
  dimensions: z.array(z.strictObject({ dimension: Dimension, present: Counts, positive: z.boolean() })).length(6),
  restsOn: z.array(Dimension),
  /** Positive as well, without being part of the pattern. */
  beside: z.array(Dimension),
});
export type Assessment = z.output<typeof Assessment>;

const isWeighed = (profile: IndicatorProfile): profile is WeighedProfile => profile === 'AL' || profile === 'CL';

/** The indicators of a profile. For AS and CS they are reminders without weights. */
export function indicatorsOf(profile: IndicatorProfile): readonly Indicator[] {
  const list = isWeighed(profile) ? profile : ilo2009.profiles[profile].remindersOf;
  return ilo2009.indicators.filter(({ weights }) => weights[list] !== null);
}

/** "n of N asked": so that what nobody asked is not read as absent. Unsure was asked. */
export function asked(profile: IndicatorProfile, marks: IndicatorMarks, dimension?: DimensionId) {
  const list = indicatorsOf(profile).filter((one) => dimension === undefined || one.dimension === dimension);
  return { asked: list.filter(({ id }) => (marks[id] ?? 'NOT_ASKED') !== 'NOT_ASKED').length, of: list.length };
}

/** Marks that are no indicator of this profile; empty when all are. */
export function strayMarks(profile: IndicatorProfile, marks: IndicatorMarks): readonly string[] {
  const known = new Set<string>(indicatorsOf(profile).map(({ id }) => id));
  return Object.keys(marks).filter((id) => !known.has(id));
}

/** The dimension rule. */
export const isPositive = ({ strong, medium, weak }: Counts): boolean =>
  strong >= 2 || (strong >= 1 && medium + weak >= 1) || medium >= 3 || (medium >= 2 && weak >= 1);

function presentIn(profile: WeighedProfile, dimension: DimensionId, marks: IndicatorMarks): Counts {
  const present = indicatorsOf(profile).filter((one) => one.dimension === dimension && marks[one.id] === 'PRESENT');
  const weighing = (weight: string): number => present.filter(({ weights }) => weights[profile] === weight).length;
  return { strong: weighing('S'), medium: weighing('M'), weak: weighing('W') };
}

type Positive = (dimension: DimensionId) => boolean;
interface Combined {
  readonly pattern: Pattern;
  /** What the pattern asks for; those of it that are positive carry it. */
  readonly asks: readonly DimensionId[];
}

/**
 * Adults. Abuse of vulnerability may stand for the means (dimensions 3 and 6): what it completes has a name of its own, so
 * that a reader sees on what it rests. The publication names no pattern for exploitation beside means that do not meet a
 * recruitment; that is more than exploitation alone and is not filed as such.
 */
function combineForAdult(is: Positive): Combined {
  if (!is('exploitation')) return { pattern: 'NONE', asks: [] };
  const isRecruited = is('deceptive-recruitment') || is('coercive-recruitment');
  const forced = ['deceptive-recruitment', 'coercive-recruitment', 'exploitation', 'coercion-at-destination'] as const;
  if (isRecruited && is('coercion-at-destination')) return { pattern: 'TRAFFICKING', asks: forced };
  const everyMeans = Dimension.options;
  const isDrawnIn = isRecruited || is('recruitment-by-vulnerability');
  if (isDrawnIn && (is('coercion-at-destination') || is('vulnerability-at-destination')))
    return { pattern: 'TRAFFICKING_BY_VULNERABILITY', asks: everyMeans };
  if (is('deceptive-recruitment'))
    return { pattern: 'DECEPTION_WITH_EXPLOITATION', asks: ['deceptive-recruitment', 'exploitation'] };
  const hasMeans = everyMeans.some((dimension) => dimension !== 'exploitation' && is(dimension));
  return hasMeans
    ? { pattern: 'EXPLOITATION_AND_MEANS', asks: everyMeans }
    : { pattern: 'EXPLOITATION', asks: ['exploitation'] };
}

/** Children: exploitation with an act suffices, whatever the means; the other dimensions only add weight. */
function combineForChild(is: Positive, actRecorded: boolean): Combined {
  if (!is('exploitation')) return { pattern: 'NONE', asks: [] };
  return { pattern: actRecorded ? 'TRAFFICKING' : 'EXPLOITATION', asks: ['exploitation'] };
}

/** Null for the profiles whose weights are not verified: there is no result then, whatever is marked. */
export function assess(profile: IndicatorProfile, marks: IndicatorMarks, actRecorded: boolean): Assessment | null {
  if (!isWeighed(profile)) return null;
  const dimensions = Dimension.options.map((dimension) => {
    const present = presentIn(profile, dimension, marks);
    return { dimension, present, positive: isPositive(present) };
  });
  const positive = dimensions.filter((one) => one.positive).map(({ dimension }) => dimension);
  const is: Positive = (dimension) => positive.includes(dimension);
  const { pattern, asks } = profile === 'AL' ? combineForAdult(is) : combineForChild(is, actRecorded);
  return {
    pattern,
    actRecorded,
    dimensions,
    restsOn: positive.filter((dimension) => asks.includes(dimension)),
    beside: positive.filter((dimension) => !asks.includes(dimension)),
  };
}
