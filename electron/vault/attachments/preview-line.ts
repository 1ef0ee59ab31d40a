// The vault's line to a preview: the bytes of one picture go out in pieces, its points come back once. What comes back is checked,
// and a preview that says anything else, dies, or falls silent is given up.
import { VaultError } from '#shared/contract/errors';
import type { StopSignal } from '#shared/contract/operation';
import { FromPreview, type ToPreview } from '#shared/contract/preview';
import type { StartLine } from '../line-from-main.ts';

/** How a preview is started: by main in the app. */
export type StartPreview = StartLine<ToPreview>;

export type DrawnPicture = Omit<Extract<FromPreview, { type: 'drawn' }>, 'type'>;
type Wish = Omit<Extract<ToPreview, { type: 'draw' }>, 'type'>;

/** A little longer than main lets it live. */
const SILENT_MS = 25_000;

const pointsIn = ({ width, height, pixels }: DrawnPicture): DrawnPicture => ({ width, height, pixels });

/** Errors: picture-not-drawn, cancelled, and those of reading the pieces (attachment-damaged). */
export async function drawWithPreview(
  start: StartPreview,
  pieces: Iterable<Uint8Array>,
  wish: Wish,
  signal: StopSignal,
): Promise<DrawnPicture> {
  if (signal.aborted) throw new VaultError('cancelled');
  const line = await start();
  let silent: ReturnType<typeof setTimeout> | undefined;
  let stop = (): void => undefined;
  try {
    return await new Promise<DrawnPicture>((resolve, reject) => {
      const lost = (reason: string): void => reject(new VaultError('picture-not-drawn', { reason }));
      stop = () => reject(new VaultError('cancelled'));
      signal.addEventListener('abort', stop);
      silent = setTimeout(() => lost('silent'), SILENT_MS);
      line.listen(
        (message) => {
          const heard = FromPreview.safeParse(message);
          if (!heard.success) lost('nonsense');
          else if (heard.data.type === 'not-drawn') lost('not-decoded');
          else resolve(pointsIn(heard.data));
        },
        () => lost('ended'),
      );
      // A copy of its own: sent as it is, a view would take along the memory it lies in, and with it whatever else lies there.
      for (const bytes of pieces) line.say({ type: 'piece', bytes: new Uint8Array(bytes) });
      line.say({ type: 'draw', ...wish });
    });
  } finally {
    clearTimeout(silent);
    signal.removeEventListener('abort', stop);
    line.close();
  }
}
