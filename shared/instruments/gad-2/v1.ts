// The first two questions of the GAD-7, word for word, so that their answers can be carried over.
import type { AskedInstrument } from '../instrument-definition.ts';

export const gad2V1 = {
  id: 'gad-2',
  version: 1,
  name: 'GAD-2',
  fullName: 'Generalized Anxiety Disorder scale, two questions',
  source:
    'Kroenke K, Spitzer RL, Williams JBW, Monahan PO, Löwe B. Anxiety disorders in primary care. Annals of Internal Medicine 2007; 146: 317–325.',
  licence: 'No permission required to reproduce, translate, display or distribute.',
  attribution:
    'Developed by Drs. Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke and colleagues, with an educational grant from Pfizer Inc. No permission required to reproduce, translate, display or distribute.',
  minAge: 12,
  entry: 'items',
  wordingVerified: true,
  checkedAgainst: 'Transcriptions of the published English GAD-7 form that carry its Pfizer line.',
  gate: null,
  stem: 'Over the last 2 weeks, how often have you been bothered by the following problems?',
  scale: [
    { value: 0, label: 'Not at all' },
    { value: 1, label: 'Several days' },
    { value: 2, label: 'More than half the days' },
    { value: 3, label: 'Nearly every day' },
  ],
  items: ['Feeling nervous, anxious or on edge', 'Not being able to stop or control worrying'],
} as const satisfies AskedInstrument;
