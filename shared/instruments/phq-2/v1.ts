// The first two questions of the PHQ-9, word for word, so that their answers can be carried over.
import type { AskedInstrument } from '../instrument-definition.ts';

export const phq2V1 = {
  id: 'phq-2',
  version: 1,
  name: 'PHQ-2',
  fullName: 'Patient Health Questionnaire, two questions',
  source: 'Kroenke K, Spitzer RL, Williams JBW. The PHQ-2. Medical Care 2003; 41: 1284–1292.',
  licence: 'No permission required to reproduce, translate, display or distribute.',
  attribution:
    'Developed by Drs. Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke and colleagues, with an educational grant from Pfizer Inc. No permission required to reproduce, translate, display or distribute.',
  minAge: 12,
  entry: 'items',
  wordingVerified: true,
  checkedAgainst: 'Transcriptions of the published English PHQ-9 form that carry its Pfizer line.',
  gate: null,
  stem: 'Over the last 2 weeks, how often have you been bothered by any of the following problems?',
  scale: [
    { value: 0, label: 'Not at all' },
    { value: 1, label: 'Several days' },
    { value: 2, label: 'More than half the days' },
    { value: 3, label: 'Nearly every day' },
  ],
  items: ['Little interest or pleasure in doing things', 'Feeling down, depressed, or hopeless'],
} as const satisfies AskedInstrument;
