// Hands bytes to the browser's own way of saving. Their kind is never named, so that no browser opens them by itself.
import { el } from './dom.ts';

/** Browsers read the bytes some time after the click. */
const FORGET_AFTER_MS = 60_000;

export function saveFile(name: string, bytes: Uint8Array): void {
  const href = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: 'application/octet-stream' }));
  const link = el('a', { href, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(href), FORGET_AFTER_MS);
}
