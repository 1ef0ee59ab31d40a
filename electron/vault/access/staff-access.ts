// Giving a colleague a key slot, taking it away, changing a passphrase.
import { VaultError } from '#shared/contract/errors';
import { StaffMemberId } from '#shared/ids';
import type { StaffListed, StaffMember } from '#shared/records/staff-member';
import { enterKey } from '../audit/signing-keys.ts';
import { calibrate } from '../keys/calibrate.ts';
import { requireStrongPassphrase } from '../keys/passphrase-strength.ts';
import { createUserSlot } from '../keys/slot-keys.ts';
import { noAttempts } from '../keys/throttle.ts';
import { wipe } from '../keys/wipe.ts';
import { loadRecord, saveRecord } from '../records/record-kind.ts';
import { listed, listStaff, staffBySlot, staffMemberKind } from '../records/staff-member.ts';
import type { Session } from '../session.ts';
import { leaveCompartment } from './compartment-people.ts';
import { withKeyFiles } from './credential.ts';
import { openAtDesk, rewrapOwn, withOwnSlot } from './own-slot.ts';
import { renewIfDue } from './renew-key.ts';
import { forgetSecret, keepSecret, withSlot, writeSlots } from './slot-file.ts';
import { remember } from './unlock.ts';

const ACTION = 'session.changePassphrase';

export interface NewColleague {
  readonly name: string;
  readonly signInName: string;
  readonly role: StaffMember['role'];
  readonly passphrase: string;
}

/** Throws `name-taken` also for a name that a former colleague had: her entries must stay hers. */
export async function addStaff(session: Session, request: NewColleague): Promise<StaffListed> {
  const { vault } = session.opened();
  const { tools } = session.settings;
  await requireStrongPassphrase(request.passphrase, [request.name, request.signInName]);
  const cost = await calibrate(tools, session.settings);
  const slot = await createUserSlot(
    {
      vaultId: vault.vaultId,
      epoch: vault.epoch,
      vaultKey: vault.vaultKey,
      signInName: request.signInName,
      passphrase: request.passphrase,
      cost,
    },
    tools,
  );
  const slotId = Buffer.from(slot.keySlot.id).toString('hex');
  if (
    listStaff({ db: vault.db }).some((known) => known.signInName === request.signInName) ||
    slotTaken(session, slotId)
  )
    throw new VaultError('name-taken');
  writeSlots(vault, tools, withSlot(slot.keySlot));
  return session.commit({ name: 'staffMember.add', unlogged: false }, (context) => {
    keepSecret(vault, slot);
    const body: StaffMember = {
      name: request.name,
      signInName: request.signInName,
      role: request.role,
      slotId,
      disabledAt: null,
    };
    const added = saveRecord(context, staffMemberKind, { id: context.newId(), caseFileId: null, body });
    enterKey(context, slot.keySlot, added.id);
    return listed(context, added);
  });
}

/**
 * The slot goes first: from then on her passphrase opens nothing, even if the power fails before the commit. Then the records get a new
 * key, so that the slots of her days open nothing either; if that does not go now, it stays due.
 */
export function disableStaff(session: Session, id: string): StaffListed {
  const { vault } = session.opened();
  const person = loadRecord({ db: vault.db }, staffMemberKind, id);
  if (person.body.disabledAt !== null) return listed({ db: vault.db }, person);
  const others = listStaff({ db: vault.db }).filter(
    (other) => other.id !== id && other.role === 'director' && other.disabledAt === null,
  );
  if (person.body.role === 'director' && others.length === 0) throw new VaultError('last-director');
  writeSlots(vault, session.settings.tools, (slots) =>
    slots.filter((slot) => Buffer.from(slot.id).toString('hex') !== person.body.slotId),
  );
  const gone = session.commit({ name: 'staffMember.disable', unlogged: false }, (context) => {
    context.db.run('DELETE FROM draft WHERE staff_id = ?', [id]);
    context.db.run('UPDATE vault_state SET key_due = 1');
    leaveCompartment(context, id);
    return listed(
      context,
      saveRecord(context, staffMemberKind, {
        id,
        caseFileId: null,
        body: { ...person.body, disabledAt: context.now() },
      }),
    );
  });
  renewIfDue(session);
  return gone;
}

