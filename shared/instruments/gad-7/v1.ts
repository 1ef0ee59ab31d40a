import type { AskedInstrument } from '../instrument-definition.ts';

export const gad7V1 = {
  id: 'gad-7',
  version: 1,
  name: 'GAD-7',
  fullName: 'Generalized Anxiety Disorder scale, seven questions',
  source:
    'Spitzer RL, Kroenke K, Williams JBW, Löwe B. A brief measure for assessing generalized anxiety disorder. Archives of Internal Medicine 2006; 166: 1092–1097.',
  licence: 'No permission required to reproduce, translate, display or distribute.',
  attribution:
    'Developed by Drs. Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke and colleagues, with an educational grant from Pfizer Inc. No permission required to reproduce, translate, display or distribute.',
  minAge: 12,
  entry: 'items',
  wordingVerified: true,
  checkedAgainst: 'Transcriptions of the published English form that carry its Pfizer line.',
  gate: null,
  stem: 'Over the last 2 weeks, how often have you been bothered by the following problems?',
  scale: [
    { value: 0, label: 'Not at all' },
    { value: 1, label: 'Several days' },
    { value: 2, label: 'More than half the days' },
    { value: 3, label: 'Nearly every day' },
  ],
  items: [
    'Feeling nervous, anxious or on edge',
    'Not being able to stop or control worrying',
    'Worrying too much about different things',
    'Trouble relaxing',
    'Being so restless that it is hard to sit still',
    'Becoming easily annoyed or irritable',
    'Feeling afraid as if something awful might happen',
  ],
} as const satisfies AskedInstrument;
