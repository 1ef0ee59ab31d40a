// The small facts a case file is made of. Every one but the name she uses may stay empty.
// Nothing that hints at faith, health status or story belongs in a line the whole house sees (visual §8).
import { z } from 'zod';
import { CalendarDate } from '../time.ts';

/** Any script, never split into first and last. */
export const NameUsed = z.string().trim().min(1).max(200);

export const Alias = z.strictObject({
  text: NameUsed,
  use: z.enum(['CHOSEN', 'NICKNAME', 'DOCUMENT', 'GIVEN_BY_TRAFFICKER', 'OTHER']),
  safeToSayAloud: z.boolean(),
});
export type Alias = z.output<typeof Alias>;

/** One of the four facts an intake needs (domain §0): told, or not yet and why. */
export const ConfidentialityNotice = z.discriminatedUnion('told', [
  z.strictObject({ told: z.literal('YES'), on: CalendarDate }),
  z.strictObject({
    told: z.literal('NOT_YET'),
    reason: z.enum(['JUST_OPENED', 'REST', 'INTERPRETER', 'PRIVATE_PLACE', 'DISTRESS', 'OTHER', 'IMPORTED']),
  }),
]);
export type ConfidentialityNotice = z.output<typeof ConfidentialityNotice>;

/** `kind` other than `other`: the line came from an intake answer and is replaced by the next answer. */
export const GoodToKnow = z.strictObject({
  kind: z.enum(['allergy', 'access', 'door', 'sleep', 'food', 'other']),
  words: z.string().trim().min(1).max(1_000),
});
export type GoodToKnow = z.output<typeof GoodToKnow>;

export const Languages = z.array(z.string().trim().min(1).max(80)).max(20);
