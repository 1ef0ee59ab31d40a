// The operations on attachments, joined to the folder with their encrypted files.
import { VaultError } from '#shared/contract/errors';
import { RecordId } from '#shared/ids';
import {
  type AttachmentContent,
  type AttachmentRefusal,
  type attachmentOperations,
  type DrawnAttachment,
  type DrawnPage,
  isPicture,
  PDF_SHOWN,
  type Turn,
  shownAs,
  type ShownText,
  type StoredAttachment,
  TEXT_SHOWN,
} from '#shared/records/attachment';
import type { ReadContext, TaskControl, WriteContext } from '../context.ts';
import {
  attachmentCount,
  attachmentKind,
  contentOf,
  forgetContent,
  keepAttachment,
  presentAttachment,
  shownAttachment,
} from '../records/attachment.ts';
import { refuseWhileHeld } from '../records/legal-hold.ts';
import { caseRef } from '../records/case-ref.ts';
import { mayOpen } from '../records/case-reach.ts';
import { listRecords, saveRecord } from '../records/record-kind.ts';
import { sealedOpeningKind } from '../records/safety-plan-kind.ts';
import type { Handlers } from '../router.ts';
import type { Session } from '../session.ts';
import { isThere, takeBack } from './blob-folder.ts';
import type { BlobKeeper } from './blob-keeper.ts';
import type { BlobSecrets } from './blob-format.ts';
import { readBlob, readStart } from './blob-reader.ts';
import { blobName } from './blob-writer.ts';
import { drawWithPreview } from './preview-line.ts';
import { takeIn, type TakenIn } from './take-in.ts';

export function attachmentHandlers(session: Session, keeper: BlobKeeper): Handlers<typeof attachmentOperations> {
  const looks = sealedLooks();
  const blobs = session.settings.place.attachments;
  const shown = (context: Pick<ReadContext, 'db'>, stored: Parameters<typeof shownAttachment>[1]): StoredAttachment =>
    shownAttachment(context, stored, ({ blob, storedBytes }) => isThere(blobs, blob, storedBytes));
  return {
    add: async (context, { caseFileId, file, title, sealed }, control) => {
      context.read((read) => caseRef(read, caseFileId));
      const taken = await takeIn(context.chosenPath(file), {
        blobs,
        vaultFolder: session.settings.place.folder,
        vaultId: session.opened().vault.vaultId,
        medium: session.settings.sticks,
        signal: control.signal,
        phase: (phase, done) => control.progress({ phase, done }),
      });
      try {
        const told = { caseFileId, title, sealed, format: taken.format, bytes: taken.written.bytes };
        const attachment = context.write((write) => shown(write, keepAttachment(write, told, contentOfTaken(taken))));
        return { file, attachment };
      } catch (error) {
        takeBack(blobs, [blobName(taken.secrets.blobId)], error);
        throw error;
      }
    },
    list: (context, { caseFileId, offset, limit }) => {
      caseRef(context, caseFileId);
      const page = 't.case_file_id = ? ORDER BY t.added_at DESC, t.id DESC LIMIT ? OFFSET ?';
      const stored = listRecords(context, attachmentKind, page, [caseFileId, limit, offset]);
      return { attachments: stored.map((one) => shown(context, one)), total: attachmentCount(context, caseFileId) };
    },
    rename: (context, { attachmentId, basedOn, title }) => {
      const { id, body } = presentAttachment(context, attachmentId);
      if (body.sealed && !mayOpen(context, 'sealed', body.caseFileId)) throw broken('attachment-sealed');
      const record = { id, caseFileId: body.caseFileId, body: { ...body, title }, expectedRevision: basedOn };
      return shown(context, saveRecord(context, attachmentKind, record));
    },
    remove: async (context, { attachmentId, basedOn, reason }) => {
      const { blob, attachment } = context.write((write) => {
        const before = presentAttachment(write, attachmentId);
        const { caseFileId } = before.body;
        refuseWhileHeld(write, caseFileId);
        const body = { ...before.body, title: null, removed: { at: write.now(), reason } };
        const record = { id: before.id, caseFileId, body, expectedRevision: basedOn };
        const saved = saveRecord(write, attachmentKind, record);
        return { blob: forgetContent(write, before), attachment: shown(write, saved) };
      });
      if (blob !== null) keeper.drop(blob);
      return Promise.resolve(attachment);
    },
    readText: (context, { attachmentId }) =>
      shownText(session, context, presentAttachment(context, attachmentId), false),
    openSealedText: (context, { attachmentId, reason }) => {
      const attachment = presentAttachment(context, attachmentId);
      looks.begin(context, attachment, reason);
      return shownText(session, context, attachment, true);
    },
    drawPicture: (context, { attachmentId, longestSide }, { signal }) => {
      const picture = context.read((read) => pictureOf(session, read, presentAttachment(read, attachmentId), false));
      return drawn(session, picture, longestSide, signal);
    },
    openSealedPicture: (context, { attachmentId, longestSide, reason }, { signal }) => {
      const picture = context.write((write) => {
        const attachment = presentAttachment(write, attachmentId);
        const found = pictureOf(session, write, attachment, true);
        looks.begin(write, attachment, reason);
        return found;
      });
      return drawn(session, picture, longestSide, signal);
    },
    drawPage: (context, { attachmentId, ...wish }, { signal }) => {
      const pdf = context.read((read) => pdfOf(session, read, presentAttachment(read, attachmentId), false));
      return drawnPage(session, pdf, wish, signal);
    },
    openSealedPage: (context, { attachmentId, reason, ...wish }, { signal }) => {
      const pdf = context.write((write) => {
        const attachment = presentAttachment(write, attachmentId);
        const found = pdfOf(session, write, attachment, true);
        looks.goOn(write, attachment, reason);
        return found;
      });
      return drawnPage(session, pdf, wish, signal);
    },
  };
}

