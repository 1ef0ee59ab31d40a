// The operational indicators of trafficking (ILO and European Commission, Delphi survey, 2009) as data that survives JSON:
// dimension, what to look for in our own words, weight per profile. Facts of the publication, frozen by hash once published.
// Rows and weights count 67 for adults in labour and 65 for children in labour, as the publication says; none is ours.
// The lists for sexual exploitation were not transcribed from it: there the rows of the labour lists stand as reminders,
// without weights, and no result is worked out.

/** S strong, M medium, W weak; null where the profile does not have the indicator. */
export type Weight = 'S' | 'M' | 'W';
export type DimensionId =
  | 'deceptive-recruitment'
  | 'coercive-recruitment'
  | 'recruitment-by-vulnerability'
  | 'exploitation'
  | 'coercion-at-destination'
  | 'vulnerability-at-destination';
export type WeighedProfile = 'AL' | 'CL';

type Row = readonly [id: string, label: string, AL: Weight | null, CL: Weight | null];
const rows = (dimension: DimensionId, list: readonly Row[]) =>
  list.map(([id, label, AL, CL]) => ({ id, dimension, label, weights: { AL, CL } }));

const source = 'ILO and European Commission, Operational indicators of trafficking in human beings, 2009 (WCMS_105023)';
const licence =
  'Structure and weights are cited as facts; the words of the indicators are ours. No endorsement by the ILO.';

