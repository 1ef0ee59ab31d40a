// The only way to read a backup. A stick is a hostile computer: manifest and slots are taken into memory once, proven there and
// read only from there; the database is hashed while it is copied to a private place and never touched on the stick again.
import { join } from 'node:path';
import { VaultError } from '#shared/contract/errors';
import type { KeyTools } from '../keys/kdf.ts';
import { decodeSlots, slotFileLimit, slotsHash } from '../keys/slots.ts';
import { type Credential, openSlots, type UnlockedSlots } from '../keys/unlock.ts';
import { wipe } from '../keys/wipe.ts';
import { backupKey } from '../keys/derived-keys.ts';
import { type OutsideFile, readOutside } from '../removable/open-outside.ts';
import type { Stop } from '../removable/outside-error.ts';
import type { PrivateFolder } from '../removable/private-folder.ts';
import type { KeyedFile } from './copy-database.ts';
import {
  type BackupFacts,
  type BackupLabel,
  DATABASE,
  MANIFEST,
  MANIFEST_LIMIT,
  openManifest,
  type ReadManifest,
  readManifest,
  SLOTS,
  unhex,
} from './manifest.ts';

/** Where a backup lies: the folder the person chose and the name of the backup in it. */
export interface BackupPlace {
  readonly folder: string;
  readonly name: string;
}

/** SQLCipher keeps the salt in the first bytes of the file. */
const SALT_BYTES = 16;

export class AuthenticatedBackup {
  readonly place: BackupPlace;
  readonly facts: BackupFacts;
  readonly label: BackupLabel;
  /** The bytes of its `slots.bin`, proven. */
  readonly slots: Uint8Array;
  /** Who opened it and the vault key of that time; wiped by `forget`. */
  readonly unlocked: UnlockedSlots;

  private constructor(place: BackupPlace, facts: BackupFacts, label: BackupLabel, unlocked: UnlockedSlots) {
    this.place = place;
    this.facts = facts;
    this.label = label;
    this.slots = unlocked.bytes;
    this.unlocked = unlocked;
  }

  /**
   * Throws `backup-incomplete` (a file is missing), `backup-damaged`, `vault-from-the-future`, `slots-policy`, `wrong-passphrase`,
   * `recovery-code-mistyped`, `recovery-code-unknown`, and those of reading a stick.
   */
  static async open(place: BackupPlace, credential: Credential, tools: KeyTools): Promise<AuthenticatedBackup> {
    const manifest = await readManifestAt(place);
    const slots = await readSlotsAt(place, manifest, tools);
    const unlocked = await openSlots({ bin: slots, bak: null }, credential, tools).catch((error: unknown) => {
      throw error instanceof VaultError && error.code === 'slots-damaged'
        ? new VaultError('backup-damaged', { part: 'slots' })
        : error;
    });
    try {
      if (unlocked.file.epoch !== manifest.facts.epoch) throw new VaultError('backup-damaged', { part: 'slots' });
      const label = openManifest(manifest, unlocked.opened.vaultKey);
      return new AuthenticatedBackup(place, manifest.facts, label, unlocked);
    } catch (error) {
      wipeOpened(unlocked);
      throw error;
    }
  }

  /** Copies the database into a private place, checking size and SHA-256 as the bytes arrive. Throws `backup-damaged`, `backup-incomplete`. */
  async bringIn(
    privateFolder: PrivateFolder,
    signal: Stop | undefined,
    seen: (share: number) => void,
  ): Promise<KeyedFile> {
    const database = this.facts.files[DATABASE];
    const expect = { bytes: database.bytes, sha256: database.sha256 };
    const file: OutsideFile = {
      folder: this.place.folder,
      names: [this.place.name, DATABASE],
      limit: database.bytes,
      expect,
      ...(signal === undefined ? {} : { signal }),
    };
    const copy = await privateFolder
      .copyIn(file, DATABASE, (bytes) => seen(bytes / database.bytes))
      .catch((error: unknown) => {
        throw backupError(error, 'database');
      });
    const salt = new Uint8Array(SALT_BYTES);
    await copy.handle.read(salt, 0, SALT_BYTES, 0);
    await copy.handle.sync();
    return { file: join(privateFolder.path, DATABASE), key: this.databaseKey(), salt };
  }

  /** A fresh copy of the key of its database; jobs overwrite theirs when they end. */
  databaseKey(): Uint8Array {
    return backupKey(this.unlocked.opened.vaultKey, unhex(this.facts.vaultId), unhex(this.facts.backupId));
  }

  forget(): void {
    wipeOpened(this.unlocked);
  }
}

function wipeOpened({ opened }: UnlockedSlots): void {
  wipe(opened.userRoot, opened.vaultKey, opened.sealSecret);
}

/** The manifest, whole but not vouched for. Throws `backup-incomplete`, `backup-damaged`, `vault-from-the-future`. */
export async function readManifestAt({ folder, name }: BackupPlace): Promise<ReadManifest> {
  const { content } = await readOutside({ folder, names: [name, MANIFEST], limit: MANIFEST_LIMIT }).catch(
    (error: unknown) => {
      throw backupError(error, 'manifest');
    },
  );
  return readManifest(content);
}

/** The slots that the manifest names, and no others; checked before a passphrase is used on them. */
export async function readSlotsAt(
  { folder, name }: BackupPlace,
  { facts }: ReadManifest,
  tools: KeyTools,
): Promise<Uint8Array> {
  const listed = facts.files[SLOTS];
  const expect = { bytes: listed.bytes, sha256: listed.sha256 };
  const { content } = await readOutside({ folder, names: [name, SLOTS], limit: slotFileLimit, expect }).catch(
    (error: unknown) => {
      throw backupError(error, 'slots');
    },
  );
  const file = decodeSlots(content, tools.policy);
  const belongs =
    Buffer.compare(file.vaultId, unhex(facts.vaultId)) === 0 &&
    file.generation === facts.slotsGeneration &&
    file.epoch === facts.epoch;
  if (!belongs || Buffer.compare(slotsHash(content), unhex(facts.slotsHash)) !== 0)
    throw new VaultError('backup-damaged', { part: 'slots' });
  return content;
}

/** A missing file makes a backup incomplete; a file that is not what the manifest says makes it damaged. */
function backupError(error: unknown, part: 'manifest' | 'slots' | 'database'): unknown {
  if (!(error instanceof VaultError)) return error;
  if (error.code === 'file-gone') return new VaultError('backup-incomplete', { part });
  const isOther = error.code === 'file-damaged' || error.code === 'file-too-big' || error.code === 'not-a-regular-file';
  return isOther ? new VaultError('backup-damaged', { part }) : error;
}