const broken = (rule: AttachmentRefusal): VaultError => new VaultError('rule-broken', { rule });

/** Where the bytes lie and what opens them, to be kept in the same breath as the attachment. */
export function contentOfTaken({
  secrets,
  written,
  picture,
}: TakenIn): Omit<AttachmentContent, 'caseFileId' | 'attachmentId'> {
  const { sha256, storedBytes, storedSha256 } = written;
  const key = Buffer.from(secrets.key).toString('hex');
  return { blob: blobName(secrets.blobId), key, sha256, storedBytes, storedSha256, picture };
}

/** What opens the bytes of one attachment. Throws `rule-broken` when it was taken away. */
function secretsOf(session: Session, context: Pick<ReadContext, 'db'>, attachmentId: string): BlobSecrets {
  const content = contentOf(context, attachmentId);
  if (content === null) throw broken('attachment-removed');
  const { vaultId } = session.opened().vault;
  return { vaultId, blobId: Buffer.from(content.blob, 'hex'), key: Buffer.from(content.key, 'hex') };
}

type Present = ReturnType<typeof presentAttachment>;

/** Sealed ones open with a reason, open ones without: each through its own operation. */
function shownText(
  session: Session,
  context: Pick<ReadContext, 'db'>,
  { id, title, body }: Present,
  sealed: boolean,
): ShownText {
  if (body.sealed !== sealed) throw broken('attachment-sealed');
  if (shownAs(body.format) !== 'text') throw broken('attachment-not-text');
  const secrets = secretsOf(session, context, id);
  const bytes = readStart(session.settings.place.attachments, secrets, body.bytes, TEXT_SHOWN);
  // In the middle of a letter the last one is left out rather than shown as a broken mark.
  const text = new TextDecoder('utf-8').decode(bytes, { stream: true });
  return { title, text, whole: bytes.length === body.bytes };
}

/** Looks at sealed files: each is kept before anything is shown. The pages of one PDF, turned one after another, are one look. */
function sealedLooks() {
  let last = '';
  const begin = (context: WriteContext, { id, body: { caseFileId } }: Present, reason: string): void => {
    const body = { caseFileId, reason, thing: 'attachment' as const };
    saveRecord(context, sealedOpeningKind, { id: context.newId(), caseFileId, body });
    last = JSON.stringify([context.staffMember.id, id, reason]);
  };
  const goOn = (context: WriteContext, attachment: Present, reason: string): void => {
    if (last !== JSON.stringify([context.staffMember.id, attachment.id, reason])) begin(context, attachment, reason);
  };
  return { begin, goOn };
}

interface KeptFile {
  readonly attachmentId: RecordId;
  readonly title: string;
  readonly bytes: number;
  readonly secrets: BlobSecrets;
}

interface KeptPicture extends KeptFile {
  readonly mime: 'image/jpeg' | 'image/png' | 'image/webp';
  readonly turn: Turn;
}

/** Everything that drawing needs, while the case is known to be open to her. */
function pictureOf(
  session: Session,
  context: Pick<ReadContext, 'db'>,
  { id, title, body }: Present,
  sealed: boolean,
): KeptPicture {
  if (body.sealed !== sealed) throw broken('attachment-sealed');
  if (!isPicture(body.format)) throw broken('attachment-not-picture');
  const secrets = secretsOf(session, context, id);
  const turn = contentOf(context, id)?.picture?.turn ?? 1;
  return { attachmentId: RecordId.parse(id), title, mime: `image/${body.format}`, turn, bytes: body.bytes, secrets };
}

async function drawn(
  { settings }: Session,
  { attachmentId, title, mime, turn, bytes, secrets }: KeptPicture,
  longestSide: number,
  signal: TaskControl['signal'],
): Promise<DrawnAttachment> {
  const pieces = readBlob(settings.place.attachments, secrets, bytes);
  const wish = { type: 'draw', mime, turn, longestSide } as const;
  const { width, height, pixels } = await drawWithPreview(settings.startPreview, pieces, wish, signal);
  return { attachmentId, title, width, height, pixels };
}

function pdfOf(
  session: Session,
  context: Pick<ReadContext, 'db'>,
  { id, title, body }: Present,
  sealed: boolean,
): KeptFile {
  if (body.sealed !== sealed) throw broken('attachment-sealed');
  if (shownAs(body.format) !== 'pages') throw broken('attachment-not-pages');
  if (body.bytes > PDF_SHOWN) throw new VaultError('pdf-too-big', { limitMb: PDF_SHOWN / 1e6 });
  return { attachmentId: RecordId.parse(id), title, bytes: body.bytes, secrets: secretsOf(session, context, id) };
}

async function drawnPage(
  { settings }: Session,
  { attachmentId, title, bytes, secrets }: KeptFile,
  { page, longestSide }: { readonly page: number; readonly longestSide: number },
  signal: TaskControl['signal'],
): Promise<DrawnPage> {
  const pieces = readBlob(settings.place.attachments, secrets, bytes);
  const wish = { type: 'draw-page', page, longestSide } as const;
  const { width, height, pixels, pages } = await drawWithPreview(settings.startPreview, pieces, wish, signal);
  return { attachmentId, title, page, pages, width, height, pixels };
}
