// Who opens the compartment of sealed notes. Every way in goes through somebody who is in already, or through the recovery code.
import { VaultError } from '#shared/contract/errors';
import type { compartmentOperations, CompartmentState } from '#shared/records/compartment';
import type { ReadContext, WriteContext } from '../context.ts';
import type { Row } from '../database/sql.ts';
import type { KeySlot } from '../keys/slot-layout.ts';
import { openSlots } from '../keys/unlock.ts';
import { addMember, membersNow } from '../records/compartment-member.ts';
import { obey, staffRef } from '../records/revision-mark.ts';
import type { Handlers } from '../router.ts';
import type { Session } from '../session.ts';
import { leaveCompartment, slotOf } from './compartment-people.ts';
import {
  beginRing,
  changedSeals,
  isSealedTo,
  type Keyholder,
  renewIfSpent,
  sealRingTo,
  withRing,
} from './compartment-ring.ts';
import { wayBack } from './way-back-state.ts';
import { currentSlots, sameId } from './slot-file.ts';
import { remember, withWaiting } from './unlock.ts';
import { noAttempts } from '../keys/throttle.ts';

export function compartmentHandlers(session: Session): Handlers<typeof compartmentOperations> {
  const random = (size: number): Uint8Array => session.settings.tools.randomBytes(size);
  return {
    state: (context) => told(session, context),
    begin: (context) => {
      obey(hasBegun(context) ? 'compartment-begun' : null);
      const own = keySlots(session).find((slot) => sameId(slot.id, slotOf(context.db, context.staffMember.id)));
      if (own === undefined) throw new VaultError('not-found');
      beginRing(context.db, [own, ...codes(session)].map(sealedTo), random);
      addMember(context, context.staffMember.id);
      return stateOf(context);
    },
    letIn: (context, { staffMemberId }) => {
      const by = member(session, context);
      const isCandidate = candidates(context).some(({ id }) => id === staffMemberId);
      const isChanged = changedFor(session, context).some((id) => sameId(id, slotOf(context.db, staffMemberId)));
      obey(isCandidate || isChanged ? null : 'compartment-role');
      sealRingTo(context.db, by, ownerOf(session, context, staffMemberId), random);
      if (isCandidate) addMember(context, staffMemberId);
      return told(session, context);
    },
    takeOut: (context, { staffMemberId }) => {
      if (context.staffMember.role !== 'director') member(session, context);
      const members = membersNow(context);
      if (!members.some(({ body }) => body.staffMemberId === staffMemberId)) throw new VaultError('not-found');
      obey(members.length === 1 ? 'compartment-last' : null);
      leaveCompartment(context, staffMemberId);
      renewAsMember(session, context);
      return told(session, context);
    },
    sealToCode: (context) => {
      const by = member(session, context);
      const found = codes(session);
      obey(found.length === 0 ? 'compartment-no-code' : null);
      for (const code of found) sealRingTo(context.db, by, sealedTo(code), random);
      return told(session, context);
    },
    openWithCode: (_context, { code }) => openWithCode(session, code),
  };
}

/** The code proves itself as at the door; then it opens the compartment for her, and counts as used. */
async function openWithCode(session: Session, code: string): Promise<CompartmentState> {
  const { vault, person } = session.opened();
  const { tools } = session.settings;
  const copies = { bin: currentSlots(vault, tools).bytes, bak: null };
  const { opened } = await withWaiting(session, () => openSlots(copies, { kind: 'recovery-code', code }, tools));
  remember(session, noAttempts);
  const by: Keyholder = { slotId: opened.keySlot.id, exchangeKey: opened.exchangeKey };
  return session.commit({ name: 'compartment.openWithCode', unlogged: false }, (context) => {
    obey(isSealedTo(context.db, by.slotId) ? null : 'compartment-code');
    if (!isSealedTo(context.db, slotOf(context.db, person.id))) addMember(context, person.id);
    sealRingTo(context.db, by, ownerOf(session, context, person.id), (size) => tools.randomBytes(size));
    context.db.run('UPDATE vault_state SET recovery_confirmed_at = NULL');
    return stateOf(context);
  });
}

