// The manifest of a backup: what belongs to it, of which state of which vault, under an HMAC. The name of a folder is never
// believed, only this. What would tell a finder something (the shelter, how many records) is encrypted inside it.
import { createCipheriv, createDecipheriv, createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { VaultError } from '#shared/contract/errors';
import { RecordId } from '#shared/ids';
import { RecordCounts } from '#shared/records/backup';
import { Instant } from '#shared/time';
import { backupLabelKey, backupManifestMac } from '../keys/derived-keys.ts';
import { wipe } from '../keys/wipe.ts';
import { toHex } from './copy-database.ts';

/** Files of a backup, in the order of the manifest. */
export const MANIFEST = 'manifest.json';
export const DATABASE = 'records.db';
export const SLOTS = 'slots.bin';
/** Far above any real manifest: some 2 KiB, and 78 bytes for each file that is left out. */
export const MANIFEST_LIMIT = 1024 * 1024;
/** More damaged files than this are no longer a backup. */
const MOST_OMITTED = 10_000;
/**
 * 2 has a folder of files beside the database; 3 leaves out files that were damaged when it was made. A backup without files is
 * still written as 1 and one with all of them as 2, for older programs.
 */
const FORMATS = [1, 2, 3] as const;
const NEWEST_FORMAT = 3;

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));
const ListedFile = z.strictObject({ bytes: z.int().min(1), sha256: hex(32) });

const Facts = z.strictObject({
  format: z.literal(FORMATS),
  vaultId: hex(16),
  backupId: hex(16),
  epoch: z.int().min(1),
  commitSeq: z.int().min(1),
  /** MAC of the newest entry of the chain: an anchor of the whole history outside the computer. */
  chainHead: hex(32),
  slotsGeneration: z.int().min(1),
  slotsHash: hex(32),
  createdAt: Instant,
  app: z.string().regex(/^[0-9A-Za-z.+-]{1,40}$/),
  /** Number of the newest migration in the database. */
  schema: z.int().min(1),
  files: z.strictObject({ [DATABASE]: ListedFile, [SLOTS]: ListedFile }),
  /** From format 2 on: the encrypted files of attachments, which the database names one by one. */
  attachments: z.strictObject({ count: z.int().min(1), bytes: z.int().min(1) }).optional(),
  /** Only in format 3: how many files are left out. Which ones is said in the label. */
  omitted: z.int().min(1).max(MOST_OMITTED).optional(),
  label: z.strictObject({ nonce: hex(12), sealed: z.string().regex(/^(?:[0-9a-f]{2}){17,500000}$/) }),
});
const BackupFacts = Facts.refine(({ format, attachments, omitted }) =>
  format === 3 ? omitted !== undefined : omitted === undefined && (format === 2) === (attachments !== undefined),
);
/** What stands in a manifest, readable without a key. */
export type BackupFacts = z.output<typeof BackupFacts>;

const Seals = z.strictObject({ backup: BackupFacts, mac: hex(32), sha256: hex(32) });

export const BackupLabel = z.strictObject({
  shelterName: z.string().max(200),
  records: RecordCounts,
  entries: z.int().min(0),
  revisions: z.int().min(0),
  newestEntryAt: Instant.nullable(),
  /** The attachments whose bytes are not in this backup, because they were damaged when it was made. Empty: everything is in it. */
  omissions: z.array(RecordId).max(MOST_OMITTED),
});
/** What only a key tells. */
export type BackupLabel = z.output<typeof BackupLabel>;

/** A manifest as it was read: whole by its own checksum, not yet vouched for by anyone. */
export interface ReadManifest {
  readonly facts: BackupFacts;
  /** The exact text that the HMAC covers. */
  readonly text: string;
  readonly mac: Uint8Array;
}

interface ManifestKeys {
  readonly vaultKey: Uint8Array;
  readonly vaultId: Uint8Array;
  readonly backupId: Uint8Array;
}

/** The bytes of `manifest.json`. */
export function encodeManifest(
  facts: Omit<BackupFacts, 'label'>,
  label: BackupLabel,
  nonce: Uint8Array,
  vaultKey: Uint8Array,
): Uint8Array {
  const keys = { vaultKey, vaultId: unhex(facts.vaultId), backupId: unhex(facts.backupId) };
  const sealed = sealLabel(BackupLabel.parse(label), nonce, keys);
  const text = JSON.stringify(BackupFacts.parse({ ...facts, label: { nonce: toHex(nonce), sealed: toHex(sealed) } }));
  return Buffer.from(`{"backup":${text},"mac":"${toHex(macOf(text, keys))}","sha256":"${sha256(text)}"}\n`, 'utf8');
}

