// Attachment: a file kept inside the vault for a case. What is known of it is one record; where its bytes lie and their key is
// another, which is emptied when the file is taken away. It is never opened outside, and what a picture says of place, time and
// camera is gone before it is kept (domain §21: images are stricter; GPS is not recorded).
import { z } from 'zod';
import { caseWorkers, ofWeight, opening, read, task, write } from '../contract/operation.ts';
import { CaseFileId, ChoiceHandle, RecordId } from '../ids.ts';
import { Instant } from '../time.ts';
import { BasedOn, OfCase, Page, RevisionMark, StaffRef } from './revision-mark.ts';

/** What a file is by its content; its name is never asked. */
export const AttachmentFormat = z.enum([
  'jpeg',
  'png',
  'webp',
  'pdf',
  'text',
  'docx',
  'xlsx',
  'pptx',
  'odt',
  'ods',
  'odp',
]);
export type AttachmentFormat = z.output<typeof AttachmentFormat>;

/** How a file can be looked at here. Office files are kept whole and never opened: they are programs' own worlds. */
export const shownAs = (format: AttachmentFormat): 'picture' | 'pages' | 'text' | 'not-shown' => {
  if (isPicture(format)) return 'picture';
  if (format === 'pdf') return 'pages';
  return format === 'text' ? 'text' : 'not-shown';
};
export const isPicture = (format: AttachmentFormat): format is 'jpeg' | 'png' | 'webp' =>
  format === 'jpeg' || format === 'png' || format === 'webp';

/** The largest file that is taken in, in bytes. */
export const ATTACHMENT_LIMIT = 200_000_000;
/** A picture is cleaned in memory, so it has less room; a camera makes 5 to 15 MB. */
export const PICTURE_LIMIT = 50_000_000;
/** Points of a picture: 40 million (security.md §9), read from its header before anything is drawn. */
export const PICTURE_POINTS = 40_000_000;
/** A PDF is drawn from memory, in a process that may take 512 MB, so a larger one is kept and not shown. In bytes. */
export const PDF_SHOWN = 50_000_000;
/** Pages of a PDF that can be looked at (design: security, §9). */
export const PAGES_SHOWN = 200;
/** So much of a text is shown: some 100 pages. */
export const TEXT_SHOWN = 262_144;

export const AttachmentTitle = z.string().trim().min(1).max(120);
export const RemovalReason = z.string().trim().min(3).max(200);
export const OpeningReason = z.string().trim().min(3).max(200);

export const Attachment = z.strictObject({
  caseFileId: CaseFileId,
  addedAt: Instant,
  /** Null once the file was taken away: what it was called is about her as well. */
  title: AttachmentTitle.nullable(),
  format: AttachmentFormat,
  bytes: z.int().min(1),
  /** T4: its title and content open only with a reason, to those on the case's list. */
  sealed: z.boolean(),
  removed: z.strictObject({ at: Instant, reason: RemovalReason }).nullable(),
  /** When a backup last found that its bytes are no longer what was kept; null while they are. */
  damagedSince: Instant.nullable().default(null),
  /** The package of another house that it came with; absent for what was brought in by itself. */
  cameWith: RecordId.optional(),
});
export type Attachment = z.output<typeof Attachment>;

/** Most points along one side of a picture that is shown. */
export const LONGEST_SIDE = 2_400;
/** Over a wire a typed array is one of the other side's making, so it is known by what it is and not by whose. */
export const Bytes = z.custom<Uint8Array>((value) => Object.prototype.toString.call(value) === '[object Uint8Array]');
const side = z.int().min(1).max(LONGEST_SIDE);
/** The points of a picture: red, green, blue and opacity of each, row by row. */
export const PicturePoints = z.strictObject({ width: side, height: side, pixels: Bytes });
export const DrawnAttachment = PicturePoints.extend({ attachmentId: RecordId, title: AttachmentTitle });
export type DrawnAttachment = z.output<typeof DrawnAttachment>;
/** Counted from 1. */
const PageNumber = z.int().min(1).max(PAGES_SHOWN);
/** `pages`: how many the document says it has; no more than `PAGES_SHOWN` of them are drawn. */
export const DrawnPage = DrawnAttachment.extend({ page: PageNumber, pages: z.int().min(1) });
export type DrawnPage = z.output<typeof DrawnPage>;

/** The refusals of an attachment that are told in words. */
export type AttachmentRefusal =
  | 'attachment-removed'
  | 'attachment-sealed'
  | 'attachment-not-text'
  | 'attachment-not-picture'
  | 'attachment-not-pages';

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));

/** How a picture must be turned to stand upright, as EXIF numbers it: 1 is upright, 3 upside down, 6 and 8 on their side. */
export const Turn = z.int().min(1).max(8);
export type Turn = z.output<typeof Turn>;

