// Turns what was released into files that people and programs can read without us. What was previewed is what is written:
// one content, one hash, no line added and none left out.
import { createHash } from 'node:crypto';
import { RECORD_FILE, RECORD_FORMAT } from '#shared/packages/record';
import { REPLY_FILE, type ReplyTo, replyToText } from '#shared/packages/reply';
import { ReleasedContent } from '#shared/records/package';
import type { ReleaseCategory } from '#shared/records/release-categories';
import { packageText } from '#shared/text/en/package';
import { canonicalJson, wellFormed } from '#shared/packages/canonical-json';
import { codedFiles } from './coded-files.ts';
import type { FileToPack } from './cvx1.ts';
import { HISTORY_FILE, historyText } from './history-words.ts';
import { recordHtml } from './record-html.ts';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The bytes of `record.json`: canonical, so that the same content always has the same hash. */
export function recordJson(content: ReleasedContent): Uint8Array {
  return Buffer.from(canonicalJson({ format: RECORD_FORMAT, ...mended(content) }), 'utf8');
}

/** SHA-256 of `record.json`, lower-case hex: the name of exactly these lines, in the preview and in the disclosure log. */
export const contentSha256 = (content: ReleasedContent): string => sha256(recordJson(content));

/** Half surrogate pairs have no bytes in UTF-8; a program may have left some. */
function mendText(value: unknown): unknown {
  if (typeof value === 'string') return wellFormed(value);
  if (Array.isArray(value)) return value.map(mendText);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, mendText(inner)]));
}

/** What was released, as text that has bytes in UTF-8. */
const mended = (released: ReleasedContent): ReleasedContent => ReleasedContent.parse(mendText(released));

/** The page that the PDF is made of. */
export const recordPage = (released: ReleasedContent): string => recordHtml(mended(released), 'sheets');

export interface PackedWith {
  /** The same lines as a PDF. */
  readonly pdf: Uint8Array;
  /** The six words of the sender's key. */
  readonly fingerprint: readonly string[];
  /** How the package is answered. */
  readonly replyTo: ReplyTo;
  /** Ten words for the history of this house up to now. */
  readonly history: readonly string[];
  /** What was allowed: the workbook says of each empty cell whether it could have been filled. */
  readonly categories: readonly ReleaseCategory[];
}

/** The files of a package. */
export function readableFiles(released: ReleasedContent, packedWith: PackedWith): readonly FileToPack[] {
  const { pdf, fingerprint, replyTo, categories, history } = packedWith;
  const json = recordJson(released);
  const content = mended(released);
  const files = [
    packed('record.html', 'text/html; charset=utf-8', Buffer.from(recordHtml(content), 'utf8')),
    packed('record.pdf', 'application/pdf', pdf),
    packed(RECORD_FILE, 'application/json', json),
    ...(content.htcds === undefined ? [] : codedFiles(content.htcds, categories)).map(({ name, type, bytes }) =>
      packed(name, type, bytes),
    ),
    packed(REPLY_FILE, 'application/json', Buffer.from(replyToText(replyTo), 'utf8')),
    packed(HISTORY_FILE, 'text/plain; charset=utf-8', historyText(history)),
  ];
  const names = ['READ-ME.txt', ...files.map(({ name }) => name)];
  return [packed('READ-ME.txt', 'text/plain; charset=utf-8', readMe(content, fingerprint, names)), ...files];
}

function packed(name: string, type: string, bytes: Uint8Array): FileToPack {
  async function* content(): AsyncGenerator<Uint8Array> {
    yield await Promise.resolve(bytes);
  }
  return { name, type, size: bytes.length, sha256: sha256(bytes), content };
}

function readMe(content: ReleasedContent, fingerprint: readonly string[], fileNames: readonly string[]): Uint8Array {
  const { recipientName, purpose, usableUntil } = content;
  const lines = packageText.readMe({
    recipientName: oneLine(recipientName),
    purpose: oneLine(purpose),
    usableUntil,
    fingerprint: fingerprint.join(' '),
    fileNames,
  });
  return Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`, 'utf8'); // with BOM and CRLF every Windows editor shows it right
}

const oneLine = (text: string): string => text.replace(/[\r\n\u2028\u2029\u0085]+/g, ' ');