export const ilo2009 = {
  id: 'ilo-2009',
  title: 'ILO operational indicators, 2009',
  dimensions: [
    { id: 'deceptive-recruitment', letter: 'D1', title: 'Deceived when it began' },
    { id: 'coercive-recruitment', letter: 'D2', title: 'Forced when it began' },
    { id: 'recruitment-by-vulnerability', letter: 'D3', title: 'A hard situation was used when it began' },
    { id: 'exploitation', letter: 'D4', title: 'What was taken or demanded' },
    { id: 'coercion-at-destination', letter: 'D5', title: 'Forced to stay or to go on' },
    { id: 'vulnerability-at-destination', letter: 'D6', title: 'A hard situation was used to go on' },
  ],
  profiles: {
    AL: { verified: true, weightsVersion: '2009/1', source, licence },
    CL: { verified: true, weightsVersion: '2009/1', source, licence },
    AS: { verified: false, weightsVersion: '2009/none', remindersOf: 'AL', source, licence },
    CS: { verified: false, weightsVersion: '2009/none', remindersOf: 'CL', source, licence },
  },
  indicators: [
    ...rows('deceptive-recruitment', [
      ['d1-work', 'Misled about the kind of work, the place or the employer', 'S', 'S'],
      ['d1-wages', 'Misled about the pay', 'M', 'M'],
      ['d1-conditions', 'Misled about the working conditions', 'M', 'M'],
      ['d1-contract', 'Misled about what the contract says or whether it counts', 'M', 'M'],
      ['d1-housing', 'Misled about where and how one would live', 'M', 'M'],
      ['d1-papers', 'Misled about papers or the right to stay', 'M', 'M'],
      ['d1-travel', 'Misled about the journey or the terms of being hired', 'M', 'M'],
      ['d1-family', 'Promised to be brought together with family', 'M', 'M'],
      ['d1-marriage', 'Promised marriage or adoption', 'M', 'M'],
      ['d1-education', 'Promised school or training that was not given', 'W', 'S'],
    ]),
    ...rows('coercive-recruitment', [
      ['d2-violence', 'Violence against this person', 'S', 'S'],
      ['d2-threats', 'Threats of violence', 'M', 'S'],
      ['d2-taken', 'Taken away, sold, or forced into marriage or adoption', 'M', 'S'],
      ['d2-debt', 'Bound by a debt', 'M', 'S'],
      ['d2-papers', 'Papers taken away', 'M', 'M'],
      ['d2-isolation', 'Kept apart, locked in or watched', 'M', 'M'],
      ['d2-denounce', 'Threat to be reported to the authorities', 'M', 'M'],
      ['d2-shame', 'Threat to tell family or community', 'M', 'M'],
      ['d2-family', 'Violence, or the threat of it, against family', 'M', 'M'],
      ['d2-money', 'Money held back', 'M', 'M'],
    ]),
    ...rows('recruitment-by-vulnerability', [
      ['d3-hard-family', 'A difficult situation in the family was used', 'M', 'M'],
      ['d3-status', 'Being without a right to stay was used', 'M', 'M'],
      ['d3-education', 'Little schooling or not knowing the language was used', 'M', 'M'],
      ['d3-information', 'Not having information was used', 'M', 'M'],
      ['d3-control', 'Already under the control of those who exploit', 'M', 'M'],
      ['d3-economic', 'Money troubles were used', 'M', 'M'],
      ['d3-migration', 'False information about migrating', 'M', 'M'],
      ['d3-family', 'The situation of the family was used', 'M', 'M'],
      ['d3-personal', 'The personal situation was used', 'M', 'M'],
      ['d3-emotional', 'Depending on somebody by feeling was used', 'M', 'M'],
      ['d3-authorities', 'Trouble with the authorities was used', 'M', 'M'],
      ['d3-past', 'Difficulties of the past were used', 'M', 'M'],
      ['d3-travel', 'Not being able to arrange the journey alone was used', 'M', 'M'],
      ['d3-law', 'False information about the law or the authorities', 'M', null],
      ['d3-belief', 'Culture or belief was used', 'W', 'M'],
      ['d3-context', 'The general situation of the country or place was used', 'W', 'M'],
    ]),
    ...rows('exploitation', [
      ['d4-hours', 'Days or hours of work beyond measure', 'S', 'S'],
      ['d4-pay', 'Little or no pay', 'M', 'M'],
      ['d4-wages', 'Pay manipulated: fines, deductions, false accounts', 'M', 'M'],
      ['d4-living', 'Bad living conditions', 'M', 'M'],
      ['d4-conditions', 'Very bad working conditions', 'M', 'M'],
      ['d4-hazard', 'Hazardous work', 'M', 'M'],
      ['d4-law', 'Labour law or the contract ignored', 'M', 'M'],
      ['d4-insurance', 'No social protection', 'M', null],
      ['d4-school', 'No way to school', 'W', 'M'],
    ]),
    ...rows('coercion-at-destination', [
      ['d5-papers', 'Papers kept by others', 'S', 'S'],
      ['d5-debt', 'Bound by a debt', 'S', 'S'],
      ['d5-isolation', 'Kept apart, locked in or watched', 'S', 'S'],
      ['d5-violence', 'Violence against this person', 'S', 'S'],
      ['d5-threats', 'Threats of violence', 'M', 'S'],
      ['d5-illicit', 'Forced into unlawful acts', 'M', 'S'],
      ['d5-tasks', 'Forced to do certain tasks or see certain clients', 'M', 'S'],
      ['d5-influence', 'Under the strong influence of those who exploit', 'M', 'S'],
      ['d5-peers', 'Forced to act against others in the same place', 'M', 'M'],
      ['d5-lie', 'Forced to lie to authorities or family', 'M', 'M'],
      ['d5-denounce', 'Threat to be reported to the authorities', 'M', 'M'],
      ['d5-worse', 'Threat that conditions will get worse', 'M', 'M'],
      ['d5-family', 'Violence, or the threat of it, against family', 'M', 'M'],
      ['d5-wages', 'Pay held back', 'M', 'M'],
      ['d5-shame', 'Threat to tell family or community', 'W', 'M'],
    ]),
    ...rows('vulnerability-at-destination', [
      ['d6-dependency', 'Depending on those who exploit', 'M', 'M'],
      ['d6-unfamiliar', 'Not knowing the area', 'M', 'M'],
      ['d6-economic', 'Money troubles', 'M', 'M'],
      ['d6-family', 'The situation of the family', 'M', 'M'],
      ['d6-authorities', 'Trouble with the authorities', 'M', 'M'],
      ['d6-past', 'Difficulties of the past', 'W', 'M'],
      ['d6-personal', 'Personal characteristics', 'W', 'M'],
    ]),
  ],
} as const;

export type Indicator = (typeof ilo2009.indicators)[number];
