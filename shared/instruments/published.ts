// Every published instrument version, in the order in which a shelter meets them. A result is read for ever with the version
// it was taken with; none is ever edited.
import { asqV1 } from './asq/v1.ts';
import { cSsrsV1 } from './c-ssrs/v1.ts';
import { gad2V1 } from './gad-2/v1.ts';
import { gad7V1 } from './gad-7/v1.ts';
import type { AskedInstrument, InstrumentDefinition, InstrumentId } from './instrument-definition.ts';
import { pcPtsd5V1 } from './pc-ptsd-5/v1.ts';
import { pcl5V1 } from './pcl-5/v1.ts';
import { phq2V1 } from './phq-2/v1.ts';
import { phq9V1 } from './phq-9/v1.ts';

export const publishedInstruments: readonly InstrumentDefinition[] = [
  phq2V1,
  phq9V1,
  gad2V1,
  gad7V1,
  pcPtsd5V1,
  pcl5V1,
  asqV1,
  cSsrsV1,
];

/** That version of an instrument, or undefined when it was never published. */
export const findInstrument = (id: InstrumentId, version: number): InstrumentDefinition | undefined =>
  publishedInstruments.find((one) => one.id === id && one.version === version);

/** The version a new screening starts on. */
export function newestInstrument(id: InstrumentId): InstrumentDefinition {
  const newest = publishedInstruments
    .filter((one) => one.id === id)
    .sort((one, other) => other.version - one.version)[0];
  if (newest === undefined) throw new RangeError('no such instrument');
  return newest;
}

/** The newest version of one that is asked item by item; undefined for one whose result is entered. */
export function askedInstrument(id: InstrumentId): AskedInstrument | undefined {
  const newest = newestInstrument(id);
  return newest.entry === 'items' ? newest : undefined;
}
