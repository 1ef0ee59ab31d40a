// The first run: a new vault with its director. Built in a folder of its own name and moved into place whole,
// so that a power cut leaves either no vault or a vault that opens.
import { renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { VaultError } from '#shared/contract/errors';
import { StaffMemberId } from '#shared/ids';
import type { StaffMember } from '#shared/records/staff-member';
import { enterKeys } from '../audit/signing-keys.ts';
import { signerOf } from '../audit/signing.ts';
import { isRestoreWaiting } from '../backup/restore-marker.ts';
import { flushFolder, writeSlotFiles } from '../keys/atomic-file.ts';
import { calibrate } from '../keys/calibrate.ts';
import { requireStrongPassphrase } from '../keys/passphrase-strength.ts';
import { createUserSlot, type NewSlot } from '../keys/slot-keys.ts';
import { encodeSlots, slotsHash } from '../keys/slots.ts';
import { createVaultFiles } from '../open-vault.ts';
import { saveRecord } from '../records/record-kind.ts';
import { staffMemberKind } from '../records/staff-member.ts';
import type { Session, SessionSettings } from '../session.ts';
import { makeVaultFolder, vaultExists, vaultFolder } from '../vault-folder.ts';
import { unlock } from './unlock.ts';

export interface FirstRun {
  readonly shelterName: string;
  readonly directorName: string;
  readonly signInName: string;
  readonly passphrase: string;
}

/** Throws `vault-exists`, `passphrase-too-weak`, `disk-full`, `disk-failing`. Signs the director in. */
export async function createVault(session: Session, request: FirstRun): Promise<void> {
  const { settings } = session;
  if (isRestoreWaiting(settings.place)) throw new VaultError('restore-waiting');
  if (vaultExists(settings.place)) throw new VaultError('vault-exists');
  await requireStrongPassphrase(request.passphrase, [request.shelterName, request.directorName, request.signInName]);
  const cost = await calibrate(settings.tools, settings);
  const vaultId = settings.tools.randomBytes(16);
  const vaultKey = settings.tools.randomBytes(32);
  const slot = await createUserSlot(
    { vaultId, epoch: 1, vaultKey, signInName: request.signInName, passphrase: request.passphrase, cost },
    settings.tools,
  );
  build(settings, request, { vaultId, vaultKey, slot });
  await unlock(session, request.signInName, request.passphrase);
}

interface Seeds {
  readonly vaultId: Uint8Array;
  readonly vaultKey: Uint8Array;
  readonly slot: NewSlot;
}

function build(settings: SessionSettings, request: FirstRun, { vaultId, vaultKey, slot }: Seeds): void {
  const dataDir = dirname(settings.place.folder);
  const workshop = vaultFolder(dataDir, 'Records.new');
  rmSync(workshop.folder, { recursive: true, force: true });
  makeVaultFolder(workshop);
  const bytes = encodeSlots({ vaultId, epoch: 1, generation: 1, keySlots: [slot.keySlot] }, vaultKey);
  writeSlotFiles(workshop.folder, bytes);
  const vault = createVaultFiles(workshop, {
    vaultId,
    vaultKey,
    epoch: 1,
    shelterName: request.shelterName,
    createdAt: settings.now(),
    slots: { generation: 1, slotsHash: slotsHash(bytes) },
    salt: settings.tools.randomBytes(16),
  });
  const id = StaffMemberId.parse(settings.newId());
  const body: StaffMember = {
    name: request.directorName,
    signInName: request.signInName,
    role: 'director',
    slotId: Buffer.from(slot.keySlot.id).toString('hex'),
    disabledAt: null,
  };
  vault.commit(() => {
    const { db, chain } = vault;
    db.run('INSERT INTO slot_secret (slot_id, seal_secret) VALUES (?, ?)', [slot.keySlot.id, slot.sealSecret]);
    const clock = { now: () => settings.now(), today: () => settings.today(), newId: () => settings.newId() };
    const context = {
      ...clock,
      db,
      chain,
      action: 'session.createVault',
      staffMember: { id, name: body.name, role: body.role },
      note: () => undefined,
      compartment: () => null,
    };
    chain.signAs(signerOf(id, slot.signingKey, vaultId));
    enterKeys(context, { ...slot.keySlot, owner: id }, []);
    saveRecord(context, staffMemberKind, { id, caseFileId: null, body });
  });
  vault.close();
  renameSync(workshop.folder, settings.place.folder);
  flushFolder(dataDir);
}
