// Files that are not what they claim. Each ends soon, in one typed error, in a process that holds no key.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeWorkbook } from '../../build/workbooks/generate.mjs';
import { writeWorkbook, zip } from '../../build/workbooks/write-workbook.mjs';
import { buildParser, type BuiltParser, parseFile } from '../helpers/parser-process.ts';

let parser: BuiltParser;
let folder: string;
let good: Buffer;
beforeAll(async () => {
  parser = await buildParser();
  folder = mkdtempSync(join(tmpdir(), 'hostile-'));
  good = await makeWorkbook({ people: 60 });
}, 60_000);
afterAll(() => {
  parser.remove();
  rmSync(folder, { recursive: true, force: true });
});

async function verdictOnPath(path: string) {
  const outcome = await parseFile(parser, path);
  return outcome.ok ? { code: 'read', facts: {} } : { code: outcome.code, facts: outcome.facts };
}
async function verdict(content: Uint8Array | string) {
  const path = join(folder, 'file.xlsx');
  writeFileSync(path, content);
  return verdictOnPath(path);
}
const ole = (stream: string): Buffer =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(512),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(512),
  ]);

describe('files that are something else', () => {
  test.each<[string, () => Uint8Array | string, string]>([
    ['an empty file', () => '', 'file-empty'],
    ['an empty zip', () => Buffer.concat([Buffer.from('PK\x05\x06', 'latin1'), Buffer.alloc(18)]), 'file-empty'],
    ['a workbook with a password', () => ole('EncryptedPackage'), 'file-encrypted'],
    ['an OLE file that says nothing of itself', () => ole(''), 'file-encrypted'],
    ['a workbook of Excel 97', () => ole('Workbook'), 'file-not-recognised'],
    ['a picture', () => Buffer.from('89504e470d0a1a0a0000000d49484452000001', 'hex'), 'file-not-recognised'],
    ['a PDF', () => '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\n', 'file-not-recognised'],
    ['a letter', () => 'Dear colleague,\nplease find the list attached.\n', 'file-not-recognised'],
    [
      'a web page called .xlsx',
      () => '<html><table><tr><td>First Name</td></tr></table></html>',
      'file-not-recognised',
    ],
  ])('%s', async (_name, content, code) => {
    expect((await verdict(content())).code).toBe(code);
  });

  test('a zip of something else, an OpenDocument sheet, a workbook about something else', async () => {
    expect(await verdict(await zip([['letter.txt', 'hello']]))).toEqual({
      code: 'file-not-recognised',
      facts: { found: 'zip' },
    });
    expect(
      await verdict(
        await zip([
          ['mimetype', 'application/vnd.oasis.opendocument.spreadsheet'],
          ['content.xml', '<a/>'],
        ]),
      ),
    ).toEqual({
      code: 'file-not-recognised',
      facts: { found: 'open-document' },
    });
    const invoice = await writeWorkbook({
      sheets: [
        {
          name: 'Invoice',
          rows: [
            { number: 1, cells: ['Item', 'Price'] },
            { number: 2, cells: ['Soap', '2'] },
          ],
        },
      ],
    });
    expect(await verdict(invoice)).toEqual({ code: 'file-not-recognised', facts: { found: 'no-headers' } });
  });

  test('no sheets, an empty sheet, a header without people', async () => {
    expect((await verdict(await writeWorkbook({ sheets: [] }))).code).toBe('file-empty');
    expect((await verdict(await writeWorkbook({ sheets: [{ name: 'Sheet1', rows: [] }] }))).code).toBe('file-empty');
    const header = { number: 1, cells: ['First Name', 'Second Name'] };
    expect(await verdict(await writeWorkbook({ sheets: [{ name: 'Sheet1', rows: [header] }] }))).toEqual({
      code: 'file-empty',
      facts: { reason: 'no-people' },
    });
    expect((await verdict('First Name,Second Name\r\n,\r\n')).code).toBe('file-empty');
  });
});

