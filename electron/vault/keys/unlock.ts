// From the two copies of `slots.bin` and what a person typed to the vault key, or to one of four different answers:
// damaged, newer than this program, wrong passphrase, rolled back. The plain hash is judged first, the passphrase after it.
import { type ErrorCode, VaultError } from '#shared/contract/errors';
import { readRecoveryCode } from '#shared/keys/recovery-code';
import { type KdfPolicy, type KeyTools, passphraseBytes, stretch } from './kdf.ts';
import { type BroughtSecret, type OpenedSlot, openSlot, recoverySlotId, userSlotId } from './slot-keys.ts';
import type { KeySlot, SlotType } from './slot-layout.ts';
import { decodeSlots, type SlotFile, slotsHash, slotsVouchedBy } from './slots.ts';
import { joinSheets } from './trustees.ts';
import { wipe } from './wipe.ts';

export type Credential =
  | {
      readonly kind: 'passphrase';
      readonly signInName: string;
      readonly passphrase: string;
      /** The key files at hand, 32 bytes each (key-file.ts). */
      readonly keyFiles?: readonly Uint8Array[];
    }
  | { readonly kind: 'recovery-code'; readonly code: string }
  /** Two of the three sheets, each as its lines. */
  | { readonly kind: 'trustees'; readonly sheets: readonly [readonly string[], readonly string[]] };

/** Contents of `slots.bin` and `slots.bak`; null where a file is missing. */
export interface SlotCopies {
  readonly bin: Uint8Array | null;
  readonly bak: Uint8Array | null;
}

export interface UnlockedSlots {
  readonly file: SlotFile;
  readonly bytes: Uint8Array;
  readonly opened: OpenedSlot;
  /**
   * The copies were not both these bytes: write them again (`writeSlotFiles`), but only after `judgeGeneration` has passed. An old
   * copy put beside the true one opens with an old passphrase; healing from it first would destroy the true one.
   */
  readonly heal: boolean;
}

interface GoodCopy {
  readonly file: SlotFile;
  readonly bytes: Uint8Array;
}

/**
 * Opens the vault key. Throws `slots-damaged`, `vault-from-the-future`, `slots-policy`, `wrong-passphrase` (also for a name that
 * has no slot, after the same work), `recovery-code-mistyped`, `recovery-code-unknown`, and those of the trustees' parts (trustees.ts).
 */
export async function openSlots(copies: SlotCopies, credential: Credential, tools: KeyTools): Promise<UnlockedSlots> {
  const good = goodCopies(copies, tools.policy);
  let forged = false;
  for (const copy of good) {
    const opened = await openCopy(copy, credential, tools);
    if (opened === 'inconsistent') forged = true;
    else if (opened !== 'wrong-secret' && !isReplaced(copy, opened, good))
      return { ...copy, opened, heal: !bothAre(copies, copy.bytes) };
  }
  if (forged) throw new VaultError('slots-damaged');
  throw new VaultError(notOpened[credential.kind]);
}

/**
 * The newer copy is of the same vault key and vouched for: the change was decided when it was written, and this one was not reached any
 * more, or was put back. What opens only this one (a passphrase of before, somebody who was removed) opens nothing.
 */
function isReplaced(
  copy: GoodCopy,
  { vaultKey, userRoot, sealSecret }: OpenedSlot,
  good: readonly GoodCopy[],
): boolean {
  const isNewer = good.some(
    ({ file, bytes }) =>
      file.generation > copy.file.generation &&
      file.epoch === copy.file.epoch &&
      slotsVouchedBy(bytes, vaultKey, copy.file.vaultId),
  );
  if (isNewer) wipe(userRoot, vaultKey, sealSecret);
  return isNewer;
}

const notOpened = {
  passphrase: 'wrong-passphrase',
  'recovery-code': 'recovery-code-unknown',
  trustees: 'shares-unknown',
} as const satisfies Record<Credential['kind'], ErrorCode>;

/** What can be said about the two files without any passphrase. */
export function checkSlotFiles(
  copies: SlotCopies,
  policy: KdfPolicy,
): 'good' | 'one-copy' | 'damaged' | 'from-the-future' | 'outside-policy' {
  try {
    const [newest] = goodCopies(copies, policy);
    return newest !== undefined && bothAre(copies, newest.bytes) ? 'good' : 'one-copy';
  } catch (error) {
    if (!(error instanceof VaultError)) throw error;
    if (error.code === 'vault-from-the-future') return 'from-the-future';
    return error.code === 'slots-policy' ? 'outside-policy' : 'damaged';
  }
}

/**
 * Compares opened slots with what the vault itself remembers of them. `newer`: the last change was cut off between the files and
 * the database, store the new pair. Throws `slots-rolled-back` for an older file, `slots-damaged` for another one of the same age.
 */
