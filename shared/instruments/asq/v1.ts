// Its wording stays on the paper form of the toolkit: here are its answers by number.
import type { EnteredInstrument } from '../instrument-definition.ts';

export const asqV1 = {
  id: 'asq',
  version: 1,
  name: 'ASQ',
  fullName: 'Ask Suicide-Screening Questions',
  source: 'National Institute of Mental Health, ASQ toolkit.',
  licence: 'Free toolkit; its wording is not shown here.',
  attribution: null,
  minAge: 12,
  entry: 'result',
} as const satisfies EnteredInstrument;
