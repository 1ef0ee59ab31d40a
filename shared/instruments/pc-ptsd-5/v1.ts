import type { AskedInstrument } from '../instrument-definition.ts';

export const pcPtsd5V1 = {
  id: 'pc-ptsd-5',
  version: 1,
  name: 'PC-PTSD-5',
  fullName: 'Primary Care PTSD Screen for DSM-5',
  source:
    'Prins A, Bovin MJ, Kimerling R, Kaloupek DG, Marx BP, Pless Kaiser A, Schnurr PP. Primary Care PTSD Screen for DSM-5. National Center for PTSD, US Department of Veterans Affairs, 2015.',
  licence: 'Work of the US government, in the public domain.',
  attribution: null,
  minAge: 12,
  entry: 'items',
  wordingVerified: true,
  checkedAgainst: 'Transcriptions of the form of the National Center for PTSD.',
  gate: {
    lead: 'Sometimes things happen to people that are unusually or especially frightening, horrible, or traumatic. For example:',
    examples: [
      'a serious accident or fire',
      'a physical or sexual assault or abuse',
      'an earthquake or flood',
      'a war',
      'seeing someone be killed or seriously injured',
      'having a loved one die through homicide or suicide',
    ],
    question: 'Have you ever experienced this kind of event?',
  },
  stem: 'In the past month, have you:',
  scale: [
    { value: 0, label: 'No' },
    { value: 1, label: 'Yes' },
  ],
  items: [
    'Had nightmares about the event(s) or thought about the event(s) when you did not want to?',
    'Tried hard not to think about the event(s) or went out of your way to avoid situations that reminded you of the event(s)?',
    'Been constantly on guard, watchful, or easily startled?',
    'Felt numb or detached from people, activities, or your surroundings?',
    'Felt guilty or unable to stop blaming yourself or others for the event(s) or any problems the event(s) may have caused?',
  ],
} as const satisfies AskedInstrument;
