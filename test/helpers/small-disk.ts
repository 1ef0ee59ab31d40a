// A disk that really fills up: a small file system of its own where the test may mount one, else a fault layer that
// refuses writes after as many bytes. Either way the same errno reaches our code.
import { execFileSync, spawnSync } from 'node:child_process';
import { onTestFinished } from 'vitest';
import { failingDisk } from './failing-disk.ts';
import { tempFolder } from './temp-folder.ts';

const mounted = (folder: string, options: string): boolean =>
  process.getuid?.() === 0 && spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]).status === 0;

const unmountAfterwards = (folder: string): void => {
  onTestFinished(() => void execFileSync('umount', [folder]));
};

/** A folder where the second megabyte no longer fits. */
export async function oneMegabyteDisk(): Promise<string> {
  const folder = tempFolder();
  if (mounted(folder, 'size=1m')) unmountAfterwards(folder);
  else await failingDisk(folder, { method: 'write', errno: 'ENOSPC', after: 4 });
  return folder;
}
