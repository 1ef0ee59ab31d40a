// Counts words in the memory of processes: every readable mapping but the program's own files, as the kernel shows it, in both
// of the runtime's encodings.
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';

const PIECE = 1 << 24;

function count(content: Buffer, wanted: Buffer): number {
  let found = 0;
  for (let at = content.indexOf(wanted); at >= 0; at = content.indexOf(wanted, at + 1)) found += 1;
  return found;
}

/** The program and its libraries as they lie on the disk, which nobody can write: most of what is mapped, eight times over. */
const isProgram = (line: string) => /^\S+ r-[-x]p .* \/.*(?<! \(deleted\))$/.test(line);

const mappingsOf = (pid: number): (readonly [number, number])[] =>
  readFileSync(`/proc/${pid}/maps`, 'utf8')
    .split('\n')
    .filter((line) => / r/.test(line) && !/\[(?:vvar|vsyscall)/.test(line) && !isProgram(line))
    .map((line) => {
      const [from = '0', to = '0'] = line.split(' ')[0]!.split('-');
      return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const;
    });

/** False where the kernel shows this process's memory to root alone. */
export function mayBeRead(pid: number): boolean {
  try {
    closeSync(openSync(`/proc/${pid}/mem`, 'r'));
    return true;
  } catch {
    return false;
  }
}

/** A text in both encodings; a key as it is, and as hex. */
function waysOf(sought: string | Uint8Array): Buffer[] {
  if (typeof sought === 'string') return [Buffer.from(sought, 'utf8'), Buffer.from(sought, 'utf16le')];
  return [Buffer.from(sought), ...waysOf(Buffer.from(sought).toString('hex'))];
}

/** How often words and keys lie in these processes, and how many bytes were read. Throws for a process that may not be read. */
export function inMemory(
  pids: readonly number[],
  sought: { readonly words: readonly string[]; readonly keys: readonly Uint8Array[] },
): { words: number; keys: number; bytes: number } {
  const [words, keys] = [sought.words.flatMap(waysOf), sought.keys.flatMap(waysOf)];
  const wanted = [...words, ...keys];
  const overlap = Math.max(...wanted.map(({ length }) => length)) - 1;
  const buffer = Buffer.alloc(PIECE + overlap);
  const hits = { words: 0, keys: 0 };
  let bytes = 0;
  for (const pid of pids) {
    const memory = openSync(`/proc/${pid}/mem`, 'r');
    for (const [from, to] of mappingsOf(pid)) {
      for (let at = from; at < to; at += PIECE) {
        const read = piece(memory, buffer, at, Math.min(PIECE + overlap, to - at));
        bytes += Math.min(read, PIECE);
        // A word that lies across two pieces is seen whole in the first; one that begins in the overlap belongs to the next.
        const seen = (one: Buffer) => count(buffer.subarray(0, Math.min(read, PIECE + one.length - 1)), one);
        for (const word of words) hits.words += seen(word);
        for (const key of keys) hits.keys += seen(key);
      }
    }
    closeSync(memory);
  }
  return { ...hits, bytes };
}

/** Mappings of devices are listed as readable and are not: they hold nothing of ours. */
function piece(memory: number, buffer: Buffer, at: number, length: number): number {
  try {
    return readSync(memory, buffer, 0, length, at);
  } catch {
    return 0;
  }
}
