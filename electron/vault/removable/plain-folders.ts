// Windows and macOS: folders without knowledge of sticks. Files are flushed one by one and read back; nothing is ejected by us,
// so a package there is "saved and checked" and the system's own eject says when the stick may be taken out.
import { statfs } from 'node:fs/promises';
import type { Space, StickPort } from './stick-port.ts';

async function space(folder: string): Promise<Space> {
  const found = await statfs(folder);
  return { totalBytes: found.blocks * found.bsize, freeBytes: found.bavail * found.bsize, largestFileBytes: null };
}

/** Folders of a machine whose sticks we cannot ask about. */
export const plainFolders = (): StickPort => ({
  list: () => Promise.resolve([]),
  watch: () => () => undefined,
  identify: () => Promise.resolve(null),
  space,
  mountedTwice: () => Promise.resolve(false),
  sync: () => Promise.resolve(),
  eject: () => Promise.resolve('still-in-use'),
});
