// Its wording may be used but not embedded: here is only the tier it led to.
import type { EnteredInstrument } from '../instrument-definition.ts';

export const cSsrsV1 = {
  id: 'c-ssrs',
  version: 1,
  name: 'C-SSRS',
  fullName: 'Columbia Suicide Severity Rating Scale, screener',
  source: 'Posner K and colleagues, The Columbia Lighthouse Project.',
  licence:
    '© The Research Foundation for Mental Hygiene, Inc. Free to use in the community; its wording is not shown here.',
  attribution: null,
  minAge: 12,
  entry: 'result',
} as const satisfies EnteredInstrument;
