// The recovery code: the one way back when every passphrase is forgotten. Made once, typed back once, kept in an envelope.
import { VaultError } from '#shared/contract/errors';
import { readRecoveryCode, writeRecoveryCode } from '#shared/keys/recovery-code';
import { enterKey } from '../audit/signing-keys.ts';
import { createRecoverySlot, recoverySlotId } from '../keys/slot-keys.ts';
import type { Session } from '../session.ts';
import { unsealFromOldCodes } from './compartment-people.ts';
import { enterAnew, type NewWayIn } from './enter-anew.ts';
import { currentSlots, keepSecret, sameId, writeSlots } from './slot-file.ts';

/** Makes a new code and takes the older one's power away. The code is returned this once and stored nowhere. */
export async function makeRecoveryCode(session: Session): Promise<string> {
  const { vault } = session.opened();
  const { tools } = session.settings;
  const entropy = tools.randomBytes(16);
  const slot = await createRecoverySlot(
    { vaultId: vault.vaultId, epoch: vault.epoch, vaultKey: vault.vaultKey, entropy },
    tools,
  );
  // Said before the older one ends: whatever cuts this off, nobody counts on a sheet that opens nothing.
  session.commit({ name: 'session.makeRecoveryCode', unlogged: true }, (context) => {
    context.note('begun');
    context.db.run('UPDATE vault_state SET recovery_confirmed_at = NULL');
  });
  writeSlots(vault, tools, (slots) => [...slots.filter((known) => known.type !== 'recovery-code'), slot.keySlot]);
  session.commit({ name: 'session.makeRecoveryCode', unlogged: false }, (context) => {
    keepSecret(vault, slot);
    enterKey(context, slot.keySlot, null);
    unsealFromOldCodes(context.db);
    context.note('');
  });
  return writeRecoveryCode(entropy);
}

/** Throws `recovery-code-mistyped` or `recovery-code-unknown`. */
export function confirmRecoveryCode(session: Session, code: string): void {
  const { vault } = session.opened();
  const read = readRecoveryCode(code);
  if (read.state !== 'well-formed') throw new VaultError('recovery-code-mistyped');
  const id = recoverySlotId(vault.vaultId, read.entropy);
  const known = currentSlots(vault, session.settings.tools).file.keySlots.some(
    (slot) => slot.type === 'recovery-code' && sameId(slot.id, id),
  );
  if (!known) throw new VaultError('recovery-code-unknown');
  session.commit({ name: 'session.confirmRecoveryCode', unlogged: false }, (context) => {
    context.db.run('UPDATE vault_state SET recovery_confirmed_at = ?', [context.now()]);
  });
}

/** Opens the vault with the code for an active director and gives her a new passphrase. Same answer for an unknown name. */
export async function recover(
  session: Session,
  { recoveryCode: code, ...request }: NewWayIn & { readonly recoveryCode: string },
): Promise<void> {
  await enterAnew(session, { kind: 'recovery-code', code }, request, (db) => {
    // The sheet has left its envelope: it still opens, so that nobody is ever without a way back, but a new one is asked for.
    db.run('UPDATE vault_state SET recovery_confirmed_at = NULL');
  });
}
