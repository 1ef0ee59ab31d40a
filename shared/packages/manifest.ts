// The manifest of a package: who sends what to whom, until when it may be used, and the hash of every file.
// FORMATS.md §13 is its description for strangers. Closed schema, one spelling; whatever is not exactly that is refused.
import { z } from 'zod';
import { VaultError } from '../contract/errors.ts';
import { AgeRecipient } from '../records/age-recipient.ts';
import { CalendarDate } from '../time.ts';
import { canonicalJson, isDeeperThan } from './canonical-json.ts';
import { Omission } from './omission.ts';

/** Limits of security §9: what a hostile package may make us hold or do. */
export const MANIFEST_LIMITS = { bytes: 1 << 20, depth: 8, files: 500, fileBytes: 2 ** 31 } as const;
/** The word in `recipients` of a package that is sealed with a passphrase. */
export const BY_PASSPHRASE = 'passphrase';

const hex = (characters: number) => z.string().regex(new RegExp(`^[0-9a-f]{${characters}}$`));
// Names that Windows keeps for devices, with or without an ending.
const DEVICE = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i;

const FileName = z
  .string()
  .regex(/^[A-Za-z0-9._-]{1,80}$/)
  .refine((name) => !name.startsWith('.') && !name.endsWith('.') && !DEVICE.test(name));

export const PackedFile = z.strictObject({
  name: FileName,
  size: z.int().min(0).max(MANIFEST_LIMITS.fileBytes),
  sha256: hex(64),
  /** Media type, e.g. `text/csv; charset=utf-8`. */
  type: z.string().regex(/^[a-z0-9.+-]{1,60}\/[a-z0-9.+-]{1,60}(; charset=utf-8)?$/),
});
export type PackedFile = z.output<typeof PackedFile>;

const noNameTwice = (files: readonly PackedFile[]): boolean =>
  new Set(files.map(({ name }) => name.toLowerCase())).size === files.length; // Windows and macOS ignore case
const passphraseAlone = (recipients: readonly string[]): boolean =>
  recipients.length === 1 || !recipients.includes(BY_PASSPHRASE);

export const Manifest = z.strictObject({
  version: z.literal(1),
  sender: z.strictObject({
    name: z.string().min(1).max(200),
    /** The six words of the public key, separated by single spaces. */
    keyFingerprint: z.string().regex(/^[a-z-]{2,20}( [a-z-]{2,20}){5}$/),
    publicKey: hex(64),
  }),
  /** Whom the sender sealed it to. A reader who is not among them holds a bag that somebody else wrapped again. */
  recipients: z
    .array(z.union([AgeRecipient, z.literal(BY_PASSPHRASE)]))
    .min(1)
    .max(20)
    .refine(passphraseAlone),
  /** Random, another one in every package: the case number never leaves. */
  caseReference: z.string().regex(/^[0-9A-HJKMNP-TV-Z]{10}$/),
  releaseReference: z.uuid(),
  createdAt: z.iso.datetime({ precision: 3 }),
  purpose: z.string().min(1).max(2_000),
  usableUntil: CalendarDate,
  files: z.array(PackedFile).min(1).max(MANIFEST_LIMITS.files).refine(noNameTwice),
  omissions: z.array(Omission).max(500),
});
export type Manifest = z.output<typeof Manifest>;

/** The manifest in its one spelling. Throws when it breaks its own schema: a package that nobody would open is never made. */
export const manifestText = (manifest: Manifest): string => canonicalJson(Manifest.parse(manifest));

const damaged = (): VaultError => new VaultError('file-damaged', { reason: 'manifest' });

/**
 * Reads a manifest of unknown origin. Throws `package-newer` for a version after ours, and `file-damaged` {reason: manifest} for
 * anything but the one spelling.
 */
export function readManifest(text: string): Manifest {
  if (isDeeperThan(MANIFEST_LIMITS.depth, text)) throw damaged();
  const json = parseJson(text);
  const parsed = Manifest.safeParse(json);
  if (!parsed.success && isNewer(json)) throw new VaultError('package-newer');
  // Names twice, other spellings of a number and tricks with escapes all read as something else than they say: compare the text.
  if (!parsed.success || canonicalJson(parsed.data) !== text) throw damaged();
  return parsed.data;
}

const isNewer = (json: unknown): boolean =>
  typeof json === 'object' &&
  json !== null &&
  'version' in json &&
  typeof json.version === 'number' &&
  json.version > 1;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw damaged();
  }
}
