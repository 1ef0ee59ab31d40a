// Who made a PDF, with what and when stands in a dictionary of its own (ISO 32000-1, 14.3.3): the program and its system, the minute, a
// title. Nobody needs it who reads a record, so it is emptied before the PDF goes anywhere.

/** What else such a dictionary may hold, or a stream of metadata (14.3.2); after emptying none of it may be left. */
const TELLING = /\/(?:Creator|Producer|Author|CreationDate|ModDate|Subject|Keywords|Metadata)\b/;

/**
 * The same PDF with an empty dictionary, byte for byte as long, so that its table of places stays right. Null when it is built in a way
 * that is not known here: then it could still say something, and does not go.
 */
export function withoutInfo(pdf: Uint8Array): Uint8Array | null {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.length).toString('latin1');
  const number = /\/Info (\d+) 0 R/.exec(text)?.[1];
  const found =
    number === undefined ? null : new RegExp(`\\n${number} 0 obj\\n<<([\\s\\S]*?)>>\\nendobj\\n`).exec(text);
  if (found === null) return null;
  const [, told = ''] = found;
  const at = found.index + found[0].indexOf('<<') + 2;
  const emptied = Uint8Array.from(pdf).fill(0x20, at, at + told.length);
  return TELLING.test(Buffer.from(emptied.buffer).toString('latin1')) ? null : emptied;
}
