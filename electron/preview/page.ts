// A preview's whole life: take the pieces of one picture, draw it, hand back its points. No network, no Node, no storage, no key,
// no word to main; when the port closes, main ends the process.
import { PREVIEW_PORT } from '#shared/contract/preview-port';
import type { FromPreview, ToPreview } from '#shared/contract/preview';
import { drawPicture } from './draw-picture.ts';

function serve(port: MessagePort): void {
  const pieces: Uint8Array[] = [];
  const say = (message: FromPreview): void => port.postMessage(message);
  port.onmessage = ({ data }: MessageEvent<ToPreview>) => {
    if (data.type === 'piece') pieces.push(data.bytes);
    else void drawPicture(pieces.splice(0), data).then(say, () => say({ type: 'not-drawn' }));
  };
}

window.addEventListener('message', ({ data, origin, ports: [port] }) => {
  if (data === PREVIEW_PORT && origin === location.origin && port !== undefined) serve(port);
});
