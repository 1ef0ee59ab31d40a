// The ways in without a passphrase: what opens the vault gives a director a new one in the same act. It signs nobody in by itself.
import { VaultError } from '#shared/contract/errors';
import { enterKey } from '../audit/signing-keys.ts';
import { type Signer, signerOf } from '../audit/signing.ts';
import type { WritableDb } from '../database/sql.ts';
import { calibrate } from '../keys/calibrate.ts';
import { requireStrongPassphrase } from '../keys/passphrase-strength.ts';
import { createUserSlot } from '../keys/slot-keys.ts';
import type { KeySlot } from '../keys/slot-layout.ts';
import type { Credential } from '../keys/unlock.ts';
import type { OpenVault } from '../open-vault.ts';
import { listRecords, saveRecord } from '../records/record-kind.ts';
import { staffMemberKind } from '../records/staff-member.ts';
import type { Session } from '../session.ts';
import { type Beginning, beginSigning } from './begin-signing.ts';
import { forgetSecret, keepSecret, withSlot, writeSlots } from './slot-file.ts';
import { enter, openFiles, openWith, signedIn } from './unlock.ts';

export interface NewWayIn {
  readonly signInName: string;
  readonly newPassphrase: string;
}

/** `used` runs in the commit that says so. Throws `not-found` for a name that is no active director's, and those of the credential. */
export async function enterAnew(
  session: Session,
  credential: Exclude<Credential, { readonly kind: 'passphrase' }>,
  { signInName, newPassphrase }: NewWayIn,
  used: (db: WritableDb) => void,
): Promise<void> {
  const { tools } = session.settings;
  const action = credential.kind === 'trustees' ? 'session.openWithTrustees' : 'session.recover';
  await requireStrongPassphrase(newPassphrase, [signInName]);
  const unlocked = await openWith(session, credential);
  const vault = openFiles(session, unlocked);
  try {
    const person = listRecords({ db: vault.db }, staffMemberKind, "t.role = 'director' AND t.disabled_at IS NULL").find(
      (director) => director.body.signInName === signInName,
    );
    if (person === undefined) throw new VaultError('not-found');
    const cost = await calibrate(tools, session.settings);
    const { vaultId, epoch, vaultKey } = vault;
    const slot = await createUserSlot({ vaultId, epoch, vaultKey, signInName, passphrase: newPassphrase, cost }, tools);
    const now = (): number => session.settings.now();
    const slots = { own: unlocked.opened.keySlot, all: unlocked.file.keySlots };
    vouchFor(vault, signerOf(person.id, unlocked.opened.signingKey, vaultId), { now, slots }, slot.keySlot);
    vault.commit(() => forgetSecret(vault.db, slot.keySlot.id));
    writeSlots(vault, tools, withSlot(slot.keySlot));
    const signer = signerOf(person.id, slot.signingKey, vaultId);
    enter(session, { vault, person: signedIn(person), signer, keyholder: null }, action);
    session.keyFiles.opened(null);
    session.commit({ name: action, unlogged: false }, (context) => {
      keepSecret(vault, slot);
      used(context.db);
      const slotId = Buffer.from(slot.keySlot.id).toString('hex');
      saveRecord(context, staffMemberKind, { id: person.id, caseFileId: null, body: { ...person.body, slotId } });
    });
  } catch (error) {
    if (!session.isOpen()) vault.close();
    throw error;
  }
}

/**
 * Her new public key is made known before the slots are written, signed with the key of the code or the sheets: nothing else may give a
 * colleague another one. Cut off in between, a key is known that nobody holds, and her old slot still opens.
 */
function vouchFor(vault: OpenVault, wayBack: Signer, beginning: Beginning, next: KeySlot): void {
  const { db, chain } = vault;
  beginSigning(vault, wayBack, beginning);
  const entering = { db, chain, now: beginning.now, staffMember: { id: wayBack.staffId } };
  vault.commit(() => enterKey(entering, next, wayBack.staffId));
}
