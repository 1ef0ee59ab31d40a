// Where everything of ours lives: one folder of the person's account, closed to every other account.
import { chmodSync, mkdirSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';

export interface DataFolder {
  /** Holds `Records.vault` and the three below. */
  readonly folder: string;
  /** Chromium's own files: structural only, no content (measured). */
  readonly profile: string;
  readonly geometryFile: string;
  readonly preferencesFile: string;
  /** A file with the milliseconds by which the vault's clock runs ahead: only for the demo. */
  readonly clockFile: string | undefined;
}

/** An absolute path given as `--name=`, so that every test has a home and a clock of its own; a packaged app ignores it. */
function namedPath(name: string, args: readonly string[], isPackaged: boolean): string | undefined {
  const flag = `--${name}=`;
  const path = args.findLast((argument) => argument.startsWith(flag))?.slice(flag.length);
  return isPackaged || path === undefined || !isAbsolute(path) ? undefined : path;
}

/** @param appData the folder in which this account keeps the data of its programs */
export function chooseDataFolder(appData: string, args: readonly string[], isPackaged: boolean): DataFolder {
  const folder = namedPath('data-dir', args, isPackaged) ?? join(appData, 'Records');
  return {
    folder,
    profile: join(folder, 'profile'),
    geometryFile: join(folder, 'window.json'),
    preferencesFile: join(folder, 'preferences.json'),
    clockFile: namedPath('clock-file', args, isPackaged),
  };
}

/** Makes the folder, or closes it to other accounts if it was made by hand or under another umask. */
export function closeDataFolder({ folder, profile }: DataFolder): void {
  mkdirSync(profile, { recursive: true, mode: 0o700 });
  for (const ours of [folder, profile]) chmodSync(ours, 0o700);
}