/**
 * A colleague who forgot her passphrase or lost the stick with her key file types a new one at this computer, which needs no key file. Her
 * slot has a new root: what was sealed to her alone is sealed to her no more, so she leaves the compartment until a counsellor lets her
 * in again. Throws `staff-disabled`, and `rule-broken {rule: 'passphrase-own'}` for one's own: that needs the one of before.
 */
export async function givePassphrase(
  session: Session,
  { id, passphrase }: { readonly id: string; readonly passphrase: string },
): Promise<StaffListed> {
  const { vault, person: me } = session.opened();
  const { tools } = session.settings;
  const person = loadRecord({ db: vault.db }, staffMemberKind, id);
  const { name, signInName, disabledAt } = person.body;
  if (disabledAt !== null) throw new VaultError('staff-disabled');
  if (id === me.id) throw new VaultError('rule-broken', { rule: 'passphrase-own' });
  await requireStrongPassphrase(passphrase, [name, signInName]);
  const cost = await calibrate(tools, session.settings);
  const { vaultId, epoch, vaultKey } = vault;
  const slot = await createUserSlot({ vaultId, epoch, vaultKey, signInName, passphrase, cost }, tools);
  session.commit({ name: 'staffMember.givePassphrase', unlogged: true }, (context) => {
    forgetSecret(context.db, slot.keySlot.id);
    leaveCompartment(context, id);
    context.note('begun', { recordId: id });
    // Before the slots are written: cut off in between, a key is known that nobody holds, and her old slot still opens.
    enterKey(context, slot.keySlot, id);
  });
  writeSlots(vault, tools, withSlot(slot.keySlot));
  return session.commit({ name: 'staffMember.givePassphrase', unlogged: false }, (context) => {
    keepSecret(vault, slot);
    context.note('', { recordId: id });
    return listed(context, person);
  });
}

/** Throws `wrong-passphrase` when the current one does not open her slot, and `unlock-wait` after several such tries. */
export async function changePassphrase(
  session: Session,
  request: { readonly current: string; readonly next: string },
): Promise<void> {
  const { vault, person } = session.opened();
  const { signInName } = loadRecord({ db: vault.db }, staffMemberKind, person.id).body;
  await requireStrongPassphrase(request.next, [signInName, person.name]);
  await withOwnSlot(session, request.current, ACTION, (proven) =>
    rewrapOwn(session, proven, { passphrase: request.next, keyFile: proven.opened.keyFile }, ACTION),
  );
}

/**
 * Proves that a colleague is at this desk as well: her passphrase opens her own slot, and nothing else is done with it. Throws
 * `wrong-passphrase`, `unlock-wait`, `staff-disabled`. Each miss is kept under the action that asked.
 */
export async function proveColleague(
  session: Session,
  { signInName, passphrase }: { readonly signInName: string; readonly passphrase: string },
  action: string,
): Promise<StaffMemberId> {
  const { vault } = session.opened();
  const opened = await openAtDesk(session, action, await withKeyFiles(session, { signInName, passphrase }));
  const person = staffBySlot({ db: vault.db }, opened.keySlot.id);
  wipe(opened.userRoot, opened.vaultKey, opened.sealSecret);
  if (person === undefined || person.body.disabledAt !== null) throw new VaultError('staff-disabled');
  remember(session, noAttempts);
  return StaffMemberId.parse(person.id);
}

function slotTaken(session: Session, slotId: string): boolean {
  const { vault } = session.opened();
  return (
    vault.db.get('SELECT 1 AS taken FROM staff_member WHERE slot_id = ?', [Buffer.from(slotId, 'hex')]) !== undefined
  );
}
