import type { AskedInstrument } from '../instrument-definition.ts';

export const phq9V1 = {
  id: 'phq-9',
  version: 1,
  name: 'PHQ-9',
  fullName: 'Patient Health Questionnaire, nine questions',
  source: 'Kroenke K, Spitzer RL, Williams JBW. The PHQ-9. Journal of General Internal Medicine 2001; 16: 606–613.',
  licence: 'No permission required to reproduce, translate, display or distribute.',
  attribution:
    'Developed by Drs. Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke and colleagues, with an educational grant from Pfizer Inc. No permission required to reproduce, translate, display or distribute.',
  minAge: 12,
  entry: 'items',
  wordingVerified: true,
  checkedAgainst: 'Transcriptions of the published English form that carry its Pfizer line.',
  gate: null,
  stem: 'Over the last 2 weeks, how often have you been bothered by any of the following problems?',
  scale: [
    { value: 0, label: 'Not at all' },
    { value: 1, label: 'Several days' },
    { value: 2, label: 'More than half the days' },
    { value: 3, label: 'Nearly every day' },
  ],
  items: [
    'Little interest or pleasure in doing things',
    'Feeling down, depressed, or hopeless',
    'Trouble falling or staying asleep, or sleeping too much',
    'Feeling tired or having little energy',
    'Poor appetite or overeating',
    'Feeling bad about yourself — or that you are a failure or have let yourself or your family down',
    'Trouble concentrating on things, such as reading the newspaper or watching television',
    'Moving or speaking so slowly that other people could have noticed? Or the opposite — being so fidgety or restless that you have been moving around a lot more than usual',
    'Thoughts that you would be better off dead or of hurting yourself in some way',
  ],
} as const satisfies AskedInstrument;
