// From the bytes of a PDF to the points of one page. pdf.js runs here, in the process of the preview: without a worker, eval, WebAssembly,
// scripts of the document or forms of its own; letters are drawn as paths, so that no font of a stranger reaches the system.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs'; // leaves its half of pdf.js in this page, where the other half looks for it
import { AnnotationMode, getDocument, type PDFPageProxy, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { FromPreview, ToPreview } from '#shared/contract/preview';
import { PICTURE_POINTS } from '#shared/records/attachment';
import { joined } from './joined.ts';
import { BundledCharacterMaps, BundledFonts } from './pdf-parts.ts';

type Wish = Omit<Extract<ToPreview, { type: 'draw-page' }>, 'type'>;

/** The one part that pdf.js loads by address, from among our own files: JPEG 2000 in plain script. */
const OWN_FILES = `${location.origin}/pdf/`;

// A page that is never shown gets no frames, and pdf.js waits for one between two steps.
window.requestAnimationFrame = (step) => window.setTimeout(() => step(performance.now()), 0);

const isLocked = (error: unknown): boolean => error instanceof Error && error.name === 'PasswordException';

/** Never rejects. */
export async function drawPage(pieces: readonly Uint8Array[], wish: Wish): Promise<FromPreview> {
  try {
    return await drawnFrom(joined(pieces), wish);
  } catch (error) {
    return { type: 'not-drawn', reason: isLocked(error) ? 'locked' : 'not-decoded' };
  }
}

async function drawnFrom(data: Uint8Array<ArrayBuffer>, { page, longestSide }: Wish): Promise<FromPreview> {
  const pdf = await getDocument({
    data,
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    enableXfa: false,
    useWasm: false,
    useSystemFonts: false,
    useWorkerFetch: false,
    disableFontFace: true,
    isImageDecoderSupported: false,
    maxImageSize: PICTURE_POINTS,
    canvasMaxAreaInBytes: PICTURE_POINTS * 4,
    wasmUrl: OWN_FILES,
    CMapReaderFactory: BundledCharacterMaps,
    StandardFontDataFactory: BundledFonts,
  }).promise;
  const pages = pdf.numPages;
  if (page > pages) return { type: 'not-drawn', reason: 'no-such-page' };
  return { type: 'page-drawn', pages, ...(await pointsOf(await pdf.getPage(page), longestSide)) };
}

/** What somebody filled in is drawn, as the document itself says how it looks; nothing of it is run or followed. */
async function pointsOf(page: PDFPageProxy, longestSide: number) {
  const { width: across, height: down } = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: longestSide / Math.max(across, down) });
  const canvas = document.createElement('canvas');
  canvas.width = sideOf(viewport.width, longestSide);
  canvas.height = sideOf(viewport.height, longestSide);
  const context = canvas.getContext('2d', { willReadFrequently: true, alpha: false });
  if (context === null) throw new Error('no canvas');
  await page.render({ canvas, viewport, annotationMode: AnnotationMode.ENABLE }).promise;
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  return { width: canvas.width, height: canvas.height, pixels: new Uint8Array(data.buffer) };
}

const sideOf = (side: number, longest: number): number => Math.min(longest, Math.max(1, Math.round(side)));
