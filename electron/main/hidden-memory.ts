// How much memory a hidden page may take. Chromium gives a page no limit of its own that could be set, so it is looked at while it works.
import { app, type WebContents } from 'electron';

/** 512 MB (design: security, §9). A picture of 40 million points takes 465 MB and the size of its file twice. */
export const MEMORY_LIMIT_BYTES = 512 * 1024 * 1024;
/** A page writes about 1 GB/s of fresh memory at most: so it is stopped before it has twice what it may. */
const LOOK_EVERY_MS = 100;

/** Bytes of memory that the process of a page holds now, what it shares with others included; 0 when it is gone. */
function heldBy(contents: WebContents): number {
  const pid = contents.isDestroyed() ? 0 : contents.getOSProcessId();
  const found = pid === 0 ? undefined : app.getAppMetrics().find((metric) => metric.pid === pid);
  return (found?.memory.workingSetSize ?? 0) * 1024;
}

/** Calls `tooMuch` once. Returns how to stop looking. */
export function watchMemory(contents: WebContents, tooMuch: () => void): () => void {
  const timer = setInterval(() => {
    if (heldBy(contents) <= MEMORY_LIMIT_BYTES) return;
    clearInterval(timer);
    tooMuch();
  }, LOOK_EVERY_MS);
  return () => clearInterval(timer);
}
