// The operations on attachments, joined to the folder with their encrypted files.
import { VaultError } from '#shared/contract/errors';
import { RecordId } from '#shared/ids';
import {
  type AttachmentContent,
  type AttachmentRefusal,
  type attachmentOperations,
  type DrawnAttachment,
  isPicture,
  type Turn,
  shownAs,
  type ShownText,
  type StoredAttachment,
  TEXT_SHOWN,
} from '#shared/records/attachment';
import type { ReadContext, TaskControl } from '../context.ts';
import {
  attachmentCount,
  attachmentKind,
  contentOf,
  forgetContent,
  keepAttachment,
  presentAttachment,
  shownAttachment,
} from '../records/attachment.ts';
import { caseRef } from '../records/case-ref.ts';
import { mayOpen } from '../records/case-reach.ts';
import { listRecords, saveRecord } from '../records/record-kind.ts';
import { sealedOpeningKind } from '../records/safety-plan-kind.ts';
import type { Handlers } from '../router.ts';
import type { Session } from '../session.ts';
import { isThere, removeBlob } from './blob-folder.ts';
import type { BlobKeeper } from './blob-keeper.ts';
import type { BlobSecrets } from './blob-format.ts';
import { readBlob, readStart } from './blob-reader.ts';
import { blobName } from './blob-writer.ts';
import { drawWithPreview } from './preview-line.ts';
import { takeIn, type TakenIn } from './take-in.ts';

export function attachmentHandlers(session: Session, keeper: BlobKeeper): Handlers<typeof attachmentOperations> {
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
        removeBlob(blobs, blobName(taken.secrets.blobId));
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
      const { caseFileId } = attachment.body;
      const opening = { caseFileId, reason, thing: 'attachment' as const };
      saveRecord(context, sealedOpeningKind, { id: context.newId(), caseFileId, body: opening });
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
        const { caseFileId } = attachment.body;
        const opening = { caseFileId, reason, thing: 'attachment' as const };
        saveRecord(write, sealedOpeningKind, { id: write.newId(), caseFileId, body: opening });
        return found;
      });
      return drawn(session, picture, longestSide, signal);
    },
  };
}

const broken = (rule: AttachmentRefusal): VaultError => new VaultError('rule-broken', { rule });

function contentOfTaken({
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

interface KeptPicture {
  readonly attachmentId: RecordId;
  readonly title: string;
  readonly mime: 'image/jpeg' | 'image/png' | 'image/webp';
  readonly turn: Turn;
  readonly bytes: number;
  readonly secrets: BlobSecrets;
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
  const points = await drawWithPreview(settings.startPreview, pieces, { mime, turn, longestSide }, signal);
  return { attachmentId, title, ...points };
}
