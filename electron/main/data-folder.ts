// Where everything of ours lives: one folder of the person's account, closed to every other account.
import { chmodSync, mkdirSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';

export interface DataFolder {
  /** Holds `Records.vault` and the two below. */
  readonly folder: string;
  /** Chromium's own files: structural only, no content (measured). */
  readonly profile: string;
  readonly geometryFile: string;
}

/** The folder named by `--data-dir=`, so that every test has a home of its own; a packaged app ignores it. */
function namedFolder(args: readonly string[], isPackaged: boolean): string | undefined {
  const named = args.findLast((argument) => argument.startsWith('--data-dir='))?.slice('--data-dir='.length);
  return isPackaged || named === undefined || !isAbsolute(named) ? undefined : named;
}

/** @param appData the folder in which this account keeps the data of its programs */
export function chooseDataFolder(appData: string, args: readonly string[], isPackaged: boolean): DataFolder {
  const folder = namedFolder(args, isPackaged) ?? join(appData, 'Records');
  return { folder, profile: join(folder, 'profile'), geometryFile: join(folder, 'window.json') };
}

/** Makes the folder, or closes it to other accounts if it was made by hand or under another umask. */
export function closeDataFolder({ folder, profile }: DataFolder): void {
  mkdirSync(profile, { recursive: true, mode: 0o700 });
  for (const ours of [folder, profile]) chmodSync(ours, 0o700);
}