/** The person at the keyboard as one who is in. */
function member(session: Session, context: ReadContext): Keyholder {
  const { keyholder } = session.opened();
  if (keyholder === null || !isSealedTo(context.db, keyholder.slotId)) {
    throw new VaultError('rule-broken', { rule: 'compartment-member' });
  }
  return keyholder;
}

function renewAsMember(session: Session, context: WriteContext): void {
  const { keyholder } = session.opened();
  if (keyholder === null || !isSealedTo(context.db, keyholder.slotId)) return;
  // Whoever is next to seal something is told; taking somebody out is not held up by it.
  if (changedFor(session, context).length > 0) return;
  renewIfSpent(context.db, keyholder, (size) => session.settings.tools.randomBytes(size));
}

const keySlots = (session: Session): readonly KeySlot[] =>
  currentSlots(session.opened().vault, session.settings.tools).file.keySlots;
const codes = (session: Session): readonly KeySlot[] =>
  keySlots(session).filter(({ type }) => type === 'recovery-code');
const sealedTo = ({ id, publicX }: KeySlot) => ({ slotId: id, publicX });

function ownerOf(session: Session, context: ReadContext, staffMemberId: string) {
  const slotId = slotOf(context.db, staffMemberId);
  const slot = keySlots(session).find(({ id }) => sameId(id, slotId));
  if (slot === undefined) throw new VaultError('not-found');
  return sealedTo(slot);
}

/** With nobody and no code left to open it, another one may be begun. */
const hasBegun = ({ db }: ReadContext): boolean =>
  db.get('SELECT 1 AS there FROM compartment_seal LIMIT 1') !== undefined;

interface Counsellor extends Row {
  id: string;
}

const candidates = ({ db }: ReadContext): Counsellor[] =>
  db.all<Counsellor>(
    `SELECT id FROM staff_member WHERE role = 'clinician' AND disabled_at IS NULL
       AND id NOT IN (SELECT staff_id FROM compartment_member WHERE to_at IS NULL) ORDER BY name, id`,
  );

/** Slots whose public key was changed behind the members' backs, as far as the person at the keyboard can tell: a member can. */
function changedFor(session: Session, { db }: ReadContext): Uint8Array[] {
  const { keyholder } = session.opened();
  if (keyholder === null || !isSealedTo(db, keyholder.slotId)) return [];
  return withRing(db, keyholder, (ring) => changedSeals(db, ring));
}

/** The state, with what was changed from outside. */
function told(session: Session, context: ReadContext): CompartmentState {
  const changed = changedFor(session, context);
  const isOf = (id: string): boolean => changed.some((slot) => sameId(slot, slotOf(context.db, id)));
  const state = stateOf(context);
  const people = state.members.filter(({ id }) => isOf(id));
  return { ...state, changed: people, codeChanged: people.length < changed.length };
}

function stateOf(context: ReadContext): CompartmentState {
  const named = (id: string) => staffRef(context, id) ?? [];
  const begun = hasBegun(context);
  return {
    hasBegun: begun,
    members: membersNow(context).flatMap(({ body }) => named(body.staffMemberId)),
    isMember: isSealedTo(context.db, slotOf(context.db, context.staffMember.id)),
    others: begun ? candidates(context).flatMap(({ id }) => named(id)) : [],
    recoveryCode: codeStands(context),
    changed: [],
    codeChanged: false,
  };
}

function codeStands({ db }: ReadContext): CompartmentState['recoveryCode'] {
  const sealed = db.get(
    'SELECT 1 AS there FROM compartment_seal WHERE slot_id NOT IN (SELECT slot_id FROM staff_member)',
  );
  if (sealed !== undefined) return 'sealed';
  return wayBack(db).state === 'none' ? 'no-code' : 'new-code';
}
