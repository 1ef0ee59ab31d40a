// Changing one's own key slot: what opens it is asked for once more, then it is wrapped anew in one step.
import { VaultError } from '#shared/contract/errors';
import { calibrate } from '../keys/calibrate.ts';
import { changePassphrase as rewrap, type OpenedSlot } from '../keys/slot-keys.ts';
import type { KeySlot } from '../keys/slot-layout.ts';
import { noAttempts } from '../keys/throttle.ts';
import { type Credential, openSlots } from '../keys/unlock.ts';
import { wipe } from '../keys/wipe.ts';
import { loadRecord } from '../records/record-kind.ts';
import { staffMemberKind } from '../records/staff-member.ts';
import type { Session } from '../session.ts';
import type { KeyFilePlace } from './key-files.ts';
import { ownKeyFile } from './key-file-state.ts';
import { currentSlots, sameId, writeSlots } from './slot-file.ts';
import { remember, withWaiting } from './unlock.ts';

export interface ProvenSlot {
  readonly opened: OpenedSlot;
  /** Where the key file lay that opened it; null for a slot that needs none. */
  readonly keyFile: KeyFilePlace | null;
}

/**
 * Runs `work` with the opened slot of the person signed in; its keys are gone afterwards. An unlocked screen that was left alone is not a
 * place to guess at: the same waiting as at the door, and each miss is kept. Throws `wrong-passphrase`, `unlock-wait`, and
 * `rule-broken {rule: 'key-file-missing'}` when no stick with a key file is plugged in: she knows that she needs one.
 */
export async function withOwnSlot<T>(
  session: Session,
  passphrase: string,
  action: string,
  work: (proven: ProvenSlot) => Promise<T>,
): Promise<T> {
  const proven = await proveOwn(session, passphrase, action);
  try {
    return await work(proven);
  } finally {
    const { userRoot, vaultKey, sealSecret, keyFile } = proven.opened;
    wipe(userRoot, vaultKey, sealSecret, ...(keyFile === null ? [] : [keyFile]));
  }
}

async function proveOwn(session: Session, passphrase: string, action: string): Promise<ProvenSlot> {
  const { vault, person } = session.opened();
  const { signInName } = loadRecord({ db: vault.db }, staffMemberKind, person.id).body;
  const { whole } = await session.keyFiles.atHand();
  if (whole.length === 0 && ownKeyFile(session).state === 'in-use')
    throw new VaultError('rule-broken', { rule: 'key-file-missing' });
  const keyFiles = whole.map(({ secret }) => secret);
  const opened = await openAtDesk(session, action, { kind: 'passphrase', signInName, passphrase, keyFiles });
  remember(session, noAttempts);
  return { opened, keyFile: whole.find(({ secret }) => secret === opened.keyFile) ?? null };
}

/**
 * Opens a slot of the vault that is open, with the waiting of the door; each miss is kept under the action that asked. Throws
 * `wrong-passphrase`, `unlock-wait`.
 */
export async function openAtDesk(session: Session, action: string, credential: Credential): Promise<OpenedSlot> {
  const { tools } = session.settings;
  const copies = { bin: currentSlots(session.opened().vault, tools).bytes, bak: null };
  try {
    return (await withWaiting(session, () => openSlots(copies, credential, tools))).opened;
  } catch (error) {
    if (error instanceof VaultError && error.code === 'wrong-passphrase')
      session.commit({ name: action, unlogged: true }, (context) => context.note('missed'));
    throw error;
  }
}

/**
 * Wraps the slot under what opens it from now on, and writes that down. Throws `conflict` when the slot was changed meanwhile,
 * `disk-full`, `place-not-writable`; what opened it before does so still.
 */
export async function rewrapOwn(
  session: Session,
  { opened }: ProvenSlot,
  next: { readonly passphrase: string; readonly keyFile: Uint8Array | null },
  action: string,
): Promise<void> {
  const { vault } = session.opened();
  const { tools } = session.settings;
  const cost = await calibrate(tools, session.settings);
  const { vaultId, epoch, vaultKey } = vault;
  const { userRoot } = opened;
  const { passphrase, keyFile } = next;
  const owner = { vaultId, epoch, vaultKey, userRoot, passphrase, cost, ...(keyFile === null ? {} : { keyFile }) };
  const keySlot = await rewrap(opened.keySlot, owner, tools);
  writeSlots(vault, tools, (slots) => inPlaceOf(opened.keySlot, keySlot, slots));
  session.commit({ name: action, unlogged: false }, () => undefined);
}

function inPlaceOf(before: KeySlot, next: KeySlot, slots: readonly KeySlot[]): KeySlot[] {
  const isThere = slots.some((slot) => sameId(slot.id, before.id) && sameId(slot.sealedRoot, before.sealedRoot));
  if (!isThere) throw new VaultError('conflict');
  return slots.map((slot) => (sameId(slot.id, next.id) ? next : slot));
}
