// The vault's line to a press: a page of ours goes out, the PDF of it comes back, and nothing of either ever lies on a disk. What comes
// back is checked, and a press that says anything else, dies, or falls silent is given up.
import { VaultError } from '#shared/contract/errors';
import type { StopSignal } from '#shared/contract/operation';
import { FromPress, type ToPress } from '#shared/contract/press';
import { answerOver } from '../answer-over.ts';
import type { StartLine } from '../line-from-main.ts';
import { withoutInfo } from './pdf-info.ts';

/** How a press is started: by main in the app. */
export type StartPress = StartLine<ToPress>;

/** A little longer than main lets it live. */
const SILENT_MS = 65_000;
/** In letters. Some 1,700 sheets, which Chromium does not make any more. */
const LONGEST_PAGE = 4 << 20;
/** In bytes. */
const LARGEST_PDF = 64 << 20;

/**
 * The page as a PDF that does not say when, where or with what it was made. Errors: pages-not-made {reason: too-long | stopped | nonsense |
 * not-printed | info}, cancelled.
 */
export async function pdfOf(start: StartPress, html: string, signal: StopSignal): Promise<Uint8Array> {
  if (html.length > LONGEST_PAGE) throw notMade('too-long');
  const pdf = await answerOver(start, {
    say: (line) => line.say({ type: 'set', html }),
    hear: pdfIn,
    stopped: () => notMade('stopped'),
    longest: SILENT_MS,
    signal,
  });
  return withoutInfo(pdf) ?? refuse('info');
}

const notMade = (reason: string): VaultError => new VaultError('pages-not-made', { reason });
const refuse = (reason: string): never => {
  throw notMade(reason);
};

function pdfIn(message: unknown): Uint8Array {
  const { data: heard } = FromPress.safeParse(message);
  if (heard === undefined) throw notMade('nonsense');
  if (heard.type === 'not-printed') throw notMade('not-printed');
  const { pdf } = heard;
  const isPdf = pdf.length <= LARGEST_PDF && Buffer.from(pdf.subarray(0, 5)).toString('latin1') === '%PDF-';
  return isPdf ? pdf : refuse('nonsense');
}