describe('damaged workbooks', () => {
  test('cut off anywhere', async () => {
    for (const share of [0.1, 0.5, 0.9, 0.999])
      expect((await verdict(good.subarray(0, Math.floor(good.length * share)))).code).toBe('file-damaged');
  });

  test('one flipped bit in packed data never yields other people: damaged, or a part that nobody reads', async () => {
    const whole = await parseFile(
      parser,
      ((): string => (writeFileSync(join(folder, 'good.xlsx'), good), join(folder, 'good.xlsx')))(),
    );
    const expected = whole.ok ? JSON.stringify(whole.rows) : '';
    for (let at = 200; at < good.length; at += Math.floor(good.length / 23)) {
      const flipped = Buffer.from(good);
      flipped[at] = (flipped[at] ?? 0) ^ 0x10;
      writeFileSync(join(folder, 'flipped.xlsx'), flipped);
      const outcome = await parseFile(parser, join(folder, 'flipped.xlsx'));
      if (outcome.ok) expect(JSON.stringify(outcome.rows), `byte ${at}`).toBe(expected);
      else
        expect(['file-damaged', 'file-encrypted', 'file-not-recognised', 'file-too-big'], `byte ${at}`).toContain(
          outcome.code,
        );
    }
  }, 60_000);

  test('CSV whose last quote never closes', async () => {
    expect((await verdict('First Name,Second Name\r\nAmara,"Okonjo\r\nLiên,Trần\r\n')).code).toBe('file-damaged');
  });
});

/** A workbook whose parts are given as text. */
const bookOf = (sheet: string, strings = '<sst/>', relationsOfBook?: string) => {
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packaged = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';
  return zip([
    [
      '_rels/.rels',
      `<Relationships ${packaged}><Relationship Id="r1" Type="${relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `<workbook xmlns:r="${relation}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relationsOfBook ??
        `<Relationships ${packaged}><Relationship Id="r1" Type="${relation}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${relation}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    ],
    ['xl/worksheets/sheet1.xml', sheet],
    ['xl/sharedStrings.xml', strings],
  ]);
};
const inline = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const header = `<row>${inline('First Name')}${inline('Second Name')}</row>`;
const sheetOf = (rows: string, before = '') =>
  `${before}<worksheet><sheetData>${header}${rows}</sheetData></worksheet>`;

describe('XML with intentions', () => {
  test('the plain form is read', async () => {
    expect((await verdict(await bookOf(sheetOf(`<row>${inline('Amara &amp; &#x1F600;')}</row>`)))).code).toBe('read');
  });

  const laughs = `<!DOCTYPE lolz [<!ENTITY a "ha">${Array.from({ length: 9 }, (_none, at) => `<!ENTITY ${String.fromCharCode(98 + at)} "${`&${String.fromCharCode(97 + at)};`.repeat(10)}">`).join('')}]>`;
  test.each([
    ['a billion laughs', sheetOf(`<row>${inline('&j;')}</row>`, laughs)],
    [
      'an outside entity',
      sheetOf(`<row>${inline('&x;')}</row>`, '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
    ],
    ['an entity nobody defined', sheetOf(`<row>${inline('&nbsp;')}</row>`)],
    ['a bare ampersand', sheetOf(`<row>${inline('Amara & co')}</row>`)],
    ['tags that do not close', '<worksheet><sheetData><row>'],
    ['tags that close something else', sheetOf('<row></c></row>')],
    ['text after the end', `${sheetOf('')}junk`],
    ['two roots', `${sheetOf('')}${sheetOf('')}`],
    ['nothing at all', ''],
    ['tags a thousand deep', sheetOf('<a>'.repeat(1_000))],
    ['a tag that never ends', sheetOf(`<row r="${'1'.repeat(2_000_000)}`)],
    ['a row beyond the sheet', sheetOf(`<row r="99999999">${inline('Amara')}</row>`)],
    ['a text that is not there', sheetOf('<row><c t="s"><v>7</v></c></row>')],
    ['a cell reference that is none', sheetOf('<row><c r="12"><v>7</v></c></row>')],
    ['an attribute without quotes', sheetOf('<row><c r=A1><v>7</v></c></row>')],
    ['an attribute that is none', sheetOf('<row><c r/><v>7</v></row>')],
    ['two attributes without a space between', sheetOf('<row><c r="A2"!t="n"><v>7</v></c></row>')],
    ['a row that comes twice', sheetOf(`<row r="5">${inline('Amara')}</row><row r="5">${inline('Ines')}</row>`)],
    ['a row that goes back', sheetOf(`<row r="5">${inline('Amara')}</row><row r="3">${inline('Ines')}</row>`)],
    ['a row within a row', sheetOf(`<row>${inline('Amara')}<row>${inline('Ines')}</row></row>`)],
    ['a cell that comes twice', sheetOf('<row r="2"><c r="A2"><v>7</v></c><c r="A2"><v>8</v></c></row>')],
    ['a cell that names another row', sheetOf('<row r="2"><c r="A3"><v>7</v></c></row>')],
    ['a cell with two values', sheetOf('<row><c><v>7</v><v>8</v></c></row>')],
    ['a letter that is no column', sheetOf('<row r="2"><c r="Ł2"><v>7</v></c></row>')],
    [
      'a number of a text that is no number',
      sheetOf('<row><c t="s"><v></v></c></row>'.replace('<v></v>', '<v>0x0</v>')),
    ],
  ])('%s is damaged', async (_name, sheet) => {
    expect((await verdict(await bookOf(sheet))).code).toBe('file-damaged');
  });

  test('bytes that are not UTF-8 are damaged', async () => {
    const bytes = Buffer.concat([
      Buffer.from('<worksheet><sheetData><row>'),
      Buffer.from([0xff, 0xfe, 0xfd]),
      Buffer.from('</row></sheetData></worksheet>'),
    ]);
    expect((await verdict(await bookOf(bytes as unknown as string))).code).toBe('file-damaged');
  });

  test('characters that are none become the sign for that; no zero byte gets through', async () => {
    writeFileSync(
      join(folder, 'signs.xlsx'),
      await bookOf(sheetOf(`<row>${inline('A&#0;_x0000_&#xD800;')}${inline('B')}</row>`)),
    );
    const outcome = await parseFile(parser, join(folder, 'signs.xlsx'));
    expect(outcome.ok && outcome.rows[0]?.answers.prs_FirstName?.value).toEqual({
      kind: 'text',
      text: 'A\ufffd\ufffd\ufffd',
    });
  });

  test('relations that point outside are only names: nothing is fetched and nothing opened', async () => {
    const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const outside = (target: string, mode = '') =>
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relation}/worksheet" Target="${target}"${mode}/></Relationships>`;
    for (const [target, mode] of [
      ['../../../../etc/passwd', ''],
      ['file:///etc/passwd', ' TargetMode="External"'],
      ['/etc/passwd', ''],
    ] as const) {
      expect((await verdict(await bookOf(sheetOf(''), '<sst/>', outside(target, mode)))).code).toBe('file-damaged');
    }
  });
});

