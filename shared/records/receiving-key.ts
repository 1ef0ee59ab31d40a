// The keys of this house that others seal to when they send something: one that is given away with six words to compare by telephone,
// and earlier ones that still open what is under way until a director ends them. Secret halves leave the vault in no answer.
import { z } from 'zod';
import { directorOnly, ofWeight, outreachReaders, outreachWorkers, read, task, write } from '../contract/operation.ts';
import { ChoiceHandle } from '../ids.ts';
import { Instant } from '../time.ts';
import { AgeRecipient } from './age-recipient.ts';
import { StickAfterwards } from './export-package.ts';
import { FingerprintWords } from './partner-agency.ts';

export const ReceivingKey = z.strictObject({
  recipient: AgeRecipient,
  fingerprintWords: FingerprintWords,
  /** Null for one from before the day was kept. */
  madeAt: Instant.nullable(),
});
export type ReceivingKey = z.output<typeof ReceivingKey>;

/** An earlier one. Once it has ended its secret half is gone for good, and nothing sealed to it can be opened. */
export const EarlierKey = ReceivingKey.extend({ endedAt: Instant.nullable() });
export type EarlierKey = z.output<typeof EarlierKey>;

/** The key that is given away, and those before it, newest first. */
export const OurKeys = ReceivingKey.extend({ earlier: z.array(EarlierKey) });
export type OurKeys = z.output<typeof OurKeys>;

/** The name under which it is written. */
export const KEY_FILE = 'our-key.txt';

/**
 * `key-there`: a file of that name lies there already, perhaps another key. `key-none`: it was not made yet. `key-current`: the key that
 * is given away is changed, not ended.
 */
export type ReceivingKeyRefusal = 'key-there' | 'key-none' | 'key-current';

export const receivingKeyOperations = {
  /** Null before it was made. */
  get: read(outreachReaders, z.strictObject({}), OurKeys.nullable()),
  /** Makes it; when it is there already, it stays as it is and is the answer. */
  make: ofWeight(task(directorOnly, ['receivingKey'], z.strictObject({}), OurKeys)),
  /** A new key takes the place of this one, which goes on opening what was sealed to it. Errors: conflict (a colleague changed it). */
  change: ofWeight(task(directorOnly, ['receivingKey'], z.strictObject({ replaces: AgeRecipient }), OurKeys)),
  /** Destroys the secret half of an earlier key. Errors: rule-broken {rule: 'key-current'}, not-found. */
  end: ofWeight(write(directorOnly, ['receivingKey'], z.strictObject({ recipient: AgeRecipient }), OurKeys)),
  /** Writes the public half into a chosen folder and reads it back. Errors: rule-broken {rule: ReceivingKeyRefusal}, those of sticks and files. */
  handOver: task(
    outreachWorkers,
    [],
    z.strictObject({ folder: ChoiceHandle }),
    z.strictObject({ stick: StickAfterwards }),
  ),
};
