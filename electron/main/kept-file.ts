// The two small files that outlive a lock: where the window stood, and how the person likes to see it. Neither holds content.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { z } from 'zod';
import { errorFacts, log } from './log.ts';

/** What the file holds, or undefined when there is none or it is not what we wrote: that only means the defaults. */
export function readKept<T>(file: string, schema: z.ZodType<T>): T | undefined {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}

/**
 * Replaces the file whole, so that a kill in between leaves the earlier one. A full disk leaves it too, with a line in the log
 * under `name`: how a window stood is never worth ending the work in it.
 */
export function writeKept(file: string, kept: object, name: string): void {
  try {
    writeFileSync(`${file}.part`, JSON.stringify(kept), { mode: 0o600 });
    renameSync(`${file}.part`, file);
  } catch (error) {
    log(`${name}-not-kept`, errorFacts(error));
  }
}
