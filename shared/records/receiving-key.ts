// The key of this house that others seal to when they send something: made once, by a director. Its public half is given away with
// six words to compare by telephone; its secret half leaves the vault in no answer.
import { z } from 'zod';
import { directorOnly, outreachReaders, outreachWorkers, read, task } from '../contract/operation.ts';
import { ChoiceHandle } from '../ids.ts';
import { AgeRecipient } from './age-recipient.ts';
import { StickAfterwards } from './export-package.ts';
import { FingerprintWords } from './partner-agency.ts';

export const ReceivingKey = z.strictObject({ recipient: AgeRecipient, fingerprintWords: FingerprintWords });
export type ReceivingKey = z.output<typeof ReceivingKey>;

/** The name under which it is written. */
export const KEY_FILE = 'our-key.txt';

/** `key-there`: a file of that name lies there already, perhaps another key. `key-none`: it was not made yet. */
export type ReceivingKeyRefusal = 'key-there' | 'key-none';

export const receivingKeyOperations = {
  /** Null before it was made. */
  get: read(outreachReaders, z.strictObject({}), ReceivingKey.nullable()),
  /** Makes it; when it is there already, it stays as it is and is the answer. */
  make: task(directorOnly, ['receivingKey'], z.strictObject({}), ReceivingKey),
  /** Writes the public half into a chosen folder and reads it back. Errors: rule-broken {rule: ReceivingKeyRefusal}, those of sticks and files. */
  handOver: task(
    outreachWorkers,
    [],
    z.strictObject({ folder: ChoiceHandle }),
    z.strictObject({ stick: StickAfterwards }),
  ),
};
