// Debian's own age: the independent program our packages must agree with. It asks for a passphrase on a terminal, which
// script(1), part of every Debian, makes for it.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

function run(program: string, args: readonly string[], input = ''): number | null {
  const done = spawnSync(program, [...args], { encoding: 'utf8', maxBuffer: 64 << 20, input });
  if (done.error) throw new Error(`${program} is needed for this test: apt-get install age`);
  return done.status;
}

/** Runs age with a terminal into which the passphrase is typed as often as it may ask. */
const onTerminal = (args: readonly string[], passphrase: string): boolean =>
  run(
    'script',
    ['-qefc', ['age', ...args].map((arg) => `'${arg}'`).join(' '), '/dev/null'],
    `${passphrase}\n${passphrase}\n`,
  ) === 0;

/** A fresh identity made by age-keygen, and its recipient. */
export function ageKeygen(folder: string): { identity: string; recipient: string; file: string } {
  const file = join(folder, 'key.txt');
  const status = run('age-keygen', ['-o', file]);
  const text = readFileSync(file, 'utf8');
  const identity = /AGE-SECRET-KEY-1\S+/.exec(text)?.[0];
  const recipient = /age1\S+/.exec(text)?.[0];
  if (status !== 0 || identity === undefined || recipient === undefined) throw new Error('age-keygen made no key');
  return { identity, recipient, file };
}

/** Opens `file` into `out` with an identity file; false when age refuses. */
export const ageOpen = (file: string, out: string, identityFile: string): boolean =>
  run('age', ['-d', '-i', identityFile, '-o', out, file]) === 0;
export const ageSeal = (file: string, out: string, recipients: readonly string[]): boolean =>
  run('age', [...recipients.flatMap((recipient) => ['-r', recipient]), '-o', out, file]) === 0;
export const ageOpenWithPassphrase = (file: string, out: string, passphrase: string): boolean =>
  onTerminal(['-d', '-o', out, file], passphrase);
export const ageSealWithPassphrase = (file: string, out: string, passphrase: string): boolean =>
  onTerminal(['-p', '-o', out, file], passphrase);

/** Writes an identity where age can read it. */
export function identityFile(folder: string, identity: string): string {
  const file = join(folder, 'identity.txt');
  writeFileSync(file, `${identity}\n`, { mode: 0o600 });
  return file;
}
