// A preview's whole life: take the pieces of one file, draw it or one page of it, hand back the points. No network, no Node, no
// storage, no key, no word to main; when the port closes, main ends the process.
import { HIDDEN_PORT } from '#shared/contract/hidden-port';
import type { FromPreview, ToPreview } from '#shared/contract/preview';
import { drawPicture } from './draw-picture.ts';

type Wish = Exclude<ToPreview, { type: 'piece' }>;

/** What draws PDFs is large; a picture does without it. */
async function draw(pieces: readonly Uint8Array[], wish: Wish): Promise<FromPreview> {
  if (wish.type === 'draw') return drawPicture(pieces, wish);
  const { drawPage } = await import('./draw-page.ts');
  return drawPage(pieces, wish);
}

function serve(port: MessagePort): void {
  const pieces: Uint8Array[] = [];
  const say = (message: FromPreview): void => port.postMessage(message);
  port.onmessage = ({ data }: MessageEvent<ToPreview>) => {
    if (data.type === 'piece') pieces.push(data.bytes);
    else void draw(pieces.splice(0), data).then(say, () => say({ type: 'not-drawn', reason: 'not-decoded' }));
  };
}

window.addEventListener('message', ({ data, origin, ports: [port] }) => {
  if (data === HIDDEN_PORT && origin === location.origin && port !== undefined) serve(port);
});
