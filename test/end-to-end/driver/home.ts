// A home of its own for each test: data folder, HOME and temp folder in one place that belongs to the ordinary user the
// app runs as, so that everything the app ever writes can be found, and removed.
import { execFileSync } from 'node:child_process';
import { chownSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** The ordinary user of the app when the tests run as root: Chromium's sandbox does not start as root. */
export const APP_USER = 'safehold';
export const isRoot = process.getuid?.() === 0;

const idOf = (flag: '-u' | '-g') => Number(execFileSync('id', [flag, APP_USER], { encoding: 'utf8' }));
const giveToApp = (path: string) => {
  if (isRoot) chownSync(path, idOf('-u'), idOf('-g'));
};

export interface Home {
  readonly root: string;
  readonly dataDir: string;
  /** Makes a folder that the app may write to: a place for packages or backups. */
  folder(name: string): string;
  remove(): void;
}

/** Short, because the path of Chromium's socket in the temp folder may have only 107 characters. */
export function newHome(): Home {
  const root = mkdtempSync('/tmp/sh-');
  giveToApp(root);
  const folder = (name: string) => {
    const path = join(root, name);
    mkdirSync(path, { recursive: true, mode: 0o700 });
    giveToApp(path);
    return path;
  };
  for (const name of ['home', 'tmp', 'run']) folder(name);
  return {
    root,
    dataDir: folder('data'),
    folder,
    remove: () => rmSync(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }),
  };
}