describe('zips with intentions', () => {
  /** Replaces a name in the finished zip, headers and directory alike; the lengths must match. */
  const renamed = (bytes: Buffer, from: string, to: string): Buffer =>
    Buffer.from(bytes.toString('latin1').replaceAll(from, to), 'latin1');

  test('names that climb out, absolute names and doubled names are damaged', async () => {
    const bytes = await zip([
      ['xl/workbook.xml', '<a/>'],
      ['xl/workboox.xml', '<b/>'],
    ]);
    for (const name of ['../../evil.xml', '/xl/../evil.xml', 'C:\\workb.xml11', 'xl\\workbook.x']) {
      expect((await verdict(renamed(bytes, 'xl/workboox.xml', name.padEnd(15, 'x').slice(0, 15)))).code, name).toBe(
        'file-damaged',
      );
    }
    expect((await verdict(renamed(bytes, 'xl/workboox.xml', 'xl/WORKBOOK.xml'))).code).toBe('file-damaged');
  });

  test('an encrypted entry asks for a password', async () => {
    const bytes = Buffer.from(good);
    for (
      let at = bytes.indexOf('PK\x01\x02', 0, 'latin1');
      at !== -1;
      at = bytes.indexOf('PK\x01\x02', at + 4, 'latin1')
    )
      bytes[at + 8] = (bytes[at + 8] ?? 0) | 1;
    expect((await verdict(bytes)).code).toBe('file-encrypted');
  });

  test('a bomb that is honest about its size is refused before it is unpacked', async () => {
    const bytes = Buffer.from(await bookOf(sheetOf(`<row>${inline('Amara')}</row>`)));
    const directory = bytes.lastIndexOf('xl/worksheets/sheet1.xml') - 46;
    bytes.writeUInt32LE(0xf0000000, directory + 24);
    const begun = performance.now();
    expect((await verdict(bytes)).code).toBe('file-too-big');
    expect(performance.now() - begun).toBeLessThan(10_000);
  });

  test('42 KB that say 5 GB: entries that share one kernel are refused before the first byte', async () => {
    const kernel = await zip([['kernel-000', Buffer.alloc(21_000_000)]]);
    const end = kernel.lastIndexOf('PK\x05\x06', undefined, 'latin1');
    const start = kernel.readUInt32LE(end + 16);
    const entry = kernel.subarray(start, end);
    const copies = Array.from({ length: 250 }, (_none, at) =>
      Buffer.from(entry.toString('latin1').replace('kernel-000', `kernel-${String(at).padStart(3, '0')}`), 'latin1'),
    );
    const ending = Buffer.from(kernel.subarray(end));
    ending.writeUInt16LE(250, 8);
    ending.writeUInt16LE(250, 10);
    ending.writeUInt32LE(entry.length * 250, 12);
    const bomb = Buffer.concat([kernel.subarray(0, start), ...copies, ending]);
    expect(bomb.length).toBeLessThan(45_000);
    expect((await verdict(bomb)).facts).toMatchObject({ limit: 'unpacked', limitMb: 400 });
  });

  test('one part of 60 MB in 60 KB is given up while it unpacks, whichever part it is and whatever its headers say', async () => {
    const empty = `<row>${'<c/>'.repeat(200)}</row>`.repeat(70_000);
    const sheet = sheetOf(empty);
    expect((await verdict(await bookOf(sheet))).facts).toMatchObject({ limit: 'unpacked' });
    const strings = `<sst>${'<si><t/></si>'.repeat(4_000_000)}</sst>`;
    expect((await verdict(await bookOf(sheetOf(''), strings))).facts).toMatchObject({ limit: 'unpacked' });
    const spaces = `<worksheet>${' '.repeat(60_000_000)}</worksheet>`;
    expect((await verdict(await bookOf(spaces))).code).toBe('file-damaged');
  }, 60_000);

  test('a size that lies about what comes out is damaged', async () => {
    const bytes = Buffer.from(await bookOf(sheetOf(`<row>${inline('Amara')}</row>`)));
    const directory = bytes.lastIndexOf('xl/worksheets/sheet1.xml') - 46;
    bytes.writeUInt32LE(10, directory + 24);
    expect((await verdict(bytes)).code).toBe('file-damaged');
  });

  test('a zip inside the zip stays closed', async () => {
    const inner = await zip([['bomb', Buffer.alloc(50_000_000)]]);
    expect((await verdict(await zip([['inner.zip', inner]]))).code).toBe('file-not-recognised');
  });
});

