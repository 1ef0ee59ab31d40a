// The own copy as files: a page for anybody with a browser, the same in sheets and as JSON, and the standard's workbook and CSV.
import { createHash } from 'node:crypto';
import { htcdsRow } from '#shared/htcds/write-cell';
import type { HtcdsAnswers } from '#shared/records/htcds-record';
import type { MaskReason, OwnSection } from '#shared/records/own-copy';
import type { Omission } from '#shared/packages/omission';
import { ownCopyText } from '#shared/text/en/own-copy';
import { packageText } from '#shared/text/en/package';
import { htcdsCsv, htcdsWorkbook } from '../interchange/htcds-files.ts';
import type { ReadOn } from '../packages/record-html.ts';

/** The name and version of `own-copy.json`'s shape: sections of lines, each with its source; what is left out, and why. */
const FORMAT = 'cv/own-copy/1';

/** What is given: the lines that stay, and of the others the label and the reason. */
export interface Given {
  readonly sections: readonly OwnSection[];
  readonly masked: readonly { readonly label: string; readonly reason: MaskReason }[];
  readonly omissions: readonly Omission[];
}

export interface CopyFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const safe = (text: string): string => text.replace(/[&<>"]/gu, (sign) => ENTITIES[sign] ?? '');

/** What a browser prints above each sheet; above those of a PDF main does. */
const NUMBERED = `@top-right { content: "${packageText.page.before}" counter(page) "${packageText.page.between}" counter(pages); font: 9pt sans-serif; }`;

const styleFor = (on: ReadOn): string => `
body { margin: 2rem auto; max-width: 44rem; padding: 0 1rem; font: 1rem/1.5 'Open Sans', 'Segoe UI', Arial, sans-serif; color: #111; background: #fff; }
h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; border-bottom: 1px solid #111; break-after: avoid; }
dl { margin: 0; }
div { display: grid; grid-template-columns: 13rem 1fr; gap: 0 1.5rem; padding: .3rem 0; break-inside: avoid; }
dt, small { color: #444; overflow-wrap: anywhere; }
dd { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
q { font-family: Palatino, 'Palatino Linotype', 'Book Antiqua', P052, serif; }
@media (max-width: 40rem) { div { grid-template-columns: 1fr; } }
@page { margin: 20mm 18mm; ${on === 'screen' ? NUMBERED : ''} }
@media print { body { margin: 0; max-width: none; padding: 0; font-size: 11pt; } }
`;

const lineHtml = ({ label, value, hers, source }: OwnSection['lines'][number]): string => {
  const from = source === undefined ? '' : packageText.sourceOf(source);
  const words = hers === true ? `<q dir="auto">${safe(value)}</q>` : `<span dir="auto">${safe(value)}</span>`;
  const note = from === '' ? '' : ` <small>(${safe(from)})</small>`;
  return `<div><dt dir="auto">${safe(label)}</dt><dd>${words}${note}</dd></div>`;
};

/** The copy as a page. */
export function copyPage({ sections, masked, omissions }: Given, on: ReadOn): string {
  const style = styleFor(on);
  const hash = createHash('sha256').update(style).digest('base64');
  const left = [
    ...masked.map(({ label, reason }) => `${label}: ${ownCopyText.reason(reason)}`),
    ...omissions.map(({ what }) => what),
  ];
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer"><meta name="viewport" content="width=device-width">
<title>${ownCopyText.title}</title><style>${style}</style></head>
<body><h1>${ownCopyText.title}</h1><main>
${sections
  .map(({ title, lines }) => `<section><h2>${safe(title)}</h2><dl>${lines.map(lineHtml).join('\n')}</dl></section>`)
  .join('\n')}
<section><h2>${ownCopyText.leftOut}</h2><ul>${left.map((one) => `<li dir="auto">${safe(one)}</li>`).join('\n')}</ul></section>
</main><footer><p>${ownCopyText.foot}</p></footer></body></html>
`;
}

/** The bytes of `own-copy.json`; their hash is what the log keeps, whichever way the copy is given. */
export const copyJson = (given: Given): Uint8Array =>
  Buffer.from(`${JSON.stringify({ format: FORMAT, ...given }, null, 1)}\n`, 'utf8');

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const CSV = 'text/csv; charset=utf-8';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export interface CopyParts {
  readonly given: Given;
  /** The answers of her workbook rows; without any there is no workbook and no CSV. */
  readonly people: readonly HtcdsAnswers[];
  readonly today: string;
  /** The page in sheets. */
  readonly pdf: Uint8Array;
}

export function copyFiles({ given, people, today, pdf }: CopyParts): readonly CopyFile[] {
  const rows = people.map((answers) => htcdsRow(answers, today));
  const coded: CopyFile[] = [
    { name: 'htcds.csv', type: CSV, bytes: htcdsCsv(rows) },
    { name: 'htcds.xlsx', type: XLSX, bytes: htcdsWorkbook(rows) },
  ];
  const files: CopyFile[] = [
    { name: 'own-copy.html', type: 'text/html; charset=utf-8', bytes: Buffer.from(copyPage(given, 'screen'), 'utf8') },
    { name: 'own-copy.pdf', type: 'application/pdf', bytes: pdf },
    { name: 'own-copy.json', type: 'application/json', bytes: copyJson(given) },
    ...(rows.length === 0 ? [] : coded),
  ];
  const readMe = ownCopyText.readMe(files.map(({ name }) => name)).join('\r\n');
  return [
    { name: 'READ-ME.txt', type: 'text/plain; charset=utf-8', bytes: Buffer.from(`\uFEFF${readMe}\r\n`, 'utf8') },
    ...files,
  ];
}
