// A package that another house sent: read through before it is kept, then kept beside a case exactly as they wrote it. Nothing of it
// becomes an answer, a need or a note of the case: it is what others tell, until she says so herself.
import { z } from 'zod';
import { caseWorkers, read, task } from '../contract/operation.ts';
import { CaseFileId, ChoiceHandle, RecordId } from '../ids.ts';
import { Omission } from '../packages/omission.ts';
import { CalendarDate, Instant } from '../time.ts';
import { ReplyTo } from '../packages/reply.ts';
import { AttachmentTitle } from './attachment.ts';
import { NameUsed } from './case-facts.ts';
import { MOST_FILES, ReleasedContent, ReleasedFile } from './package.ts';
import { FingerprintWords } from './partner-agency.ts';
import { OfCase, RevisionMark } from './revision-mark.ts';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Who signed it. The name is what they call themselves; the key is what the signature proves. */
export const SentBy = z.strictObject({
  name: z.string().min(1).max(200),
  /** Ed25519, in hex, and its six words. */
  publicKey: Sha256,
  words: FingerprintWords,
});

const told = {
  sender: SentBy,
  /** As the file was called where it was chosen. */
  fileName: z.string().min(1).max(255),
  bytes: z.int().positive(),
  /** Of the sealed file. */
  sha256: Sha256,
  /** SHA-256 of its manifest: its name for whoever answers it. */
  packageId: Sha256,
  caseReference: z.string().max(40),
  madeOn: CalendarDate,
  sealedBy: z.enum(['our-key', 'passphrase']),
  ...ReleasedContent.omit({ files: true }).shape,
  omissions: z.array(Omission).max(500),
};

/** A file in it: `title` is null for what belongs to the package itself. `mayCome`: it can be brought in, as far as its size goes. */
export const FileInPackage = z.strictObject({
  name: z.string().max(80),
  title: ReleasedFile.shape.title.nullable(),
  bytes: z.int().min(0),
  mayCome: z.boolean(),
});
export type FileInPackage = z.output<typeof FileInPackage>;

/** What is shown before anything is kept. */
export const ReceivedPreview = z.strictObject({
  ...told,
  files: z.array(FileInPackage).max(500),
  /** Packages of the same key that were kept before, in whatever case, and whether its words were compared for one of them. */
  keptBefore: z.boolean(),
  comparedBefore: z.boolean(),
  /** It says how to answer it with a file. */
  canAnswer: z.boolean(),
  /** Sealed to an earlier key of ours: they have not heard of the one that is given away now. */
  toEarlierKey: z.boolean(),
});
export type ReceivedPreview = z.output<typeof ReceivedPreview>;

export const ReceivedPackage = z.strictObject({
  ...told,
  caseFileId: CaseFileId,
  receivedAt: Instant,
  /** By whoever brought it in, by telephone or face to face. */
  wordsCompared: z.boolean(),
  /** Files of their case that it carried; `attachmentId` is null for one that was left out. */
  files: z.array(ReleasedFile.omit({ category: true }).extend({ attachmentId: RecordId.nullable() })).max(MOST_FILES),
  /** How to answer it; null when it did not say so, or was kept before answers were written here. No operation returns it. */
  replyTo: ReplyTo.nullable().default(null),
});
export type ReceivedPackage = z.output<typeof ReceivedPackage>;

const { replyTo: _secret, ...shown } = ReceivedPackage.shape;
export const StoredReceivedPackage = z.strictObject({
  ...shown,
  ...RevisionMark.shape,
  id: RecordId,
  canAnswer: z.boolean(),
});
export type StoredReceivedPackage = z.output<typeof StoredReceivedPackage>;

export const ReceivedLine = StoredReceivedPackage.pick({
  id: true,
  caseFileId: true,
  sender: true,
  purpose: true,
  usableUntil: true,
  receivedAt: true,
});
export type ReceivedLine = z.output<typeof ReceivedLine>;

/**
 * `package-own`: this house made it. `package-seen`: it was kept before, perhaps by a colleague. `package-changed`: another file than
 * the one that was read through.
 */
export type ReceivedRefusal = 'package-own' | 'package-seen' | 'package-changed';

export const OpenedWith = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('our-key') }),
  z.strictObject({ by: z.literal('passphrase'), passphrase: z.string().min(1).max(256) }),
]);
export type OpenedWith = z.output<typeof OpenedWith>;

/** A case that is there, or one that opens with a name that the worker chose. */
export const KeepInto = z.discriminatedUnion('as', [
  z.strictObject({ as: z.literal('case'), caseFileId: CaseFileId }),
  z.strictObject({ as: z.literal('new'), nameUsed: NameUsed }),
]);

/** A file that comes along, under a title that the worker has read. */
export const FileToBring = z.strictObject({ name: ReleasedFile.shape.name, title: AttachmentTitle });
const noFileTwice = (files: readonly { readonly name: string }[]): boolean =>
  new Set(files.map(({ name }) => name)).size === files.length;

const chosen = { file: ChoiceHandle, openWith: OpenedWith };

/**
 * Errors of both tasks: wrong-key (also while our own key was not made), signature-wrong, file-damaged, package-newer, file-empty,
 * file-too-big, file-not-recognised, rule-broken {rule: ReceivedRefusal}, those of a file from outside. Phases: reading, checking.
 */
export const receivedPackageOperations = {
  /** Opens a package and shows it; keeps nothing. */
  open: task(caseWorkers, [], z.strictObject(chosen), ReceivedPreview),
  /**
   * Opens it again and keeps it with the chosen files: all of that or nothing. Errors besides: not-assigned, not-found, and those of
   * `attachment.add` with {file}. Phases besides: files, keeping.
   */
  keep: task(
    caseWorkers,
    ['receivedPackage', 'caseFile', 'attachment', 'today'],
    z.strictObject({
      ...chosen,
      sha256: Sha256,
      into: KeepInto,
      files: z.array(FileToBring).max(MOST_FILES).refine(noFileTwice),
      wordsCompared: z.boolean(),
    }),
    StoredReceivedPackage,
  ),
  /** Of one case, newest first. */
  list: read(caseWorkers, OfCase, z.array(ReceivedLine)),
  get: read(caseWorkers, z.strictObject({ receivedPackageId: RecordId }), StoredReceivedPackage),
};
