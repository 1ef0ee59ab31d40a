// The stranger: Python with public libraries, written from FORMATS.md alone (test/stranger). Debian's own Python, because that is what
// whoever has to read a vault one day will find.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const PYTHON = '/usr/bin/python3';
const NEEDED = 'apt-get install python3-cryptography python3-argon2';
const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

export interface StrangerSaid {
  readonly ok: boolean;
  /** What was printed, or the one line that says what does not fit. */
  readonly said: string;
}

/** Runs a script of test/ with arguments, and lines for its standard input. Throws when Python or its libraries are not there. */
export function runStranger(script: string, args: readonly string[], typed = ''): StrangerSaid {
  // -I: nothing of this user's environment and packages. -B: nothing is left beside the scripts.
  const done = spawnSync(PYTHON, ['-I', '-B', at(script), ...args], {
    encoding: 'utf8',
    input: typed,
    maxBuffer: 64 << 20,
  });
  if (done.error || done.stderr.includes('ModuleNotFoundError'))
    throw new Error(`Python with its libraries is needed for this test: ${NEEDED}`);
  if (done.stderr.includes('Traceback')) throw new Error(`the stranger’s script failed:\n${done.stderr}`);
  return { ok: done.status === 0, said: done.status === 0 ? done.stdout : done.stderr.trim() };
}

export interface ToldNote {
  readonly on: string;
  readonly words: string;
  readonly quotes: readonly string[];
}

/** What `read_vault.py` prints. */
export interface ToldVault {
  readonly shelter: string;
  readonly commit: number;
  readonly chainHead: string;
  readonly entries: number;
  readonly revisions: number;
  readonly erased: number;
  readonly records: Readonly<Record<string, number>>;
  readonly cases: readonly { readonly number: string; readonly name: string; readonly notes: readonly ToldNote[] }[];
}

/** Reads a vault or a backup by passphrase, or by recovery code when no name is given. Throws with its one line when it refuses. */
export function strangerReads(folder: string, typed: string, ...args: readonly string[]): ToldVault {
  const { ok, said } = runStranger('stranger/read_vault.py', [folder, ...args], `${typed}\n`);
  if (!ok) throw new Error(said);
  return JSON.parse(said) as ToldVault;
}
