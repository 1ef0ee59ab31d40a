// Files of the case that go along, under names that say nothing. A file that cannot go stops the package: none is left out in silence.
import { VaultError } from '#shared/contract/errors';
import type { AttachmentFormat } from '#shared/records/attachment';
import type { FileToSend } from '#shared/records/export-package';
import type { ReleasedFile } from '#shared/records/package';
import { readBlob } from '../attachments/blob-reader.ts';
import type { ReadContext } from '../context.ts';
import { contentOf, presentAttachment } from '../records/attachment.ts';
import type { FileToPack } from './cvx1.ts';

/** Media type and ending by what a file is; plain texts are kept as UTF-8. */
const kinds: Readonly<Record<AttachmentFormat, readonly [type: string, ending: string]>> = {
  jpeg: ['image/jpeg', 'jpg'],
  png: ['image/png', 'png'],
  webp: ['image/webp', 'webp'],
  pdf: ['application/pdf', 'pdf'],
  text: ['text/plain; charset=utf-8', 'txt'],
  docx: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx'],
  xlsx: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'],
  pptx: ['application/vnd.openxmlformats-officedocument.presentationml.presentation', 'pptx'],
  odt: ['application/vnd.oasis.opendocument.text', 'odt'],
  ods: ['application/vnd.oasis.opendocument.spreadsheet', 'ods'],
  odp: ['application/vnd.oasis.opendocument.presentation', 'odp'],
};

/** Errors: not-found (also for a file of another case), attachment-damaged, rule-broken {attachment-removed | attachment-sealed}. */
export const releasedFiles = (
  context: Pick<ReadContext, 'db'>,
  caseFileId: string,
  files: readonly FileToSend[],
): readonly ReleasedFile[] =>
  files.map(({ attachmentId, category }, index) => {
    const { body, title, content } = sendable(context, caseFileId, attachmentId);
    const name = `file-${index + 1}.${kinds[body.format][1]}`;
    return { name, title, category, bytes: body.bytes, sha256: content.sha256 };
  });

function sendable(context: Pick<ReadContext, 'db'>, caseFileId: string, attachmentId: string) {
  const found = presentAttachment(context, attachmentId);
  if (found.body.caseFileId !== caseFileId) throw new VaultError('not-found');
  if (found.body.sealed) throw new VaultError('rule-broken', { rule: 'attachment-sealed' });
  const content = contentOf(context, attachmentId);
  if (content === null || found.body.damagedSince !== null) throw new VaultError('attachment-damaged');
  return { ...found, content };
}

/** Where the encrypted files lie, and whose they are. */
export interface FileRoom {
  readonly folder: string;
  readonly vaultId: Uint8Array;
}

/** The same files with their bytes, read piece by piece from where they lie encrypted. Errors of reading: attachment-damaged. */
export const filesToPack = (
  context: Pick<ReadContext, 'db'>,
  { folder, vaultId }: FileRoom,
  { caseFileId, files = [] }: { readonly caseFileId: string; readonly files?: readonly FileToSend[] | undefined },
): readonly FileToPack[] =>
  releasedFiles(context, caseFileId, files).map(({ name, bytes, sha256 }, index) => {
    const { body, content } = sendable(context, caseFileId, files[index]?.attachmentId ?? '');
    const secrets = { vaultId, blobId: Buffer.from(content.blob, 'hex'), key: Buffer.from(content.key, 'hex') };
    async function* bytesOf(): AsyncGenerator<Uint8Array> {
      for (const chunk of readBlob(folder, secrets, bytes)) yield await Promise.resolve(chunk);
    }
    return { name, type: kinds[body.format][0], size: bytes, sha256, content: bytesOf };
  });
