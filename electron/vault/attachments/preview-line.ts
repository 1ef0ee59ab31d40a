// The vault's line to a preview: the bytes of one file go out in pieces, the points of it or of one page come back once. What comes back
// is checked, and a preview that says anything else, dies, or falls silent is given up.
import { VaultError } from '#shared/contract/errors';
import type { StopSignal } from '#shared/contract/operation';
import { FromPreview, type ToPreview } from '#shared/contract/preview';
import { answerOver } from '../answer-over.ts';
import type { Line, StartLine } from '../line-from-main.ts';

/** How a preview is started: by main in the app. */
export type StartPreview = StartLine<ToPreview>;

type Wish = Exclude<ToPreview, { type: 'piece' }>;
/** What answers each wish. */
interface Answers {
  readonly draw: Extract<FromPreview, { type: 'drawn' }>;
  readonly 'draw-page': Extract<FromPreview, { type: 'page-drawn' }>;
}
const answerTo = { draw: 'drawn', 'draw-page': 'page-drawn' } as const;

/** A little longer than main lets it live. */
const SILENT_MS = 25_000;

/** Errors: picture-not-drawn, page-not-drawn, pdf-locked, drawing-stopped, cancelled, and those of reading the pieces (attachment-damaged). */
export const drawWithPreview = <W extends Wish>(
  start: StartPreview,
  pieces: Iterable<Uint8Array>,
  wish: W,
  signal: StopSignal,
): Promise<Answers[W['type']]> =>
  answerOver(start, {
    say: (line) => send(line, pieces, wish),
    hear: (message) => {
      const heard = FromPreview.safeParse(message);
      if (heard.success && heard.data.type === answerTo[wish.type]) return heard.data as Answers[W['type']];
      throw refusal(wish, heard.data);
    },
    stopped: () => new VaultError('drawing-stopped'),
    longest: SILENT_MS,
    signal,
  });

function send(line: Line<ToPreview>, pieces: Iterable<Uint8Array>, wish: Wish): void {
  // A copy of its own: sent as it is, a view would take along the memory it lies in, and with it whatever else lies there.
  for (const bytes of pieces) line.say({ type: 'piece', bytes: new Uint8Array(bytes) });
  line.say(wish);
}

function refusal({ type }: Wish, heard: FromPreview | undefined): VaultError {
  const reason = heard?.type === 'not-drawn' ? heard.reason : 'nonsense';
  if (type === 'draw') return new VaultError('picture-not-drawn', { reason });
  return reason === 'locked' ? new VaultError('pdf-locked') : new VaultError('page-not-drawn', { reason });
}
