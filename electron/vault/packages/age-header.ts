// The header of an age file on a disk; shared/packages/age-header.ts judges it.
import type { FileHandle } from 'node:fs/promises';
import { AGE_HEADER_LIMIT, ageHeaderOf } from '#shared/packages/age-header';

/** Returns the header with its MAC line. Throws as `ageHeaderOf`. */
export async function readAgeHeader(handle: FileHandle, bytes: number): Promise<Uint8Array> {
  const start = Buffer.alloc(Math.min(AGE_HEADER_LIMIT, bytes));
  await handle.read(start, 0, start.length, 0);
  return ageHeaderOf(start);
}
