// Staff members: who has a key slot, and in which role. A sign-in name is never used twice and never changes.
import { z } from 'zod';
import { directorOnly, everyRole, ofWeight, read, Role, task } from '../contract/operation.ts';
import { RecordId, StaffMemberId } from '../ids.ts';
import { SignInName } from '../keys/sign-in-name.ts';
import { Instant } from '../time.ts';
import { Passphrase, PersonName } from './session.ts';

/** Stored body. */
export const StaffMember = z.strictObject({
  name: PersonName,
  signInName: SignInName,
  role: Role,
  /** Hex of the 16-byte key slot id. */
  slotId: z.string().regex(/^[0-9a-f]{32}$/),
  disabledAt: z.int().nullable(),
});
export type StaffMember = z.output<typeof StaffMember>;

export const StaffListed = z.strictObject({
  id: StaffMemberId,
  name: z.string(),
  signInName: z.string(),
  role: Role,
  /** When she was given her key slot. */
  since: Instant,
  disabledAt: z.int().nullable(),
});
export type StaffListed = z.output<typeof StaffListed>;

/** One's own passphrase is changed by who knows it. */
export type PassphraseRefusal = 'passphrase-own';

/** Why the records cannot get their new key now. */
export type KeyRefusal = 'key-waits-for-colleague';

/** A copy of the days in which somebody worked here: her passphrase of then opens it until it is overwritten or destroyed. */
export const OpenableCopy = z.strictObject({
  id: RecordId,
  revision: z.int().min(1),
  name: z.string(),
  medium: z.string(),
  createdAt: Instant,
});
export type OpenableCopy = z.output<typeof OpenableCopy>;

export const staffMemberOperations = {
  list: read(directorOnly, z.strictObject({}), z.array(StaffListed)),
  /** Ids and names only, so that screens can say who wrote what. */
  names: read(everyRole, z.strictObject({}), z.array(z.strictObject({ id: StaffMemberId, name: z.string() }))),
  /** Adds a colleague with a passphrase of her own, typed by her at this computer. */
  add: ofWeight(
    task(
      directorOnly,
      ['staffMember'],
      z.strictObject({ name: PersonName, signInName: SignInName, role: Role, passphrase: Passphrase }),
      StaffListed,
    ),
  ),
  /**
   * She types a new passphrase at this computer, for one that is forgotten or a key file that is lost; neither is needed any more. She is
   * let into sealed notes anew. Errors: passphrase-too-weak, staff-disabled, rule-broken {rule: PassphraseRefusal}.
   */
  givePassphrase: task(
    directorOnly,
    ['staffMember', 'compartment'],
    z.strictObject({ id: StaffMemberId, passphrase: Passphrase }),
    StaffListed,
  ),
  /**
   * Takes the key slot away at once and gives the records a new key. Throws `last-director` when nobody could open the vault afterwards.
   * When the key cannot be renewed now (`key` says so) she is out all the same, and every unlock tries it again.
   */
  disable: ofWeight(
    task(directorOnly, ['staffMember', 'retention'], z.strictObject({ id: StaffMemberId }), StaffListed),
  ),
  /** Whether somebody was removed and these records still have the key that she knew. */
  key: read(directorOnly, z.strictObject({}), z.strictObject({ due: z.boolean() })),
  /** Throws `already-running` while a backup or other long work goes on, `disk-full` without room for the records once more. */
  renewKey: ofWeight(task(directorOnly, ['staffMember'], z.strictObject({}), z.strictObject({}))),
  /** What a colleague who was removed can still open, newest first; nothing for one who is here. */
  copies: read(directorOnly, z.strictObject({ id: StaffMemberId }), z.array(OpenableCopy).max(1_000)),
};
