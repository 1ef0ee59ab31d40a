// The shape of a well-being screen as data that survives JSON: where it comes from, who lets us show it, its wording word for
// word. What is not ours to show has no wording here and takes the result of the paper form only. No scores, no rules.
import { z } from 'zod';

const Words = z.string().trim().min(1).max(400);

export const InstrumentId = z.enum(['pc-ptsd-5', 'pcl-5', 'phq-2', 'phq-9', 'gad-2', 'gad-7', 'asq', 'c-ssrs']);
export type InstrumentId = z.output<typeof InstrumentId>;

const Choice = z.strictObject({ value: z.int().min(0).max(4), label: Words });

const origin = {
  id: InstrumentId,
  version: z.int().min(1).max(999),
  /** As staff know it; the same in every language. */
  name: Words,
  fullName: Words,
  source: Words,
  licence: Words,
  /** Where the terms ask for a line beside the questions and the result. */
  attribution: Words.nullable(),
  /** Nobody younger is screened with it. */
  minAge: z.int().min(0),
};

/** Shown and answered here, question by question. */
export const AskedInstrument = z.strictObject({
  ...origin,
  entry: z.literal('items'),
  wordingVerified: z.boolean(),
  /** What the wording was compared with. */
  checkedAgainst: Words,
  /** Asked before the items; a "no" ends the screen at 0. */
  gate: z.strictObject({ lead: Words, examples: z.array(Words), question: Words }).nullable(),
  stem: Words,
  scale: z.array(Choice).min(2).max(5),
  items: z.array(Words).min(2).max(20),
});
export type AskedInstrument = z.output<typeof AskedInstrument>;

/** Done on paper or by a trained person; here only what came out, by the numbers of its questions. */
export const EnteredInstrument = z.strictObject({ ...origin, entry: z.literal('result') });
export type EnteredInstrument = z.output<typeof EnteredInstrument>;

export const InstrumentDefinition = z.discriminatedUnion('entry', [AskedInstrument, EnteredInstrument]);
export type InstrumentDefinition = z.output<typeof InstrumentDefinition>;
