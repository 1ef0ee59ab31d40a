// A press for tests without Electron: it answers at once, with a PDF that says who made it, where and when, as the real one's does.
import type { StartPress } from '../../electron/vault/packages/press-line.ts';
import { pdfOf, streamOf } from './pdfs.ts';

/** What Chromium writes about itself, and its own day. */
export const MAKER =
  "<</Title (Use until)\n/Creator (Mozilla/5.0 \\(X11; Linux x86_64\\) Records/0.1)\n/Producer (Skia/PDF m130)\n/CreationDate (D:20260501090000+00'00')\n/ModDate (D:20260501090000+00'00')>>";

/** One sheet with a line on it. */
export const madePdf = (maker = MAKER, trailer = '/Info 6 0 R'): Buffer =>
  pdfOf(
    [
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[4 0 R]/Count 1>>',
      '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R/Resources<</Font<</F1 3 0 R>>>>>>',
      streamOf('BT /F1 12 Tf 60 760 Td (Record) Tj ET'),
      maker,
    ],
    trailer,
  );

/** `pages` gets every page that it was given. */
export function watchedPress(pages: string[]): StartPress {
  return () => {
    let hear: (message: unknown) => void = () => undefined;
    return Promise.resolve({
      say: ({ html }) => {
        pages.push(html);
        setImmediate(() => hear({ type: 'printed', pdf: new Uint8Array(madePdf()) }));
      },
      listen: (onMessage) => {
        hear = onMessage;
      },
      close: () => undefined,
    });
  };
}

export const quickPress: StartPress = () => watchedPress([])();
