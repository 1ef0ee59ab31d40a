// Turns what was released into files that people and programs can read without us. What was previewed is what is written:
// one content, one hash, no line added and none left out.
import { createHash } from 'node:crypto';
import { htcdsFields } from '#shared/htcds/fields';
import { RECORD_FILE, RECORD_FORMAT } from '#shared/packages/record';
import { REPLY_FILE, type ReplyTo, replyToText } from '#shared/packages/reply';
import { type HtcdsValues, ReleasedContent } from '#shared/records/package';
import { packageText } from '#shared/text/en/package';
import { canonicalJson, wellFormed } from '#shared/packages/canonical-json';
import type { FileToPack } from './cvx1.ts';
import { recordHtml } from './record-html.ts';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The bytes of `record.json`: canonical, so that the same content always has the same hash. */
export function recordJson(content: ReleasedContent): Uint8Array {
  const clean = ReleasedContent.parse(mendText(content));
  return Buffer.from(canonicalJson({ format: RECORD_FORMAT, ...clean }), 'utf8');
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

/** The files of a package. `fingerprint` is the six words of the sender's key, `replyTo` how the package is answered. */
export function readableFiles(
  released: ReleasedContent,
  fingerprint: readonly string[],
  replyTo: ReplyTo,
): readonly FileToPack[] {
  const json = recordJson(released);
  const content = ReleasedContent.parse(mendText(released));
  const files = [
    packed('record.html', 'text/html; charset=utf-8', Buffer.from(recordHtml(content), 'utf8')),
    packed(RECORD_FILE, 'application/json', json),
    ...(content.htcds === undefined ? [] : [packed('htcds.csv', 'text/csv; charset=utf-8', htcdsCsv(content.htcds))]),
    packed(REPLY_FILE, 'application/json', Buffer.from(replyToText(replyTo), 'utf8')),
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

/** One header row with the standard's field names in its own order, one row of values; BOM for spreadsheets. */
function htcdsCsv(values: HtcdsValues): Uint8Array {
  const present = htcdsFields.filter(({ name }) => values[name] !== undefined);
  const rows = [present.map(({ name }) => cell(name)), present.map(({ name }) => cell(values[name] ?? ''))];
  return Buffer.from(`\uFEFF${rows.map((row) => row.join(',')).join('\r\n')}\r\n`, 'utf8');
}

/** Quoted; a cell that a spreadsheet would calculate (= + - @, tab, line end first; security §9) gets an apostrophe in front. */
function cell(text: string): string {
  const harmless = /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}
