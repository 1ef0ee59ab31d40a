// A key file on a stick: what somebody may need beside her passphrase, so that a weak passphrase and a stolen computer open nothing.
// Each person chooses it for herself. Whether a name needs one is told to nobody who is not signed in as her.
import { z } from 'zod';
import { everyRole, ofWeight, read, task, write } from '../contract/operation.ts';
import { ChoiceHandle } from '../ids.ts';
import { Instant } from '../time.ts';
import { StickAfterwards } from './export-package.ts';
import { Passphrase } from './session.ts';

/**
 * `key-file-missing`: her key file is on no stick that is plugged in. `key-file-none`: she uses none. `key-file-same-stick`: a second copy
 * belongs on a second stick.
 */
export type KeyFileRefusal = 'key-file-missing' | 'key-file-none' | 'key-file-same-stick';

export const OwnKeyFile = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('none') }),
  z.strictObject({
    state: z.literal('in-use'),
    /** When it was made; null when a backup of before has come back since. */
    since: Instant.nullable(),
    /** The records lock when the stick with it is taken out. */
    locksWhenGone: z.boolean(),
  }),
]);
export type OwnKeyFile = z.output<typeof OwnKeyFile>;

/** What lies on the sticks that are plugged in; nothing of whose it is. `chosen`: one was pointed at since the program started. */
export const KeyFilesAtHand = z.strictObject({ whole: z.int().min(0), damaged: z.int().min(0), chosen: z.boolean() });
export type KeyFilesAtHand = z.output<typeof KeyFilesAtHand>;

const None = z.strictObject({});
const Written = z.strictObject({ stick: StickAfterwards });
const OntoStick = z.strictObject({ passphrase: Passphrase, folder: ChoiceHandle });

export const keyFileOperations = {
  /** Answers before anybody is signed in, and whatever name is typed later. */
  atHand: task('nobody-signed-in', [], None, KeyFilesAtHand),
  /** A key file that is not found by itself. Errors: file-not-recognised, file-damaged, those of reading a file outside. */
  choose: task('nobody-signed-in', [], z.strictObject({ file: ChoiceHandle }), None),
  state: read(everyRole, None, OwnKeyFile),
  /**
   * Writes a new key file and reads it back; only then is it needed beside her passphrase, and an earlier one no longer. Errors:
   * wrong-passphrase, unlock-wait, rule-broken {rule: KeyFileRefusal}, conflict, those of sticks and files.
   */
  make: ofWeight(task(everyRole, ['keyFile'], OntoStick, Written)),
  /** The same key file once more, onto a second stick. Errors: as make. */
  copy: ofWeight(task(everyRole, ['keyFile'], OntoStick, Written)),
  /** The passphrase alone opens again. Asks for both once more. Errors: wrong-passphrase, unlock-wait, rule-broken {rule: KeyFileRefusal}. */
  stop: ofWeight(task(everyRole, ['keyFile'], z.strictObject({ passphrase: Passphrase }), None)),
  setLock: write(everyRole, ['keyFile'], z.strictObject({ locksWhenGone: z.boolean() }), None),
};
