// Staff members: who has a key slot, and in which role. A sign-in name is never used twice and never changes.
import { z } from 'zod';
import { Role, directorOnly, everyRole, read, task } from '../contract/operation.ts';
import { StaffMemberId } from '../ids.ts';
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

export const staffMemberOperations = {
  list: read(directorOnly, z.strictObject({}), z.array(StaffListed)),
  /** Ids and names only, so that screens can say who wrote what. */
  names: read(everyRole, z.strictObject({}), z.array(z.strictObject({ id: StaffMemberId, name: z.string() }))),
  /** Adds a colleague with a passphrase of her own, typed by her at this computer. */
  add: task(
    directorOnly,
    ['staffMember'],
    z.strictObject({ name: PersonName, signInName: SignInName, role: Role, passphrase: Passphrase }),
    StaffListed,
  ),
  /** Takes the key slot away at once. Throws `last-director` when nobody could open the vault afterwards. */
  disable: task(directorOnly, ['staffMember'], z.strictObject({ id: StaffMemberId }), StaffListed),
};