/** Where the bytes lie and what opens them. Never leaves the vault process. */
export const AttachmentContent = z.strictObject({
  caseFileId: CaseFileId,
  attachmentId: RecordId,
  /** The random name of the encrypted file, which is also its number inside. */
  blob: hex(16),
  key: hex(32),
  /** Of the kept bytes before they were encrypted. */
  sha256: hex(32),
  /** Size and hash of the encrypted file, so that a copy can be proven without the key. */
  storedBytes: z.int().min(1),
  storedSha256: hex(32),
  picture: z.strictObject({ width: z.int().min(1), height: z.int().min(1), turn: Turn }).nullable(),
});
export type AttachmentContent = z.output<typeof AttachmentContent>;

export const StoredAttachment = z.strictObject({
  ...Attachment.shape,
  ...RevisionMark.shape,
  id: RecordId,
  addedBy: StaffRef.nullable(),
  /** Its bytes are where they belong; false when the disk lost them or a backup found them changed. */
  there: z.boolean(),
});
export type StoredAttachment = z.output<typeof StoredAttachment>;

export const ShownText = z.strictObject({
  title: AttachmentTitle,
  text: z.string().max(TEXT_SHOWN),
  whole: z.boolean(),
});
export type ShownText = z.output<typeof ShownText>;

const touched = ['attachment', 'caseFile'];
const OfAttachment = z.strictObject({ attachmentId: RecordId });

export const attachmentOperations = {
  /**
   * Takes a chosen file in. One at a time: the answer names the file it is about. Phases `reading`, `checking`. Errors: file-empty,
   * file-too-big {limitMb}, file-kind-refused, file-damaged, file-encrypted, file-with-program, those of reading outside, disk-full.
   */
  add: task(
    caseWorkers,
    touched,
    z.strictObject({ caseFileId: CaseFileId, file: ChoiceHandle, title: AttachmentTitle, sealed: z.boolean() }),
    z.strictObject({ file: ChoiceHandle, attachment: StoredAttachment }),
  ),
  /** Newest first. What is sealed has no title here. */
  list: read(
    caseWorkers,
    z.strictObject({ ...OfCase.shape, ...Page }),
    z.strictObject({ attachments: z.array(StoredAttachment), total: z.int().min(0) }),
  ),
  /** Errors: conflict, rule-broken {rule: 'attachment-removed' | 'attachment-sealed'}. */
  rename: write(
    caseWorkers,
    touched,
    z.strictObject({ attachmentId: RecordId, basedOn: BasedOn, title: AttachmentTitle }),
    StoredAttachment,
  ),
  /** Takes the file away for good: its key is destroyed, then its bytes. What stays: that it was here, who took it away, and why. */
  remove: ofWeight(
    task(
      caseWorkers,
      touched,
      z.strictObject({ attachmentId: RecordId, basedOn: BasedOn, reason: RemovalReason }),
      StoredAttachment,
    ),
  ),
  /** Errors: attachment-damaged, rule-broken {rule: 'attachment-removed' | 'attachment-sealed' | 'attachment-not-text'}. */
  readText: read(caseWorkers, OfAttachment, ShownText),
  /** The same of a sealed one. A write, because the reason and the look are kept before anything is shown. */
  openSealedText: ofWeight(
    opening('sealed', write(caseWorkers, ['caseFile'], OfAttachment.extend({ reason: OpeningReason }), ShownText)),
  ),
  /**
   * A picture as points, drawn in a process of its own. One at a time: the answer names the picture it is of. Errors:
   * attachment-damaged, picture-not-drawn, drawing-stopped, rule-broken {rule: 'attachment-removed' | 'attachment-sealed' | 'attachment-not-picture'}.
   */
  drawPicture: task(caseWorkers, [], OfAttachment.extend({ longestSide: side }), DrawnAttachment),
  openSealedPicture: ofWeight(
    opening(
      'sealed',
      task(
        caseWorkers,
        ['caseFile'],
        OfAttachment.extend({ longestSide: side, reason: OpeningReason }),
        DrawnAttachment,
      ),
    ),
  ),
  /**
   * One page of a PDF as points, drawn like a picture. Errors: attachment-damaged, page-not-drawn, pdf-locked, pdf-too-big {limitMb},
   * drawing-stopped, rule-broken {rule: 'attachment-removed' | 'attachment-sealed' | 'attachment-not-pages'}.
   */
  drawPage: task(caseWorkers, [], OfAttachment.extend({ longestSide: side, page: PageNumber }), DrawnPage),
  /** The pages of one look, one after another for the same reason, are one entry; looking at anything sealed in between ends it. */
  openSealedPage: ofWeight(
    opening(
      'sealed',
      task(
        caseWorkers,
        ['caseFile'],
        OfAttachment.extend({ longestSide: side, page: PageNumber, reason: OpeningReason }),
        DrawnPage,
      ),
    ),
  ),
};
