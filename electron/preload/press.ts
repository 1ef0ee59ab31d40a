// The whole of a press: the vault's page becomes a document that nobody sees, main makes it into a PDF, and that goes back to the vault.
// No script runs in the page itself: its policy lets its own style through and nothing else.
import { HIDDEN_PORT, PRESS_PRINTED, PRESS_SET } from '#shared/contract/hidden-port';
import type { FromPress, ToPress } from '#shared/contract/press';
import { ipcRenderer } from 'electron';

/** Puts the page in the place of the empty one. */
async function set(html: string): Promise<void> {
  const page = new DOMParser().parseFromString(html, 'text/html');
  document.replaceChild(document.adoptNode(page.documentElement), document.documentElement);
  await document.fonts.ready;
}

ipcRenderer.once(HIDDEN_PORT, ({ ports: [port] }) => {
  if (port === undefined) return;
  const say = (message: FromPress): void => port.postMessage(message);
  ipcRenderer.once(PRESS_PRINTED, (_event, pdf: Uint8Array | null) =>
    say(pdf === null ? { type: 'not-printed' } : { type: 'printed', pdf }),
  );
  port.onmessage = ({ data }: MessageEvent<ToPress>) => {
    set(data.html).then(
      () => ipcRenderer.send(PRESS_SET),
      () => say({ type: 'not-printed' }),
    );
  };
});