export function judgeGeneration(
  unlocked: Pick<UnlockedSlots, 'file' | 'bytes'>,
  stored: { readonly generation: number; readonly slotsHash: Uint8Array },
): 'same' | 'newer' {
  const { generation } = unlocked.file;
  if (generation < stored.generation) throw new VaultError('slots-rolled-back');
  if (generation > stored.generation) return 'newer';
  if (!sameBytes(slotsHash(unlocked.bytes), stored.slotsHash)) throw new VaultError('slots-damaged');
  return 'same';
}

/** The undamaged copies, newest first, without repetition. Throws what is wrong when there is none. */
function goodCopies(copies: SlotCopies, policy: KdfPolicy): readonly GoodCopy[] {
  const readings = [copies.bin, copies.bak].map((bytes) => readCopy(bytes, policy));
  const codes = readings.map((reading) => (typeof reading === 'string' ? reading : undefined));
  // Beside a whole file of a later version the older copy is stale: a newer program was here.
  if (codes.includes('vault-from-the-future')) throw new VaultError('vault-from-the-future');
  const good = readings.filter((reading) => typeof reading !== 'string');
  const [first, second] = good.toSorted((one, other) => other.file.generation - one.file.generation);
  if (first === undefined) throw new VaultError(codes.includes('slots-policy') ? 'slots-policy' : 'slots-damaged');
  return second === undefined || sameBytes(first.bytes, second.bytes) ? [first] : [first, second];
}

function readCopy(bytes: Uint8Array | null, policy: KdfPolicy): GoodCopy | ErrorCode {
  if (bytes === null) return 'slots-damaged';
  try {
    return { file: decodeSlots(bytes, policy), bytes };
  } catch (error) {
    if (error instanceof VaultError) return error.code;
    throw error;
  }
}

function bothAre(copies: SlotCopies, bytes: Uint8Array): boolean {
  return [copies.bin, copies.bak].every((copy) => copy !== null && sameBytes(copy, bytes));
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}

async function openCopy(
  copy: GoodCopy,
  credential: Credential,
  tools: KeyTools,
): Promise<OpenedSlot | 'wrong-secret' | 'inconsistent'> {
  const wanted = readCredential(copy.file, credential);
  const keySlot = copy.file.keySlots.find((slot) => slot.type === wanted.type && wanted.isOf(slot.id));
  try {
    if (keySlot === undefined) return await refuseUnknown(copy.file, credential, wanted.from, tools);
    return await openAndCheck(keySlot, copy, wanted.from, tools);
  } finally {
    wipe(wanted.from.secret);
  }
}

/** A slot's key counts only when it also vouches for the whole file. */
async function openAndCheck(
  keySlot: KeySlot,
  copy: GoodCopy,
  secret: BroughtSecret,
  tools: KeyTools,
): Promise<OpenedSlot | 'wrong-secret' | 'inconsistent'> {
  const { vaultId, epoch } = copy.file;
  const opened = await openSlot(keySlot, { vaultId, epoch, from: secret }, tools);
  if (typeof opened === 'string' || slotsVouchedBy(copy.bytes, opened.vaultKey, vaultId)) return opened;
  wipe(opened.userRoot, opened.vaultKey, opened.sealSecret);
  return 'inconsistent';
}

/** A name without a slot costs the same wait as a wrong passphrase or a key file that is missing: the locked screen tells nobody who works here. */
async function refuseUnknown(
  file: SlotFile,
  credential: Credential,
  from: BroughtSecret,
  tools: KeyTools,
): Promise<'wrong-secret'> {
  const stand = file.keySlots.find((slot) => slot.type === 'user');
  if (credential.kind === 'passphrase' && stand !== undefined) wipe(await stretch(from.secret, stand, tools));
  return 'wrong-secret';
}

interface Wanted {
  readonly type: SlotType;
  readonly isOf: (slotId: Uint8Array) => boolean;
  readonly from: BroughtSecret;
}
const same =
  (id: Uint8Array) =>
  (other: Uint8Array): boolean =>
    sameBytes(id, other);

function readCredential(file: SlotFile, credential: Credential): Wanted {
  if (credential.kind === 'passphrase') {
    const from = { secret: passphraseBytes(credential.passphrase), keyFiles: credential.keyFiles };
    return { type: 'user', isOf: same(userSlotId(file.vaultId, credential.signInName)), from };
  }
  if (credential.kind === 'trustees') {
    const { set, secret } = joinSheets(credential.sheets);
    return { type: 'trustee-quorum', isOf: (id) => sameBytes(id.subarray(0, set.length), set), from: { secret } };
  }
  const reading = readRecoveryCode(credential.code);
  if (reading.state !== 'well-formed') throw new VaultError('recovery-code-mistyped');
  return {
    type: 'recovery-code',
    isOf: same(recoverySlotId(file.vaultId, reading.entropy)),
    from: { secret: reading.entropy },
  };
}