describe('too much of everything', () => {
  test('100 MB and more is refused by its size', async () => {
    const path = join(folder, 'big.xlsx');
    writeFileSync(path, 'PK\x03\x04');
    truncateSync(path, 100_000_001);
    expect(await verdictOnPath(path)).toEqual({ code: 'file-too-big', facts: { limitMb: 100 } });
  });

  test('CSV over 20 MB, cells over 64 KiB, more than 300 columns, more than 50,000 rows', async () => {
    expect((await verdict(Buffer.alloc(20_000_001, 'a'))).facts['limit']).toBe('file');
    expect((await verdict(`First Name,Second Name\n${'a'.repeat(65_537)},b\n`)).facts['limit']).toBe('cell');
    expect((await verdict(`First Name,Second Name\n${'a,'.repeat(301)}b\n`)).facts['limit']).toBe('columns');
    expect((await verdict(`First Name,Second Name\n${'a,b\n'.repeat(50_001)}`)).facts['limit']).toBe('rows');
  });
});

describe('paths that are no files', () => {
  test('pipe, link, folder, device and nothing are refused at once', async () => {
    const pipe = join(folder, 'pipe.xlsx');
    execFileSync('mkfifo', [pipe]);
    const link = join(folder, 'link.xlsx');
    writeFileSync(join(folder, 'target.xlsx'), good);
    symlinkSync(join(folder, 'target.xlsx'), link);
    for (const path of [pipe, link, folder, '/dev/zero'])
      expect((await verdictOnPath(path)).code, path).toBe('not-a-regular-file');
    expect((await verdictOnPath(join(folder, 'gone.xlsx'))).code).toBe('file-gone');
  });

  test('a name says nothing: a workbook called .txt is a workbook', async () => {
    const path = join(folder, 'notes.txt');
    writeFileSync(path, good);
    expect((await verdictOnPath(path)).code).toBe('read');
  });
});
