// Documents for the tests of attachments: small, invented, and as their formats ask.
import { crc32 } from 'node:zlib';

/** A container with its parts stored unpacked, in their order. */
export function zipOf(parts: readonly (readonly [name: string, content: string | Buffer])[], flags = 0): Buffer {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, content] of parts) {
    const data = Buffer.from(content);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(name.length, 22);
    local.push(Buffer.from('PK\x03\x04', 'latin1'), common, Buffer.from(name), data);
    const where = Buffer.alloc(14);
    where.writeUInt32LE(at, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\0', 'latin1'), common, where, Buffer.from(name));
    at += 30 + name.length + data.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...local, listed, Buffer.from('PK\x05\x06', 'latin1'), end]);
}

const types = ['[Content_Types].xml', '<Types/>'] as const;
export const aDocx = zipOf([types, ['word/document.xml', '<w:document/>']]);
export const anXlsx = zipOf([['_rels/.rels', '<Relationships/>'], types, ['xl/workbook.xml', '<workbook/>']]);
export const aPptx = zipOf([types, ['ppt/presentation.xml', '<p:presentation/>']]);
export const anOdt = zipOf([
  ['mimetype', 'application/vnd.oasis.opendocument.text'],
  ['content.xml', '<office:document-content/>'],
]);
export const aMacroFile = zipOf([types, ['word/document.xml', '<w:document/>'], ['word/vbaProject.bin', 'x']]);
export const aLockedDocx = zipOf([types, ['word/document.xml', '<w:document/>']], 1);
export const anArchive = zipOf([['setup.exe', 'MZ']]);
export const anArchiveInDisguise = zipOf([types, ['setup.exe', 'MZ']]);

/** A PDF of one page with a line of text, its cross-references in place. */
export function aPdf(line = 'Court letter, 12 March'): Buffer {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    ((text: string) => `<</Length ${text.length}>>stream\n${text}\nendstream`)(
      `BT /F1 18 Tf 20 150 Td (${line}) Tj ET`,
    ),
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  let body = '%PDF-1.7\n';
  const places = objects.map((object, index) => {
    const at = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const start = body.length;
  body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
  return Buffer.from(
    `${body}trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`,
    'latin1',
  );
}

/** The first bytes of programs, sounds and other things that are not kept, each whole enough to be one. */
export const NOT_KEPT: Readonly<Record<string, Buffer>> = {
  'a Windows program': Buffer.concat([Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1'), Buffer.alloc(600)]),
  'a Linux program': Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01', 'latin1'), Buffer.alloc(600)]),
  'a picture of an iPhone (HEIC)': Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'),
  'a film': Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0mp42isom', 'latin1'),
  'a sound': Buffer.from('ID3\x04\0\0\0\0\0\0', 'latin1'),
  'an old Word file': Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0', 'latin1'),
  'a GIF': Buffer.from('GIF89a\x01\0\x01\0\x80\0\0', 'latin1'),
  'a TIFF': Buffer.from('II*\0\x08\0\0\0', 'latin1'),
  'an archive': anArchive,
  'an archive that begins like a Word file': anArchiveInDisguise,
  'a PDF behind a program': Buffer.concat([Buffer.from('MZ\0\0', 'latin1'), Buffer.from('%PDF-1.7\n%%EOF')]),
  'text with a zero byte': Buffer.from('a line\0of text'),
  'text that is not UTF-8': Buffer.from('caf\xe9', 'latin1'),
};
