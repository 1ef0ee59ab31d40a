// Node has no posix_fadvise, so dd(1) is asked to forget a file's cached pages: what is read next comes from the medium.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';

const DD = '/usr/bin/dd';

/** Runs one program of the system with nothing of ours in its environment; true when it ended well. */
export const runQuietly = (program: string, args: readonly string[], timeoutMs: number): Promise<boolean> =>
  new Promise((resolve) => {
    execFile(program, [...args], { env: { LC_ALL: 'C' }, timeout: timeoutMs, windowsHide: true }, (error) => {
      resolve(error === null);
    });
  });

/** Drops the clean cached pages of a file that was already flushed. Returns false where that is not possible. */
export async function dropCachedPages(path: string): Promise<boolean> {
  if (process.platform !== 'linux' || !existsSync(DD)) return false;
  return runQuietly(DD, [`if=${path}`, 'iflag=nocache', 'count=0', 'status=none'], 60_000);
}