/**
 * Reads a manifest without a key. Throws `vault-from-the-future` for a later format, `backup-damaged` for anything that is not
 * byte for byte what `encodeManifest` writes.
 */
export function readManifest(bytes: Uint8Array): ReadManifest {
  const whole = Buffer.from(bytes).toString('utf8');
  const found = /^\{"backup":(\{.*\}),"mac":"([0-9a-f]{64})","sha256":"([0-9a-f]{64})"\}\n$/s.exec(whole);
  const [, text = '', mac = '', checksum = ''] = found ?? [];
  if (found === null || sha256(text) !== checksum) throw new VaultError('backup-damaged', { part: 'manifest' });
  const parsed = parse(text);
  if (isFromTheFuture(parsed)) throw new VaultError('vault-from-the-future');
  const reading = Seals.safeParse({ backup: parsed, mac, sha256: checksum });
  if (!reading.success || JSON.stringify(reading.data.backup) !== text)
    throw new VaultError('backup-damaged', { part: 'manifest' });
  return { facts: reading.data.backup, text, mac: unhex(mac) };
}

/** Whether the holder of this vault key wrote this manifest; opens its label. Throws `backup-damaged`. */
export function openManifest(manifest: ReadManifest, vaultKey: Uint8Array): BackupLabel {
  const { facts } = manifest;
  const keys = { vaultKey, vaultId: unhex(facts.vaultId), backupId: unhex(facts.backupId) };
  if (!timingSafeEqual(macOf(manifest.text, keys), manifest.mac))
    throw new VaultError('backup-damaged', { part: 'manifest' });
  return unsealLabel(facts.label, keys);
}

/** Everything that belongs to a backup beside its manifest, in bytes. */
export const bytesOfBackup = ({ files, attachments }: Pick<BackupFacts, 'files' | 'attachments'>): number =>
  files[DATABASE].bytes + files[SLOTS].bytes + (attachments?.bytes ?? 0);

/** The number that a backup gets: the lowest that says what is in it. */
export const formatFor = (files: number, omitted: number): BackupFacts['format'] =>
  omitted > 0 ? 3 : files > 0 ? 2 : 1;

export const unhex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'hex'));

function macOf(text: string, { vaultKey, vaultId, backupId }: ManifestKeys): Uint8Array {
  const key = backupManifestMac(vaultKey, vaultId, backupId);
  const mac = createHmac('sha256', key).update(text, 'utf8').digest();
  wipe(key);
  return mac;
}

function sealLabel(label: BackupLabel, nonce: Uint8Array, { vaultKey, vaultId, backupId }: ManifestKeys): Uint8Array {
  const key = backupLabelKey(vaultKey, vaultId, backupId);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const sealed = Buffer.concat([cipher.update(JSON.stringify(label), 'utf8'), cipher.final(), cipher.getAuthTag()]);
  wipe(key);
  return sealed;
}

function unsealLabel(label: BackupFacts['label'], { vaultKey, vaultId, backupId }: ManifestKeys): BackupLabel {
  const key = backupLabelKey(vaultKey, vaultId, backupId);
  const sealed = unhex(label.sealed);
  const decipher = createDecipheriv('aes-256-gcm', key, unhex(label.nonce), { authTagLength: 16 });
  decipher.setAuthTag(sealed.subarray(sealed.length - 16));
  try {
    const text = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]).toString('utf8');
    return BackupLabel.parse(JSON.parse(text));
  } catch {
    throw new VaultError('backup-damaged', { part: 'label' }); // the MAC over it held: only a faulty writer could have made this
  } finally {
    wipe(key);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new VaultError('backup-damaged', { part: 'manifest' });
  }
}

/** In every later format the manifest has the same frame, and `format` is a higher number. */
const isFromTheFuture = (parsed: unknown): boolean =>
  typeof parsed === 'object' &&
  parsed !== null &&
  'format' in parsed &&
  typeof parsed.format === 'number' &&
  parsed.format > NEWEST_FORMAT;

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
