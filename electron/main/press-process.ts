// Makes a page of the vault into a PDF, in memory. The page comes over a port that main never reads and is laid out in a hidden page of its
// own; only the finished PDF passes through here, because nobody else can make one, and is wiped as soon as it was handed back.
import { PRESS_PRINTED, PRESS_SET } from '#shared/contract/hidden-port';
import { packageText } from '#shared/text/en/package';
import type { WebContents } from 'electron';
import { builtPreload, type HiddenPages, hiddenPages } from './hidden-pages.ts';
import { errorFacts, log } from './log.ts';
import { servePress } from './pages.ts';
import { PRESS_PAGE } from './policy.ts';

/** Seven hundred sheets take five seconds. */
const LONGEST_MS = 60_000;

const MARGIN = 'style="width: 100%; margin: 0 18mm; font: 9pt sans-serif; color: #111;';
const { before, between } = packageText.page;

/** A4. Above each page which of how many it is, below it what the page is called: the vault calls it by until when it may be used. */
const SHEETS = {
  pageSize: 'A4',
  displayHeaderFooter: true,
  headerTemplate: `<div ${MARGIN} text-align: right">${before}<span class="pageNumber"></span>${between}<span class="totalPages"></span></div>`,
  footerTemplate: `<div ${MARGIN}"><span class="title"></span></div>`,
  /** In inches: 20 and 18 mm. */
  margins: { top: 0.79, bottom: 0.79, left: 0.71, right: 0.71 },
  // Headings, paragraphs and languages stay known to a screen reader.
  generateTaggedPDF: true,
} as const satisfies Electron.PrintToPDFOptions;

/** @param out the folder of the built processes */
export const pressesFrom = (out: string): HiddenPages =>
  hiddenPages({
    name: 'press',
    address: PRESS_PAGE,
    preload: builtPreload(out, 'preload-press'),
    longest: LONGEST_MS,
    serve: servePress,
    opened: (contents) => contents.ipc.once(PRESS_SET, () => void print(contents)),
  });

async function print(contents: WebContents): Promise<void> {
  const pdf = await contents.printToPDF(SHEETS).catch((error: unknown) => {
    log('press-failed', errorFacts(error));
    return null;
  });
  if (!contents.isDestroyed()) contents.send(PRESS_PRINTED, pdf);
  pdf?.fill(0);
}
