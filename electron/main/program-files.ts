// The program compares itself with the list of its files that was made when it was packed: on Linux nothing else does. Whoever can alter
// the program can alter this as well, so what counts is that the words agree with the card of the release (the page says so).
// Node's own `fs`, as Electron changes it, takes app.asar for a folder and reads inside; `original-fs` reads it as the file it is.
import { createHash } from 'node:crypto';
import { readFileSync as readInside } from 'node:fs';
import { createReadStream, readdirSync, readFileSync } from 'original-fs';
import { dirname, join, relative } from 'node:path';
import { type ProgramFacts, PROGRAM_WORDS } from '#shared/contract/program';
import { wordsOfHash } from '#shared/keys/words-of-hash';
import { app } from 'electron';
import { z } from 'zod';
import { compareHashes, type Hashes, hashOfHashes, networkVerdict } from './program-verdict.ts';

const LIST = 'resources/program-files.json';
const List = z.record(z.string(), z.string());

/** What packing wrote into package.json; the sources have none of it. */
const Packed = z.object({ flavour: z.enum(['release', 'development']) });

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(file, { highWaterMark: 1 << 20 })) hash.update(piece as Buffer);
  return hash.digest('hex');
}

/** Every file below the program's folder but the list. */
async function hashesBelow(folder: string): Promise<Hashes> {
  const found: Record<string, string> = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const name = relative(folder, path).replaceAll('\\', '/');
    if (!entry.isDirectory() && name !== LIST) found[name] = entry.isFile() ? await hashOf(path) : 'not a file';
  }
  return found;
}

function listIn(folder: string): Hashes | undefined {
  try {
    return List.parse(JSON.parse(readFileSync(join(folder, LIST), 'utf8')));
  } catch {
    return undefined; // never packed, or taken away: the page says that nothing could be compared
  }
}

/** The network devices of this process, by the kernel's own table. */
function networkDevices(): string[] {
  if (process.platform !== 'linux') return [];
  const lines = readFileSync('/proc/self/net/dev', 'utf8').split('\n');
  return lines.flatMap((line) => /^ *(\S+):/.exec(line)?.[1] ?? []);
}

/** What does not say that it is a release is none. */
function made(out: string): ProgramFacts['made'] {
  if (!app.isPackaged) return 'from-sources';
  const packed = Packed.safeParse(JSON.parse(readInside(join(out, '../package.json'), 'utf8')));
  return packed.data?.flavour ?? 'development';
}

/** Reads every file of the program: about a second. @param out the folder of the built processes */
export async function lookAtProgram(out: string): Promise<ProgramFacts> {
  const folder = dirname(process.execPath);
  const listed = app.isPackaged ? listIn(folder) : undefined;
  const found = listed === undefined ? undefined : await hashesBelow(folder);
  return {
    version: app.getVersion(),
    made: made(out),
    files: listed === undefined || found === undefined ? null : compareHashes(listed, found),
    words: found === undefined ? [] : wordsOfHash(hashOfHashes(found), PROGRAM_WORDS),
    network: networkVerdict(process.platform, networkDevices()),
  };
}
