// Opening and closing the vault, and the first run. What works before anyone is signed in says so by name.
import { z } from 'zod';
import { directorOnly, everyRole, ofWeight, read, Role, task, write } from '../contract/operation.ts';
import { Preferences } from '../contract/preferences.ts';
import { StaffMemberId } from '../ids.ts';
import { SignInName } from '../keys/sign-in-name.ts';
import { SHARE_LINES } from '../keys/trustee-share.ts';
import { Instant } from '../time.ts';
import { BackupsAsked, nothingAsked } from './backup-days.ts';

export const PersonName = z.string().trim().min(1).max(120);
export const Passphrase = z.string().min(1).max(256);

export const SignedInPerson = z.strictObject({ id: StaffMemberId, name: z.string(), role: Role });
export type SignedInPerson = z.output<typeof SignedInPerson>;

/** Where the first run stands, so that the wizard continues after any interruption. */
export const SetupState = z.strictObject({ recoveryConfirmed: z.boolean(), firstBackup: z.boolean() });
export type SetupState = z.output<typeof SetupState>;

export const SessionStatus = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('no-vault') }),
  z.strictObject({ state: z.literal('restore-waiting') }),
  z.strictObject({ state: z.literal('locked'), misses: z.int().min(0), waitSeconds: z.int().min(0) }),
  z.strictObject({
    state: z.literal('unlocked'),
    person: SignedInPerson,
    shelterName: z.string(),
    setup: SetupState,
    lockAfterMinutes: z.int(),
    /** The vault's clock, so that the page's words for time agree with the records. */
    now: z.int(),
    lastBackupAt: z.int().nullable(),
    backups: BackupsAsked.default(nothingAsked),
    /** How she likes to see the app; null until she changed something. */
    look: Preferences.nullable().default(null),
  }),
]);
export type SessionStatus = z.output<typeof SessionStatus>;

/** Where the recovery code stands, and since when. `used`: it opened the records once, so its sheet has left the envelope. */
export const WayBack = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('none') }),
  z.strictObject({ state: z.enum(['not-typed-back', 'typed-back', 'used']), since: Instant }),
]);
export type WayBack = z.output<typeof WayBack>;

/** Where the sheets of the trustees stand, and since when. `tried`: two of them were typed back. `used`: two opened the records. */
export const Trustees = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('none') }),
  z.strictObject({ state: z.enum(['not-tried', 'tried', 'used']), since: Instant }),
]);
export type Trustees = z.output<typeof Trustees>;

/** Days after which a recovery code and the sheets of the trustees are to be tried again. */
export const WAY_BACK_DRILL_DAYS = 365;

/** The lines of one sheet as they were typed. */
const TypedSheet = z.array(z.string().max(60)).max(SHARE_LINES);
/** Two sheets of three. */
export const TypedSheets = z.tuple([TypedSheet, TypedSheet]);

const None = z.strictObject({});
export const PassphraseVerdict = z.strictObject({
  acceptable: z.boolean(),
  reason: z.enum(['good', 'too-short', 'too-easy']),
});
export type PassphraseVerdict = z.output<typeof PassphraseVerdict>;

export const sessionOperations = {
  status: read('nobody-signed-in', None, SessionStatus),
  /** Six words of the EFF list: about 77 bits. */
  suggestPassphrase: read('nobody-signed-in', None, z.strictObject({ words: z.array(z.string()).length(6) })),
  judgePassphrase: task(
    'nobody-signed-in',
    [],
    z.strictObject({ passphrase: Passphrase, knownWords: z.array(z.string().max(120)).max(10) }),
    PassphraseVerdict,
  ),
  /** First run: makes the vault and signs its director in. */
  createVault: ofWeight(
    task(
      'nobody-signed-in',
      ['session'],
      z.strictObject({
        shelterName: PersonName,
        directorName: PersonName,
        signInName: SignInName,
        passphrase: Passphrase,
      }),
      None,
    ),
  ),
  unlock: ofWeight(
    task('nobody-signed-in', ['session'], z.strictObject({ signInName: SignInName, passphrase: Passphrase }), None),
  ),
  /** The recovery code opens the vault for a director and gives her a new passphrase in the same act. */
  recover: ofWeight(
    task(
      'nobody-signed-in',
      ['session'],
      z.strictObject({ recoveryCode: z.string().max(80), signInName: SignInName, newPassphrase: Passphrase }),
      None,
    ),
  ),
  /** Two trustees open the vault together for a director and give her a new passphrase in the same act. Errors: as tryTrustees. */
  openWithTrustees: ofWeight(
    task(
      'nobody-signed-in',
      ['session'],
      z.strictObject({ sheets: TypedSheets, signInName: SignInName, newPassphrase: Passphrase }),
      None,
    ),
  ),
  /** Whether slots and database are whole, as far as can be told without a key. Answers the fear "is it broken?". */
  checkFiles: task(
    'nobody-signed-in',
    [],
    None,
    z.strictObject({
      slots: z.enum(['whole', 'healed', 'damaged', 'from-the-future']),
      database: z.enum(['present', 'missing', 'empty']),
    }),
  ),
  /**
   * Walks the whole chain with its signatures, compares every fact with its record and the index with its text. Throws
   * `vault-damaged`, and `history-changed` {reason, entry} where a person's signature does not hold.
   */
  checkVault: task(
    directorOnly,
    [],
    None,
    z.strictObject({
      entries: z.int(),
      revisions: z.int(),
      erased: z.int(),
      signatures: z.int(),
      records: z.record(z.string(), z.int()),
    }),
  ),
  /** Makes a new recovery code (an older one stops working) and returns it this once. */
  makeRecoveryCode: ofWeight(task(directorOnly, ['session'], None, z.strictObject({ code: z.string() }))),
  /** The code is typed back whole; only then does set-up count it. */
  confirmRecoveryCode: task(directorOnly, ['session'], z.strictObject({ code: z.string().max(80) }), None),
  wayBack: read(directorOnly, None, WayBack),
  /** Makes three sheets (an older set stops working) and returns them this once: two of them open the records together. */
  makeTrustees: ofWeight(
    task(
      directorOnly,
      ['session'],
      None,
      z.strictObject({ set: z.string().length(8), sheets: z.array(z.array(z.string()).length(SHARE_LINES)).length(3) }),
    ),
  ),
  /** Two sheets typed back: they would open. Errors: share-mistyped, shares-same, shares-mixed, shares-unknown. */
  tryTrustees: task(directorOnly, ['session'], z.strictObject({ sheets: TypedSheets }), None),
  trustees: read(directorOnly, None, Trustees),
  changePassphrase: ofWeight(task(everyRole, [], z.strictObject({ current: Passphrase, next: Passphrase }), None)),
  setLockAfter: write(directorOnly, ['session'], z.strictObject({ minutes: z.int().min(1).max(15) }), None),
};
