// What a file is, told by its own bytes. Its name is never asked, and what is not on this list is not taken in: programs, scripts
// inside office files, web pages as anything but text, and pictures whose place and time we could not take out.
import { VaultError } from '#shared/contract/errors';
import type { AttachmentFormat } from '#shared/records/attachment';
import { PNG_SIGNATURE } from './clean-png.ts';

/** What the first bytes promise; the rest of the file must keep it. */
export type Promised =
  | 'jpeg'
  | 'png'
  | 'webp'
  | 'pdf'
  | 'text'
  | 'office'
  | Extract<AttachmentFormat, 'odt' | 'ods' | 'odp'>;

const refused = (): VaultError => new VaultError('file-kind-refused');

/** `head`: the first 4 KiB or more, or the whole file. Throws `file-kind-refused`, `file-encrypted`. */
export function promisedBy(head: Buffer): Promised {
  if (head.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'jpeg';
  if (head.subarray(0, 8).equals(PNG_SIGNATURE)) return 'png';
  const start = head.toString('latin1', 0, 12);
  if (start.startsWith('RIFF') && start.endsWith('WEBP') && start.length === 12) return 'webp';
  if (/^%PDF-[12]\.\d/.test(start)) return 'pdf';
  if (start.startsWith('PK\x03\x04')) return officeBy(head);
  // A text begins with a letter, a mark or a space; what begins otherwise is told apart without reading on.
  if (isText(head.subarray(0, 4096)) && !start.startsWith('MZ')) return 'text';
  throw refused();
}

/** No byte that text does not have. Whether it is whole UTF-8 is seen while all of it passes. */
export const isText = (bytes: Uint8Array): boolean =>
  bytes.every((byte) => (byte >= 0x20 ? byte !== 0x7f : byte === 9 || byte === 10 || byte === 12 || byte === 13));

const OPEN_DOCUMENT = 'application/vnd.oasis.opendocument.';
const openDocument: Readonly<Record<string, 'odt' | 'ods' | 'odp'>> = {
  text: 'odt',
  spreadsheet: 'ods',
  presentation: 'odp',
};
const OFFICE_STARTS = /^(?:\[Content_Types\]\.xml$|_rels\/|docProps\/|word\/|xl\/|ppt\/|customXml\/)/;

/** The first entry of the container: OpenDocument says there what it is, Office Open XML begins with one of a few names. */
function officeBy(head: Buffer): Promised {
  if (head.length < 30) throw refused();
  if ((head.readUInt16LE(6) & 1) !== 0) throw new VaultError('file-encrypted');
  const name = head.toString('latin1', 30, 30 + head.readUInt16LE(26));
  if (OFFICE_STARTS.test(name)) return 'office';
  const content = 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
  const says = head.toString('latin1', content, content + 60);
  if (name !== 'mimetype' || !says.startsWith(OPEN_DOCUMENT)) throw refused();
  const kind = Object.keys(openDocument).find((each) => says.startsWith(`${OPEN_DOCUMENT}${each}PK`));
  const found = kind === undefined ? undefined : openDocument[kind];
  if (found === undefined) throw refused();
  return found;
}
