// The released lines as one page that opens in any browser: no programs, nothing loaded, prints well, says nothing of its sender. The same
// page is what the PDF beside it is made of.
import { createHash } from 'node:crypto';
import type { ReleasedContent, ReleasedRow, ReleasedSection } from '#shared/records/package';
import { packageText, writtenDay } from '#shared/text/en/package';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');

/** Where the page is to be read: in a browser, which may print it, or on the sheets of a PDF. */
export type ReadOn = 'screen' | 'sheets';

/** What a browser prints into the margins. Those of a PDF are printed by main: the page's number, and what the page is called. */
const inMargins = ({ usableUntil }: ReleasedContent): string =>
  `@top-right { content: "${packageText.page.before}" counter(page) "${packageText.page.between}" counter(pages); font: 9pt sans-serif; } @bottom-left { content: "${packageText.printedFoot(usableUntil)}"; font: 9pt sans-serif; }`;

/** Black on white, her words in Palatino (visual §13); the page's number and the term of use stand on every printed sheet. */
const styleFor = (content: ReleasedContent, on: ReadOn): string => `
:root { color-scheme: light; }
body { margin: 2rem auto; max-width: 44rem; padding: 0 1rem; font: 1rem/1.5 'Open Sans', 'Segoe UI', Arial, sans-serif; color: #111; background: #fff; }
h1 { font-size: 1.4rem; font-weight: 600; }
h2 { font-size: 1.05rem; font-weight: 600; margin: 2rem 0 .5rem; padding-bottom: .25rem; border-bottom: 1px solid #111; break-after: avoid; }
dl { margin: 0; }
.line { display: grid; grid-template-columns: 14rem 1fr; gap: 0 1.5rem; padding: .3rem 0; break-inside: avoid; }
dt { color: #444; overflow-wrap: anywhere; }
dd { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: isolate; }
.hers { font-family: Palatino, 'Palatino Linotype', 'Book Antiqua', 'URW Palladio L', P052, serif; font-size: 1.1rem; }
.source { display: block; color: #444; font-size: .85rem; }
footer { margin-top: 2.5rem; padding-top: .75rem; border-top: 1px solid #111; font-size: .85rem; }
@media (max-width: 40rem) { .line { grid-template-columns: 1fr; } }
@page { margin: 20mm 18mm; ${on === 'screen' ? inMargins(content) : ''} }
@media print { body { margin: 0; max-width: none; padding: 0; font-size: 10.5pt; } }
`;

function rowHtml(row: ReleasedRow): string {
  const words = row.hers ? packageText.quoted(row.value) : row.value;
  const source = row.source === undefined ? '' : packageText.sourceOf(row.source);
  const note = source === '' ? '' : `<span class="source" dir="ltr">${escapeHtml(source)}</span>`;
  const value = `<span dir="auto"${row.hers ? ' class="hers"' : ''}>${escapeHtml(words)}</span>`;
  return `<div class="line"><dt dir="auto">${escapeHtml(row.label)}</dt><dd>${value}${note}</dd></div>`;
}

const sectionHtml = (section: ReleasedSection): string =>
  `<section><h2 dir="auto">${escapeHtml(section.title)}</h2><dl>${section.rows.map(rowHtml).join('\n')}</dl></section>`;

const term = (label: string, value: string): string =>
  `<div class="line"><dt>${escapeHtml(label)}</dt><dd dir="auto">${escapeHtml(value)}</dd></div>`;

/** What the files beside it are called. */
const filesHtml = ({ files = [] }: ReleasedContent): string =>
  files.length === 0
    ? ''
    : `\n<section><h2>${packageText.files}</h2><dl>${files.map(({ name, title }) => term(name, title)).join('\n')}</dl></section>`;

/** The whole page as text. */
export function recordHtml(content: ReleasedContent, on: ReadOn = 'screen'): string {
  const style = styleFor(content, on);
  const styleHash = createHash('sha256').update(style).digest('base64');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width">
<title>${on === 'screen' ? packageText.title : packageText.printedFoot(content.usableUntil)}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>${packageText.title}</h1>
<dl>
${term(packageText.forWhom, content.recipientName)}
${term(packageText.purpose, content.purpose)}
${term(packageText.usableUntil, writtenDay(content.usableUntil))}
</dl>
</header>
<main>
${content.sections.map(sectionHtml).join('\n')}${filesHtml(content)}
</main>
<footer>
${packageText
  .foot(content.usableUntil)
  .map((sentence) => `<p>${escapeHtml(sentence)}</p>`)
  .join('\n')}
</footer>
</body>
</html>
`;
}
