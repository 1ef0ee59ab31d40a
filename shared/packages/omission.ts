// What belonged in a package and is not in it.
import { z } from 'zod';

/** Named in the manifest, never left out in silence. */
export const Omission = z.strictObject({
  what: z.string().min(1).max(200),
  why: z.enum(['not-answered', 'declined', 'sealed', 'withheld-for-safety', 'unreadable']),
});
export type Omission = z.output<typeof Omission>;
