// Two of three people outside the office (a board member, a lawyer, a sister shelter) open the vault together: for the day on which every
// passphrase and the recovery code are gone. Each holds one sheet; one sheet alone says nothing.
import { enterKey } from '../audit/signing-keys.ts';
import { toHex } from '../backup/copy-database.ts';
import { createQuorumSlot } from '../keys/slot-keys.ts';
import { writeSheets } from '../keys/trustees.ts';
import { openSlots } from '../keys/unlock.ts';
import { wipe } from '../keys/wipe.ts';
import type { Session } from '../session.ts';
import { currentSlots, keepSecret, writeSlots } from './slot-file.ts';

type Sheets = readonly [readonly string[], readonly string[]];

/** Makes a set and takes the power of an older one away. The sheets are returned this once and stored nowhere. */
export async function makeTrustees(session: Session): Promise<{ set: string; sheets: string[][] }> {
  const { vault } = session.opened();
  const { tools } = session.settings;
  const secret = Uint8Array.from(tools.randomBytes(32));
  const { vaultId, epoch, vaultKey } = vault;
  const slot = await createQuorumSlot({ vaultId, epoch, vaultKey, secret }, tools);
  const sheets = writeSheets(secret, slot.keySlot.id, (size) => tools.randomBytes(size));
  wipe(secret);
  session.commit({ name: 'session.makeTrustees', unlogged: true }, (context) => context.note('begun'));
  writeSlots(vault, tools, (slots) => [...slots.filter(({ type }) => type !== 'trustee-quorum'), slot.keySlot]);
  session.commit({ name: 'session.makeTrustees', unlogged: false }, (context) => {
    keepSecret(vault, slot);
    enterKey(context, slot.keySlot, null);
    context.note('');
  });
  return { set: toHex(slot.keySlot.id).slice(0, 8).toUpperCase(), sheets };
}

/** Proves that two sheets would open the vault; nothing is done with what they open. Throws `shares-…`, `share-mistyped`. */
export async function tryTrustees(session: Session, sheets: Sheets): Promise<void> {
  const { vault } = session.opened();
  const { tools } = session.settings;
  const copies = { bin: currentSlots(vault, tools).bytes, bak: null };
  const { opened } = await openSlots(copies, { kind: 'trustees', sheets }, tools);
  wipe(opened.userRoot, opened.vaultKey, opened.sealSecret);
  session.commit({ name: 'session.tryTrustees', unlogged: false }, () => undefined);
}
