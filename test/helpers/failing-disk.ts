// A fault layer below our code: file handles of one folder fail with a chosen errno, as a dying or full disk does.
import { readlinkSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { onTestFinished } from 'vitest';

export interface DiskFault {
  readonly method: 'read' | 'write' | 'sync';
  readonly errno: string;
  /** Calls that still succeed before the first failure. */
  readonly after?: number;
}

export const errnoError = (errno: string): Error => Object.assign(new Error(errno), { code: errno });

/** Makes handles of files below `folder` fail until the running test ends. */
export async function failingDisk(folder: string, fault: DiskFault): Promise<void> {
  const sample = await open('/dev/null', 'r');
  const prototype = Object.getPrototypeOf(sample) as Record<string, (...args: unknown[]) => Promise<unknown>>;
  await sample.close();
  const real = prototype[fault.method]!;
  let left = fault.after ?? 0;
  prototype[fault.method] = function failing(this: FileHandle, ...args: unknown[]): Promise<unknown> {
    const isOurs = readlinkSync(`/proc/self/fd/${this.fd}`).startsWith(folder);
    if (isOurs && left-- <= 0) return Promise.reject(errnoError(fault.errno));
    return real.apply(this, args);
  };
  onTestFinished(() => {
    prototype[fault.method] = real;
  });
}
