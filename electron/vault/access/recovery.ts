// The recovery code: the one way back when every passphrase is forgotten. Made once, typed back once, kept in an envelope.
import { VaultError } from '#shared/contract/errors';
import { readRecoveryCode, writeRecoveryCode } from '#shared/keys/recovery-code';
import type { WayBack } from '#shared/records/session';
import type { ReadableDb } from '../database/sql.ts';
import { calibrate } from '../keys/calibrate.ts';
import { requireStrongPassphrase } from '../keys/passphrase-strength.ts';
import { createRecoverySlot, createUserSlot, recoverySlotId, type NewSlot } from '../keys/slot-keys.ts';
import type { OpenVault } from '../open-vault.ts';
import { listRecords, saveRecord } from '../records/record-kind.ts';
import { staffMemberKind } from '../records/staff-member.ts';
import type { Session } from '../session.ts';
import { unsealFromOldCodes } from './compartment-people.ts';
import { currentSlots, sameId, writeSlots } from './slot-file.ts';
import { enter, openFiles, openWith, signedIn } from './unlock.ts';

/** Makes a new code and takes the older one's power away. The code is returned this once and stored nowhere. */
export async function makeRecoveryCode(session: Session): Promise<string> {
  const { vault } = session.opened();
  const { tools } = session.settings;
  const entropy = tools.randomBytes(16);
  const slot = await createRecoverySlot(
    { vaultId: vault.vaultId, epoch: vault.epoch, vaultKey: vault.vaultKey, entropy },
    tools,
  );
  writeSlots(vault, tools, (slots) => [...slots.filter((known) => known.type !== 'recovery-code'), slot.keySlot]);
  session.commit({ name: 'session.makeRecoveryCode', unlogged: false }, (context) => {
    keepSecret(vault, slot);
    unsealFromOldCodes(context.db);
    context.db.run('UPDATE vault_state SET recovery_confirmed_at = NULL');
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

/** Where the code stands. `used` stays until a new one is made, also when the same sheet is typed back again. */
export function wayBack(db: ReadableDb): WayBack {
  const made = newest(db, 'session.makeRecoveryCode');
  if (made === undefined) return { state: 'none' };
  const used = newest(db, 'session.recover', 'compartment.openWithCode');
  if (used !== undefined && used.seq > made.seq) return { state: 'used', since: used.at };
  const typedBack = db.get<{ at: number | null }>('SELECT recovery_confirmed_at AS at FROM vault_state')?.at ?? null;
  return typedBack === null ? { state: 'not-typed-back', since: made.at } : { state: 'typed-back', since: typedBack };
}

/** The newest entry of an act that was done; one that was tried and refused has no empty detail. */
function newest(
  db: ReadableDb,
  ...actions: readonly string[]
): { readonly seq: number; readonly at: number } | undefined {
  return db.get<{ seq: number; at: number }>(
    `SELECT seq, at FROM audit_entry WHERE action IN (SELECT value FROM json_each(?)) AND detail = ''
     ORDER BY seq DESC LIMIT 1`,
    [JSON.stringify(actions)],
  );
}

/** Opens the vault with the code for an active director and gives her a new passphrase. Same answer for an unknown name. */
export async function recover(
  session: Session,
  request: { readonly recoveryCode: string; readonly signInName: string; readonly newPassphrase: string },
): Promise<void> {
  const { tools } = session.settings;
  await requireStrongPassphrase(request.newPassphrase, [request.signInName]);
  const unlocked = await openWith(session, { kind: 'recovery-code', code: request.recoveryCode });
  const vault = openFiles(session, unlocked);
  try {
    const person = listRecords({ db: vault.db }, staffMemberKind, "t.role = 'director' AND t.disabled_at IS NULL").find(
      (director) => director.body.signInName === request.signInName,
    );
    if (person === undefined) throw new VaultError('not-found');
    const cost = await calibrate(tools, session.settings);
    const slot = await createUserSlot(
      {
        vaultId: vault.vaultId,
        epoch: vault.epoch,
        vaultKey: vault.vaultKey,
        signInName: person.body.signInName,
        passphrase: request.newPassphrase,
        cost,
      },
      tools,
    );
    writeSlots(vault, tools, (slots) => [...slots.filter((known) => !sameId(known.id, slot.keySlot.id)), slot.keySlot]);
    const { signingKey } = unlocked.opened;
    enter(session, { vault, person: signedIn(person), signingKey, keyholder: null }, 'session.recover');
    session.commit({ name: 'session.recover', unlogged: false }, (context) => {
      keepSecret(vault, slot);
      // The sheet has left its envelope: it still opens, so that nobody is ever without a way back, but a new one is asked for.
      context.db.run('UPDATE vault_state SET recovery_confirmed_at = NULL');
      saveRecord(context, staffMemberKind, {
        id: person.id,
        caseFileId: null,
        body: { ...person.body, slotId: Buffer.from(slot.keySlot.id).toString('hex') },
      });
    });
  } catch (error) {
    if (!session.isOpen()) vault.close();
    throw error;
  }
}

export function keepSecret(vault: OpenVault, slot: NewSlot): void {
  vault.db.run(
    'INSERT INTO slot_secret (slot_id, seal_secret) VALUES (?, ?) ON CONFLICT (slot_id) DO UPDATE SET seal_secret = excluded.seal_secret',
    [slot.keySlot.id, slot.sealSecret],
  );
}
